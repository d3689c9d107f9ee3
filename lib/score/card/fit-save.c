/* SPDX-License-Identifier: MIT */
/* Fits as text, as fit-load.c reads it and says what it looks like.
 *
 * Always true: what is written and read again is the same to the bit, whatever the machine. */

#include <kpiscore/fit.h>

#include "base/json.h"
#include "base/replace.h"
#include "model/yaml/file.h"
#include "score/run/fit-private.h"

static void
put_key (KpiWriter *out, const char *key)
{
  _kpi_writer_text (out, ", ");
  _kpi_writer_text (out, key);
  _kpi_writer_text (out, ": ");
}

static void
put_text (KpiWriter *out, const char *key, const char *text)
{
  put_key (out, key);
  _kpi_json_quote (out, text);
}

static void
put_number (KpiWriter *out, const char *key, double number)
{
  put_key (out, key);
  _kpi_writer_number (out, number, "");
}

static void
put_numbers (KpiWriter *out, const char *key, const double *values, gsize n)
{
  _kpi_writer_text (out, n > 3 ? ",\n     " : ", ");
  _kpi_writer_text (out, key);
  _kpi_writer_text (out, ": [");
  for (gsize i = 0; i < n; i++) {
    _kpi_writer_text (out, i == 0 ? "" : i % 8 == 0 ? ",\n       " : ", ");
    _kpi_writer_number (out, values[i], "");
  }
  _kpi_writer_text (out, "]");
}

static void
put_period (KpiWriter *out, const KpiPeriod *of)
{
  char spelling[KPI_PERIOD_SIZE];

  if (of->start == 0) {
    put_text (out, "frequency", _kpi_frequency_names[of->frequency]);
    return;
  }
  _kpi_period_format (of, spelling);
  put_text (out, "period", spelling);
}

static void
put_entry (KpiWriter *out, const KpiFitEntry *entry)
{
  const KpiFitted *fitted = &entry->fitted;

  _kpi_writer_text (out, "  - {stage: ");
  _kpi_writer_text (out, _kpi_fit_stage_names[entry->key.stage]);
  put_text (out, "node", entry->key.node);
  if (*entry->key.level != '\0')
    put_text (out, "level", entry->key.level);
  if (*entry->key.group != '\0')
    put_text (out, "group", entry->key.group);
  put_period (out, &entry->key.period);
  if (entry->transform != KPI_TRANSFORM_NONE)
    put_text (out, "transform", _kpi_transform_names[entry->transform]);
  if (entry->turned)
    _kpi_writer_text (out, ", turned: true");
  put_number (out, "count", (double)fitted->n);
  put_number (out, "least", fitted->least);
  put_number (out, "greatest", fitted->greatest);
  if (entry->present > 0)
    put_number (out, "present", (double)entry->present);
  if (fitted->sums != NULL)
    put_numbers (out, "sum", fitted->sums->values.parts, fitted->sums->values.n);
  if (fitted->learns == KPI_LEARNS_SUMS)
    put_numbers (out, "squares", fitted->sums->squares.parts, fitted->sums->squares.n);
  if (fitted->learns == KPI_LEARNS_ORDER)
    put_numbers (out, "order", fitted->values, fitted->n);
  if (entry->weights != NULL)
    put_numbers (out, "weights", entry->weights, entry->n_weights);
  _kpi_writer_text (out, "}\n");
}

static void
put_areas (KpiWriter *out, const KpiFit *fit)
{
  for (gsize i = 0; i < fit->areas.n; i++) {
    _kpi_writer_text (out, i == 0 ? "areas: [" : i % 8 == 0 ? ",\n  " : ", ");
    _kpi_json_quote (out, KPI_ROW (&fit->areas, char *, i));
  }
  _kpi_writer_text (out, fit->areas.n == 0 ? "" : "]\n");
}

static void
put_fit (KpiWriter *out, const KpiFit *fit)
{
  _kpi_writer_text (out, "# What kpiscore learned from data: score other data by it with --fit.\n"
                         "kpiscore_fit: 1\nmodel: \"");
  _kpi_writer_text (out, fit->model);
  _kpi_writer_text (out, "\"\n");
  put_areas (out, fit);
  _kpi_writer_text (out, fit->entries.n == 0 ? "learned: []\n" : "learned:\n");
  for (gsize i = 0; i < fit->entries.n && !out->failed; i++)
    put_entry (out, &KPI_ROW (&fit->entries, KpiFitEntry, i));
}

/* What could not be loaded again is not saved. */
static gboolean
judge_size (gsize n_bytes, GError **error)
{
  if (n_bytes <= KPI_MAX_MODEL_BYTES)
    return TRUE;
  return _kpi_error_set (error, KPI_ERROR_LIMIT,
                         "found a fit of %" G_GSIZE_FORMAT " bytes, expected at most %d", n_bytes,
                         KPI_MAX_MODEL_BYTES);
}

static gboolean
write_fit (const KpiFit *fit, KpiReplacement *replacement, GError **error)
{
  KpiWriter out;

  if (!_kpi_writer_begin (&out, _kpi_replacement_write, replacement, error))
    return FALSE;
  put_fit (&out, fit);
  return _kpi_writer_end (&out, error) && judge_size (out.n_bytes, error);
}

gboolean
kpi_fit_save (const KpiFit *fit, const char *path, GError **error)
{
  KpiReplacement replacement;

  if (!_kpi_replacement_begin (&replacement, path, error))
    return FALSE;
  if (write_fit (fit, &replacement, error))
    return _kpi_replacement_commit (&replacement, error);
  _kpi_replacement_abandon (&replacement);
  return FALSE;
}
