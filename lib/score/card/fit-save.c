/* SPDX-License-Identifier: MIT */
/* Fits as text, as fit-load.c reads it and says what it looks like.
 *
 * Always true: what is written and read again is the same to the bit, whatever the machine. */

#include <kpiscore/fit.h>

#include "base/number.h"
#include "base/replace.h"
#include "model/yaml/file.h"
#include "score/run/fit-private.h"

#define ENOUGH 4096 /* bytes that are kept before they are written */

typedef struct {
  KpiReplacement replacement;
  GString *text;
  gsize n_bytes;
  gboolean failed;
  GError **error;
} Writer;

static void
flush (Writer *writer)
{
  writer->n_bytes += writer->text->len;
  if (!writer->failed)
    writer->failed = !_kpi_replacement_write (writer->text->str, writer->text->len,
                                              &writer->replacement, writer->error);
  g_string_truncate (writer->text, 0);
}

static void
put (Writer *writer, const char *text)
{
  g_string_append (writer->text, text);
  if (writer->text->len > ENOUGH)
    flush (writer);
}

/* A text in double quotes, which brings back every character but those that no name holds. */
static void
put_quoted (Writer *writer, const char *text)
{
  put (writer, "\"");
  for (; *text != '\0'; text++) {
    if (*text == '"' || *text == '\\')
      g_string_append_c (writer->text, '\\');
    g_string_append_c (writer->text, *text);
  }
  put (writer, "\"");
}

static void
put_text (Writer *writer, const char *key, const char *text)
{
  g_string_append_printf (writer->text, ", %s: ", key);
  put_quoted (writer, text);
}

static void
put_number (Writer *writer, const char *key, double number)
{
  char digits[KPI_NUMBER_SIZE];

  _kpi_number_format (number, digits);
  g_string_append_printf (writer->text, ", %s: %s", key, digits);
}

static void
put_numbers (Writer *writer, const char *key, const double *values, gsize n)
{
  g_string_append_printf (writer->text, n > 3 ? ",\n     %s: [" : ", %s: [", key);
  for (gsize i = 0; i < n; i++) {
    char digits[KPI_NUMBER_SIZE];

    _kpi_number_format (values[i], digits);
    put (writer, i == 0 ? "" : i % 8 == 0 ? ",\n       " : ", ");
    put (writer, digits);
  }
  put (writer, "]");
}

static void
put_period (Writer *writer, const KpiPeriod *of)
{
  char spelling[KPI_PERIOD_SIZE];

  if (of->start == 0) {
    put_text (writer, "frequency", _kpi_frequency_names[of->frequency]);
    return;
  }
  _kpi_period_format (of, spelling);
  put_text (writer, "period", spelling);
}

static void
put_entry (Writer *writer, const KpiFitEntry *entry)
{
  const KpiFitted *fitted = &entry->fitted;

  put (writer, "  - {stage: ");
  put (writer, _kpi_fit_stage_names[entry->key.stage]);
  put_text (writer, "node", entry->key.node);
  if (*entry->key.level != '\0')
    put_text (writer, "level", entry->key.level);
  if (*entry->key.group != '\0')
    put_text (writer, "group", entry->key.group);
  put_period (writer, &entry->key.period);
  if (entry->transform != KPI_TRANSFORM_NONE)
    put_text (writer, "transform", _kpi_transform_names[entry->transform]);
  if (entry->turned)
    put (writer, ", turned: true");
  put_number (writer, "count", (double)fitted->n);
  put_number (writer, "least", fitted->least);
  put_number (writer, "greatest", fitted->greatest);
  if (entry->present > 0)
    put_number (writer, "present", (double)entry->present);
  if (fitted->sums != NULL)
    put_numbers (writer, "sum", fitted->sums->values.parts, fitted->sums->values.n);
  if (fitted->learns == KPI_LEARNS_SUMS)
    put_numbers (writer, "squares", fitted->sums->squares.parts, fitted->sums->squares.n);
  if (fitted->learns == KPI_LEARNS_ORDER)
    put_numbers (writer, "order", fitted->values, fitted->n);
  if (entry->weights != NULL)
    put_numbers (writer, "weights", entry->weights, entry->n_weights);
  put (writer, "}\n");
}

static void
put_areas (Writer *writer, const KpiFit *fit)
{
  for (gsize i = 0; i < fit->areas.n; i++) {
    put (writer, i == 0 ? "areas: [" : i % 8 == 0 ? ",\n  " : ", ");
    put_quoted (writer, KPI_ROW (&fit->areas, char *, i));
  }
  put (writer, fit->areas.n == 0 ? "" : "]\n");
}

static void
put_fit (Writer *writer, const KpiFit *fit)
{
  put (writer, "# What kpiscore learned from data: score other data by it with --fit.\n"
               "kpiscore_fit: 1\nmodel: \"");
  put (writer, fit->model);
  put (writer, "\"\n");
  put_areas (writer, fit);
  put (writer, fit->entries.n == 0 ? "learned: []\n" : "learned:\n");
  for (gsize i = 0; i < fit->entries.n && !writer->failed; i++)
    put_entry (writer, &KPI_ROW (&fit->entries, KpiFitEntry, i));
  flush (writer);
}

/* What could not be loaded again is not saved. */
static gboolean
judge_size (Writer *writer)
{
  if (writer->failed || writer->n_bytes <= KPI_MAX_MODEL_BYTES)
    return !writer->failed;
  return _kpi_error_set (writer->error, KPI_ERROR_LIMIT,
                         "found a fit of %" G_GSIZE_FORMAT " bytes, expected at most %d",
                         writer->n_bytes, KPI_MAX_MODEL_BYTES);
}

gboolean
kpi_fit_save (const KpiFit *fit, const char *path, GError **error)
{
  g_autoptr (GString) text = g_string_sized_new (2 * ENOUGH);
  Writer writer = {.text = text, .error = error};

  if (!_kpi_replacement_begin (&writer.replacement, path, error))
    return FALSE;
  put_fit (&writer, fit);
  if (judge_size (&writer))
    return _kpi_replacement_commit (&writer.replacement, error);
  _kpi_replacement_abandon (&writer.replacement);
  return FALSE;
}
