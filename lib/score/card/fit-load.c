/* SPDX-License-Identifier: MIT */
/* Fits read from text: YAML, by the reader and the checks of model files, so that what is wrong in
 * it is told with line, column and path. fit-save.c writes it.
 *
 *     kpiscore_fit: 1
 *     model: hue
 *     areas: ["A", "B"]
 *     learned:
 *       - {node: gdp, stage: impute, level: city, period: 2024, count: 30, least: 1, greatest: 9,
 *          present: 30, sum: [152.5]}
 *       - {node: gdp, stage: score, level: city, frequency: 1Y, count: 34, least: 1, greatest: 9}
 *       - {node: economy, stage: weigh, level: city, frequency: 1Y, count: 2, least: 0.4,
 *          greatest: 0.6, weights: [0.6, 0.4]}
 *
 * `period` stands in place of `frequency` where each period was learned apart. `sum` and `squares`
 * are the exact sums, each as the doubles that add up to it; `order` holds all values, ascending.
 * `present` counts areas that needed nothing filled in, and `areas` names all, where the model
 * lists none: the rest had gaps.
 *
 * Always true: what was read could have been learned, or is refused. */

#include <math.h>
#include <string.h>

#include <kpiscore/fit.h>

#include "model/yaml/cursor.h"
#include "model/yaml/file.h"
#include "model/schema/schema.h"
#include "model/schema/shape.h"
#include "score/run/fit-private.h"
#include "model/yaml/scalar.h"

static const KpiShape one = {.kind = KPI_SHAPE_ONE, .expected = "1, the version of the format"};
static const KpiShape id = {.kind = KPI_SHAPE_ID, .expected = "the id of a model"};
static const KpiShape name = {.kind = KPI_SHAPE_NAME, .expected = "a name"};
static const KpiShape stage = {.kind = KPI_SHAPE_CHOICE, .words = _kpi_fit_stage_names};
static const KpiShape frequency = {.kind = KPI_SHAPE_CHOICE, .words = _kpi_frequency_names};
static const KpiShape period = {.kind = KPI_SHAPE_PERIOD, .expected = "a period"};
static const KpiShape transform = {.kind = KPI_SHAPE_CHOICE, .words = _kpi_transform_names};
static const KpiShape names = {
    .kind = KPI_SHAPE_LIST, .expected = "a list of names", .item = &name};
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
    {"group", "the group of them", &name, 0, NULL},
    {"frequency", "of all periods together that were learned from", &frequency, 0, NULL},
    {"period", "the one period that was learned from", &period, 0, NULL},
    {"transform", "what was done to the values first", &transform, 0, NULL},
    {"turned", "whether lower is better, and x was learned as -x", &_kpi_shape_boolean, 0, NULL},
    {"count", "how many values there were", &_kpi_shape_number, KPI_KEY_REQUIRED, NULL},
    {"least", "the least of them", &_kpi_shape_number, KPI_KEY_REQUIRED, NULL},
    {"greatest", "the greatest of them", &_kpi_shape_number, KPI_KEY_REQUIRED, NULL},
    {"present", "how many areas needed nothing filled in", &_kpi_shape_number, 0, NULL},
    {"sum", "numbers that add up to their sum", &parts, 0, NULL},
    {"squares", "numbers that add up to the sum of their squares", &parts, 0, "sum"},
    {"order", "all of them, ascending", &numbers, 0, NULL},
    {"weights", "what each child of a group weighs", &numbers, 0, NULL},
    {0}};
static const KpiShape entry_shape = {.kind = KPI_SHAPE_MAPPING,
                                     .expected = "a mapping with node, stage and count",
                                     .keys = entry_keys};
static const KpiShape entries_shape = {
    .kind = KPI_SHAPE_LIST, .expected = "a list of what was learned", .item = &entry_shape};
static const KpiKey fit_keys[] = {
    {"kpiscore_fit", "the version of the format: 1", &one, KPI_KEY_REQUIRED, NULL},
    {"model", "the model that it was learned for", &id, KPI_KEY_REQUIRED, NULL},
    {"areas", "the areas of the data, where the model lists none", &names, 0, NULL},
    {"learned", "what was learned", &entries_shape, KPI_KEY_REQUIRED, NULL},
    {0}};
static const KpiShape fit_shape = {
    .kind = KPI_SHAPE_MAPPING, .expected = "a fit that kpiscore saved", .keys = fit_keys};

/* What is left out is 0, which may be less than the least. */
static gboolean
read_count (const KpiCursor *at, gsize least, gsize *out_count)
{
  double count = at->node != NULL ? _kpi_cursor_number (at) : 0;

  *out_count = count >= 0 && count <= 0x1p53 ? (gsize)count : 0;
  if ((double)*out_count == count && *out_count >= least)
    return TRUE;
  _kpi_cursor_error (at, KPI_ERROR_VALUE, "found %s, expected a whole number%s",
                     _kpi_cursor_text (at), least > 0 ? " above 0" : "");
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

/* Rounding keeps the order of two numbers: a sum is no less than so many times the least. */
static gboolean
lies_between (const KpiFitted *fitted)
{
  double sum = _kpi_exact_get (&fitted->sums->values), n = (double)fitted->n;

  return sum >= n * fitted->least && sum <= n * fitted->greatest;
}

static gboolean
read_sums (const KpiCursor *at, KpiFitted *fitted)
{
  KpiCursor sum = _kpi_cursor_get (at, "sum"), squares = _kpi_cursor_get (at, "squares");

  read_sum (&sum, &fitted->sums->values);
  read_sum (&squares, &fitted->sums->squares);
  _kpi_fitted_finish (fitted);
  if (lies_between (fitted) &&
      (fitted->learns == KPI_LEARNS_SUM || _kpi_fitted_sd (fitted, TRUE) >= 0))
    return TRUE;
  _kpi_cursor_error (squares.node != NULL ? &squares : &sum, KPI_ERROR_VALUE,
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
  if (_kpi_cursor_get (at, "squares").node != NULL)
    return KPI_LEARNS_SUMS;
  return _kpi_cursor_get (at, "sum").node != NULL ? KPI_LEARNS_SUM : KPI_LEARNS_RANGE;
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
  if (!read_count (&count, 1, &fitted->n))
    return FALSE;
  if (fitted->learns == KPI_LEARNS_ORDER)
    return read_order (&order, fitted);
  return fitted->sums == NULL || read_sums (at, fitted);
}

static gboolean
read_weights (const KpiCursor *at, KpiFitEntry *entry)
{
  gsize n = _kpi_cursor_length (at);

  if (at->node == NULL)
    return TRUE;
  entry->weights = g_try_new (double, MAX (n, 1));
  if (entry->weights == NULL)
    return _kpi_cursor_fail_memory (at);
  for (entry->n_weights = 0; entry->n_weights < n; entry->n_weights++) {
    KpiCursor item = _kpi_cursor_entry (at, entry->n_weights);

    entry->weights[entry->n_weights] = _kpi_cursor_number (&item);
    if (entry->weights[entry->n_weights] >= 0)
      continue;
    _kpi_cursor_error (&item, KPI_ERROR_VALUE, "found %s, expected a weight of 0 or more",
                       _kpi_cursor_text (&item));
    return FALSE;
  }
  if (n == entry->fitted.n)
    return TRUE;
  _kpi_cursor_error (at, KPI_ERROR_CONFLICT,
                     "found %" G_GSIZE_FORMAT " weights, expected `count` of them", n);
  return FALSE;
}

static gboolean
read_period (const KpiCursor *at, KpiPeriod *out_period)
{
  KpiCursor own = _kpi_cursor_get (at, "period"), all = _kpi_cursor_get (at, "frequency");

  *out_period =
      own.node != NULL
          ? _kpi_yaml_get_period (own.node)
          : KPI_FIT_OF_ALL ((KpiFrequency)_kpi_cursor_choice (&all, _kpi_frequency_names));
  if ((own.node == NULL) != (all.node == NULL))
    return TRUE;
  _kpi_cursor_error (at, KPI_ERROR_CONFLICT, "found %s, expected one of frequency and period",
                     own.node == NULL ? "neither" : "both");
  return FALSE;
}

/* What an entry of each stage may hold beside what all of them do. */
typedef struct {
  const char *key;
  KpiFitStage stage;
} Reserved;

/* What each stage may have learned: a bit each. */
static const struct {
  guint learns;
  const char *expected;
} stages[] = {
    [KPI_FIT_IMPUTE] = {1u << KPI_LEARNS_RANGE | 1u << KPI_LEARNS_SUM | 1u << KPI_LEARNS_ORDER,
                        "sum without squares, or order"},
    [KPI_FIT_TREAT] = {1u << KPI_LEARNS_ORDER, "order"},
    [KPI_FIT_SCORE] = {1u << KPI_LEARNS_RANGE | 1u << KPI_LEARNS_SUMS | 1u << KPI_LEARNS_ORDER,
                       "squares beside sum, or order"},
    [KPI_FIT_WEIGH] = {1u << KPI_LEARNS_RANGE, "weights"},
};

static gboolean
judge_stage (const KpiCursor *at, KpiFitStage of, KpiLearns learns)
{
  static const Reserved reserved[] = {{"group", KPI_FIT_IMPUTE},
                                      {"present", KPI_FIT_IMPUTE},
                                      {"transform", KPI_FIT_SCORE},
                                      {"turned", KPI_FIT_SCORE},
                                      {"weights", KPI_FIT_WEIGH}};

  for (gsize i = 0; i < G_N_ELEMENTS (reserved); i++)
    if (reserved[i].stage != of && _kpi_cursor_get (at, reserved[i].key).node != NULL) {
      _kpi_cursor_error (at, KPI_ERROR_CONFLICT, "found %s beside stage %s, expected %s",
                         reserved[i].key, _kpi_fit_stage_names[of],
                         _kpi_fit_stage_names[reserved[i].stage]);
      return FALSE;
    }
  if (of == KPI_FIT_IMPUTE && _kpi_cursor_get (at, "frequency").node != NULL) {
    _kpi_cursor_error (at, KPI_ERROR_CONFLICT,
                       "found frequency beside stage impute, expected period");
    return FALSE;
  }
  if ((stages[of].learns & (1u << learns)) &&
      (of != KPI_FIT_WEIGH || _kpi_cursor_get (at, "weights").node != NULL))
    return TRUE;
  _kpi_cursor_error (at, KPI_ERROR_CONFLICT, "found what stage %s does not learn, expected %s",
                     _kpi_fit_stage_names[of], stages[of].expected);
  return FALSE;
}

static void
read_entry (const KpiCursor *at, KpiFit *fit)
{
  KpiCursor node = _kpi_cursor_get (at, "node"), stage_at = _kpi_cursor_get (at, "stage");
  KpiCursor level = _kpi_cursor_get (at, "level"), how = _kpi_cursor_get (at, "transform");
  KpiCursor group = _kpi_cursor_get (at, "group"), turned = _kpi_cursor_get (at, "turned");
  KpiCursor present = _kpi_cursor_get (at, "present"), weights = _kpi_cursor_get (at, "weights");
  KpiFitEntry entry = {
      .key = {.node = _kpi_cursor_text (&node),
              .stage = (KpiFitStage)_kpi_cursor_choice (&stage_at, _kpi_fit_stage_names),
              .level = _kpi_cursor_text (&level),
              .group = _kpi_cursor_text (&group)},
      .transform = (KpiTransform)_kpi_cursor_choice (&how, _kpi_transform_names),
      .turned = turned.node != NULL && _kpi_yaml_get_boolean (turned.node)};

  if (read_period (at, &entry.key.period) && read_count (&present, 0, &entry.present) &&
      read_fitted (at, &entry.fitted) && read_weights (&weights, &entry) &&
      judge_stage (at, entry.key.stage, entry.fitted.learns))
    _kpi_fit_add (fit, &entry, at->place, at->findings);
  g_free (entry.weights);
  _kpi_fitted_clear (&entry.fitted);
}

static void
read_areas (const KpiCursor *at, KpiFit *fit)
{
  for (gsize i = 0; i < _kpi_cursor_length (at); i++) {
    KpiCursor area = _kpi_cursor_entry (at, i);

    if (!_kpi_fit_add_area (fit, _kpi_cursor_text (&area), area.place, at->findings))
      return;
  }
}

/* Two entries of one key would be merged: a file that has them was not saved by us. */
static void
judge_keys (const KpiCursor *learned, KpiFit *fit)
{
  if (!_kpi_findings_has_errors (learned->findings) && _kpi_fit_finish (fit, learned->findings) &&
      kpi_fit_get_n_entries (fit) < _kpi_cursor_length (learned))
    _kpi_cursor_error (learned, KPI_ERROR_DUPLICATE,
                       "found two entries of one node, stage, level, group and period, expected "
                       "one");
}

static KpiFit *
read_tree (const KpiYaml *tree, KpiFindings *findings)
{
  KpiCursor root = _kpi_cursor_root (tree, findings);
  KpiCursor model = _kpi_cursor_get (&root, "model"), learned = _kpi_cursor_get (&root, "learned");
  KpiCursor areas = _kpi_cursor_get (&root, "areas");
  KpiFit *fit = _kpi_fit_empty (_kpi_cursor_text (&model));

  if (fit == NULL) {
    _kpi_cursor_fail_memory (&root);
    return NULL;
  }
  read_areas (&areas, fit);
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
