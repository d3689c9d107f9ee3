/* SPDX-License-Identifier: MIT */
/* Fits as text: YAML, read by the reader and the checks of model files, so that what is wrong in it
 * is told with line, column and path.
 *
 *     kpiscore_fit: 1
 *     model: hue
 *     learned:
 *       - {node: gdp, stage: score, level: city, frequency: 1Y, count: 34, least: 1, greatest: 9}
 *
 * `period` stands in place of `frequency` where each period was learned apart. `sum` and `squares`
 * are the exact sums, each as the doubles that add up to it; `order` holds all values, ascending.
 *
 * Always true: what was read could have been learned, or is refused; and what is written and read
 * again is the same to the bit. */

#include <math.h>
#include <string.h>

#include <kpiscore/fit.h>

#include "base/number.h"
#include "base/replace.h"
#include "base/text.h"
#include "model/cursor.h"
#include "model/file.h"
#include "model/schema.h"
#include "model/shape.h"
#include "score/fit-private.h"

/* ---- What it looks like */

static const char *const frequency_words[] = {"1Y", "6M", "4M",    "1Q", "1M",
                                              "1W", "1D", "range", NULL};
static const char *const transform_words[] = {"none", "log", "sqrt", NULL};

static const KpiShape one = {.kind = KPI_SHAPE_ONE, .expected = "1, the version of the format"};
static const KpiShape id = {.kind = KPI_SHAPE_ID, .expected = "the id of a model"};
static const KpiShape name = {.kind = KPI_SHAPE_NAME, .expected = "a name"};
static const KpiShape stage = {.kind = KPI_SHAPE_CHOICE, .words = _kpi_fit_stage_names};
static const KpiShape frequency = {.kind = KPI_SHAPE_CHOICE, .words = frequency_words};
static const KpiShape period = {.kind = KPI_SHAPE_PERIOD, .expected = "a period"};
static const KpiShape transform = {.kind = KPI_SHAPE_CHOICE, .words = transform_words};
static const KpiShape numbers = {
    .kind = KPI_SHAPE_LIST, .expected = "a list of numbers", .item = &_kpi_shape_number};
static const KpiShape parts = {.kind = KPI_SHAPE_LIST,
                               .expected = "a list of at most 40 numbers",
                               .item = &_kpi_shape_number,
                               .most = 40};

static const KpiKey entry_keys[] = {
    {"node", "the node that it was learned of", &name, KPI_KEY_REQUIRED, NULL},
    {"stage", "the stage that learned it", &stage, KPI_KEY_REQUIRED, NULL},
    {"level", "the level of the areas that it was learned of", &name, 0, NULL},
    {"frequency", "of all periods together that were learned from", &frequency, 0, NULL},
    {"period", "the one period that was learned from", &period, 0, NULL},
    {"transform", "what was done to the values first", &transform, 0, NULL},
    {"turned", "whether lower is better, and x was learned as -x", &_kpi_shape_boolean, 0, NULL},
    {"count", "how many values there were", &_kpi_shape_number, KPI_KEY_REQUIRED, NULL},
    {"least", "the least of them", &_kpi_shape_number, KPI_KEY_REQUIRED, NULL},
    {"greatest", "the greatest of them", &_kpi_shape_number, KPI_KEY_REQUIRED, NULL},
    {"sum", "numbers that add up to their sum", &parts, 0, "squares"},
    {"squares", "numbers that add up to the sum of their squares", &parts, 0, "sum"},
    {"order", "all of them, ascending", &numbers, 0, NULL},
    {0}};
static const KpiShape entry_shape = {.kind = KPI_SHAPE_MAPPING,
                                     .expected = "a mapping with node, stage and count",
                                     .keys = entry_keys};
static const KpiShape entries_shape = {
    .kind = KPI_SHAPE_LIST, .expected = "a list of what was learned", .item = &entry_shape};
static const KpiKey fit_keys[] = {
    {"kpiscore_fit", "the version of the format: 1", &one, KPI_KEY_REQUIRED, NULL},
    {"model", "the model that it was learned for", &id, KPI_KEY_REQUIRED, NULL},
    {"learned", "what was learned", &entries_shape, KPI_KEY_REQUIRED, NULL},
    {0}};
static const KpiShape fit_shape = {
    .kind = KPI_SHAPE_MAPPING, .expected = "a fit that kpiscore saved", .keys = fit_keys};

/* ---- Reading */

static gboolean
read_count (const KpiCursor *at, gsize *out_count)
{
  double count = _kpi_cursor_number (at);

  *out_count = count >= 1 && count <= 0x1p53 ? (gsize)count : 0;
  if ((double)*out_count == count && count >= 1)
    return TRUE;
  _kpi_cursor_error (at, KPI_ERROR_VALUE, "found %s, expected a whole number above 0",
                     _kpi_cursor_text (at));
  return FALSE;
}

static void
read_sum (const KpiCursor *at, KpiExactSum *sum)
{
  for (gsize i = 0; i < _kpi_cursor_length (at); i++) {
    KpiCursor part = _kpi_cursor_entry (at, i);

    _kpi_exact_add (sum, _kpi_cursor_number (&part));
  }
  _kpi_exact_settle (sum);
}

static gboolean
read_sums (const KpiCursor *at, KpiFitted *fitted)
{
  KpiCursor sum = _kpi_cursor_get (at, "sum"), squares = _kpi_cursor_get (at, "squares");

  read_sum (&sum, &fitted->sums->values);
  read_sum (&squares, &fitted->sums->squares);
  _kpi_fitted_finish (fitted);
  if (_kpi_fitted_sd (fitted, TRUE) >= 0)
    return TRUE;
  _kpi_cursor_error (&squares, KPI_ERROR_VALUE,
                     "found sums that no numbers have, expected those that were saved");
  return FALSE;
}

static gboolean
read_order (const KpiCursor *at, KpiFitted *fitted)
{
  gsize count = fitted->n;

  fitted->n = 0;
  for (gsize i = 0; i < _kpi_cursor_length (at); i++) {
    KpiCursor item = _kpi_cursor_entry (at, i);
    double value = _kpi_cursor_number (&item);

    if (i > 0 && value < fitted->values[i - 1]) {
      _kpi_cursor_error (&item, KPI_ERROR_VALUE,
                         "found a lesser number than the one before it, "
                         "expected them ascending");
      return FALSE;
    }
    if (!_kpi_fitted_learn (fitted, &value, NULL, NULL, 1))
      return _kpi_cursor_fail_memory (at);
  }
  if (fitted->n == count && fitted->values[0] == fitted->least &&
      fitted->values[count - 1] == fitted->greatest)
    return TRUE;
  _kpi_cursor_error (at, KPI_ERROR_CONFLICT,
                     "found %" G_GSIZE_FORMAT " numbers, expected `count` of them, from `least` to "
                     "`greatest`",
                     fitted->n);
  return FALSE;
}

static KpiLearns
get_kind (const KpiCursor *at)
{
  if (_kpi_cursor_get (at, "order").node != NULL)
    return KPI_LEARNS_ORDER;
  return _kpi_cursor_get (at, "sum").node != NULL ? KPI_LEARNS_SUMS : KPI_LEARNS_RANGE;
}

static gboolean
read_fitted (const KpiCursor *at, KpiFitted *fitted)
{
  KpiCursor count = _kpi_cursor_get (at, "count"), order = _kpi_cursor_get (at, "order");
  KpiCursor least = _kpi_cursor_get (at, "least"), greatest = _kpi_cursor_get (at, "greatest");

  if (!_kpi_fitted_init (fitted, get_kind (at)))
    return _kpi_cursor_fail_memory (at);
  fitted->least = _kpi_cursor_number (&least);
  fitted->greatest = _kpi_cursor_number (&greatest);
  if (fitted->least > fitted->greatest) {
    _kpi_cursor_error (&greatest, KPI_ERROR_CONFLICT, "found less than `least`, expected more");
    return FALSE;
  }
  if (!read_count (&count, &fitted->n))
    return FALSE;
  if (fitted->learns == KPI_LEARNS_ORDER)
    return read_order (&order, fitted);
  return fitted->learns != KPI_LEARNS_SUMS || read_sums (at, fitted);
}

/* Of one period, or of all of a frequency. */
static gboolean
read_period (const KpiCursor *at, KpiPeriod *out_period)
{
  KpiCursor own = _kpi_cursor_get (at, "period"), all = _kpi_cursor_get (at, "frequency");

  *out_period = own.node != NULL
                    ? _kpi_yaml_get_period (own.node)
                    : KPI_FIT_OF_ALL ((KpiFrequency)_kpi_cursor_choice (&all, frequency_words));
  if ((own.node == NULL) != (all.node == NULL))
    return TRUE;
  _kpi_cursor_error (at, KPI_ERROR_CONFLICT, "found %s, expected one of frequency and period",
                     own.node == NULL ? "neither" : "both");
  return FALSE;
}

static void
read_entry (const KpiCursor *at, KpiFit *fit)
{
  KpiCursor node = _kpi_cursor_get (at, "node"), stage_at = _kpi_cursor_get (at, "stage");
  KpiCursor level = _kpi_cursor_get (at, "level"), how = _kpi_cursor_get (at, "transform");
  KpiCursor turned = _kpi_cursor_get (at, "turned");
  KpiFitKey key = {.node = _kpi_cursor_text (&node), .level = _kpi_cursor_text (&level)};
  KpiFitted fitted = {0};

  key.stage = (KpiFitStage)_kpi_cursor_choice (&stage_at, _kpi_fit_stage_names);
  if (read_period (at, &key.period) && read_fitted (at, &fitted))
    _kpi_fit_add (fit, &key, (KpiTransform)_kpi_cursor_choice (&how, transform_words),
                  turned.node != NULL && _kpi_yaml_get_boolean (turned.node), &fitted, at->place,
                  at->findings);
  _kpi_fitted_clear (&fitted);
}

/* Two entries of one key would be merged: a file that has them was not saved by us. */
static void
judge_keys (const KpiCursor *learned, KpiFit *fit)
{
  if (!_kpi_findings_has_errors (learned->findings) && _kpi_fit_finish (fit, learned->findings) &&
      kpi_fit_get_n_entries (fit) < _kpi_cursor_length (learned))
    _kpi_cursor_error (learned, KPI_ERROR_DUPLICATE,
                       "found two entries of one node, stage, level and period, expected one");
}

static KpiFit *
read_tree (const KpiYaml *tree, KpiFindings *findings)
{
  KpiCursor root = _kpi_cursor_root (tree, findings);
  KpiCursor model = _kpi_cursor_get (&root, "model"), learned = _kpi_cursor_get (&root, "learned");
  KpiFit *fit = _kpi_fit_empty (_kpi_cursor_text (&model));

  if (fit == NULL) {
    _kpi_cursor_fail_memory (&root);
    return NULL;
  }
  for (gsize i = 0; i < _kpi_cursor_length (&learned); i++) {
    KpiCursor entry = _kpi_cursor_entry (&learned, i);

    read_entry (&entry, fit);
  }
  judge_keys (&learned, fit);
  return fit;
}

KpiFit *
kpi_fit_load (const char *path, GError **error)
{
  g_autoptr (KpiFindings) findings = _kpi_findings_new ();
  g_autofree char *shown = g_filename_display_name (path);
  KpiCursor at = {.place = {shown, 0, 0}, .findings = findings};
  g_autoptr (KpiYaml) tree = NULL;
  g_autoptr (KpiFit) fit = NULL;
  gsize length;
  g_autofree char *text = _kpi_file_read (path, &at, &length);

  if (text != NULL)
    tree = _kpi_yaml_parse (text, length, shown, FALSE, findings);
  if (tree != NULL)
    _kpi_schema_check_place (tree, &fit_shape, TRUE, findings);
  if (tree != NULL && !_kpi_findings_has_errors (findings))
    fit = read_tree (tree, findings);
  if (fit != NULL && !_kpi_findings_has_errors (findings))
    return g_steal_pointer (&fit);
  _kpi_findings_fail (findings, error);
  return NULL;
}

/* ---- Writing */

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
put_text (Writer *writer, const char *key, const char *text)
{
  g_string_append_printf (writer->text, ", %s: \"", key);
  for (; *text != '\0'; text++) {
    if (*text == '"' || *text == '\\')
      g_string_append_c (writer->text, '\\');
    g_string_append_c (writer->text, *text);
  }
  put (writer, "\"");
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
    put_text (writer, "frequency", frequency_words[of->frequency]);
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
  put_period (writer, &entry->key.period);
  if (entry->transform != KPI_TRANSFORM_NONE)
    put_text (writer, "transform", transform_words[entry->transform]);
  if (entry->turned)
    put (writer, ", turned: true");
  put_number (writer, "count", (double)fitted->n);
  put_number (writer, "least", fitted->least);
  put_number (writer, "greatest", fitted->greatest);
  if (fitted->learns == KPI_LEARNS_SUMS) {
    put_numbers (writer, "sum", fitted->sums->values.parts, fitted->sums->values.n);
    put_numbers (writer, "squares", fitted->sums->squares.parts, fitted->sums->squares.n);
  }
  if (fitted->learns == KPI_LEARNS_ORDER)
    put_numbers (writer, "order", fitted->values, fitted->n);
  put (writer, "}\n");
}

static void
put_fit (Writer *writer, const KpiFit *fit)
{
  put (writer, "# What kpiscore learned from data: score other data by it with --fit.\n"
               "kpiscore_fit: 1\nmodel: \"");
  put (writer, fit->model);
  put (writer, fit->entries.n == 0 ? "\"\nlearned: []\n" : "\"\nlearned:\n");
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
