/* SPDX-License-Identifier: MIT */
/* Recalling.
 *
 *   values of a class = those that the fit holds + for each period: gaps x what fills them there
 *   gaps              = areas that could have the value - those that needed nothing filled in
 *
 * Fits hold what was observed, and how many areas had it. How many had a gap, and what fills it, is
 * known when all parts are together: a gap in one of them may be a value in another. Which areas
 * there are is said by the model, or by the fit where the model lists none.
 *
 * Always true: from the data that a fit was learned from it makes the same values to the bit. */

#include <math.h>
#include <string.h>

#include "score/measure/recall.h"

const char *
_kpi_recall_level_name (const KpiRun *run, guint32 level)
{
  const KpiAreas *areas = run->areas;
  guint32 n;
  const guint32 *members = _kpi_areas_get_level (areas, level, &n);

  return n > 0 && members[0] < run->model->n_areas ? run->model->areas[members[0]].level : "";
}

const char *
_kpi_recall_group_name (const KpiRun *run, guint32 area)
{
  return area < run->model->n_areas ? run->model->areas[area].group : "";
}

static gboolean
refuse (const KpiRun *run, const KpiIndicator *indicator, const char *key, const char *method)
{
  g_autofree char *path = g_strdup_printf ("indicators.%s.%s", indicator->id, key);

  _kpi_findings_add (run->findings, KPI_SEVERITY_ERROR, KPI_ERROR_CONFLICT, indicator->place, path,
                     "found a fit that learned something else of it, expected one that %s by this "
                     "model learned: fit anew",
                     method);
  return FALSE;
}

static gboolean
is_by_group (const KpiIndicator *indicator)
{
  return indicator->imputing.method->from == KPI_IMPUTE_GROUP;
}

/* ---- Gaps */

static gboolean
could_have (const KpiRun *run, guint32 area, const char *group, const KpiPeriod *period)
{
  return (group == NULL || strcmp (_kpi_recall_group_name (run, area), group) == 0) &&
         _kpi_areas_is_alive (run->areas, area, period);
}

gsize
_kpi_recall_count_areas (const KpiRun *run, const KpiIndicator *indicator, guint32 level,
                         const char *group, const KpiPeriod *period)
{
  const KpiHierarchy *hierarchy = run->hierarchy;
  guint32 n_areas;
  const guint32 *members = _kpi_areas_get_level (run->areas, level, &n_areas);
  gsize n = 0;

  if (run->model->n_areas == 0)
    return run->fit != NULL ? run->fit->areas.n : n_areas;
  for (guint32 i = 0; i < n_areas; i++)
    n += could_have (run, members[i], group, period) ? 1 : 0;
  for (guint32 i = 0; indicator->rollup.form != KPI_ROLLUP_NONE && i < hierarchy->n_parents; i++)
    if (run->areas->levels[hierarchy->parents[i]] == level &&
        could_have (run, hierarchy->parents[i], group, period))
      n--;
  return n;
}

gboolean
_kpi_recall_filling (KpiRun *run, const KpiIndicator *indicator, guint32 area, KpiPeriod period,
                     double *out_value)
{
  const KpiImputingMethod *method = indicator->imputing.method;
  KpiFitKey key = {.node = indicator->id,
                   .stage = KPI_FIT_IMPUTE,
                   .level = _kpi_recall_level_name (run, run->areas->levels[area]),
                   .group = is_by_group (indicator) ? _kpi_recall_group_name (run, area) : "",
                   .period = period};
  const KpiFitEntry *entry = _kpi_fit_find (run->fit, &key);

  *out_value = NAN;
  if (entry == NULL)
    return TRUE;
  if (entry->fitted.learns != method->learns)
    return refuse (run, indicator, "impute", method->name);
  *out_value = method->of_fitted (&entry->fitted);
  return TRUE;
}

/* Whether a stage that learned from `of` learned from a period. */
static gboolean
is_among (const KpiPeriod *period, const KpiPeriod *of, const KpiScoring *scoring)
{
  if (of->start != 0)
    return _kpi_period_compare (period, of) == 0;
  return period->frequency == of->frequency && scoring->fit_from <= period->start &&
         period->end <= scoring->fit_until;
}

static gboolean
has_room (const KpiRun *run, const KpiIndicator *indicator, const KpiFitted *fitted, gsize n)
{
  if (fitted->learns != KPI_LEARNS_ORDER ||
      (n <= KPI_MAX_FIT_VALUES && fitted->n + n <= KPI_MAX_FIT_VALUES))
    return TRUE;
  _kpi_findings_add (run->findings, KPI_SEVERITY_ERROR, KPI_ERROR_LIMIT, indicator->place, "fit",
                     "found more than %d values of %s, those that fill gaps among them, expected a "
                     "fit within that",
                     KPI_MAX_FIT_VALUES, indicator->id);
  return FALSE;
}

/* Adds what filled the gaps of one class in one period. */
static gboolean
add_gaps (const KpiRun *run, const KpiIndicator *indicator, KpiFitStage stage, guint32 level,
          const KpiFitEntry *entry, KpiFitted *out)
{
  const KpiImputingMethod *method = indicator->imputing.method;
  KpiScoringCall call = {.scoring = &indicator->scoring, .better = indicator->better};
  const char *group = is_by_group (indicator) ? entry->key.group : NULL;
  gsize n = _kpi_recall_count_areas (run, indicator, level, group, &entry->key.period);
  double value;

  if (entry->fitted.learns != method->learns)
    return refuse (run, indicator, "impute", method->name);
  n = n > entry->present ? n - entry->present : 0;
  value = method->of_fitted (&entry->fitted);
  if (stage == KPI_FIT_SCORE)
    value = _kpi_scoring_prepared (&call, value);
  return has_room (run, indicator, out, n) && _kpi_fitted_repeat (out, value, n);
}

/* ---- Classes */

/* The first entry of imputing a level, in time. */
static KpiFitKey
first_key (const KpiRun *run, const KpiIndicator *indicator, guint32 level)
{
  return (KpiFitKey){.node = indicator->id,
                     .stage = KPI_FIT_IMPUTE,
                     .level = _kpi_recall_level_name (run, level),
                     .group = ""};
}

/* An entry by its place, if it is of the same level still; else NULL. */
static const KpiFitEntry *
get_of_level (const KpiRun *run, gsize place, const KpiFitKey *key)
{
  const KpiFitEntry *entry = &KPI_ROW (&run->fit->entries, KpiFitEntry, place);

  return place < run->fit->entries.n && entry->key.stage == key->stage &&
                 strcmp (entry->key.node, key->node) == 0 &&
                 strcmp (entry->key.level, key->level) == 0
             ? entry
             : NULL;
}

guint
_kpi_recall_frequencies (const KpiRun *run, const KpiIndicator *indicator)
{
  KpiFitKey key = {.node = indicator->id, .stage = KPI_FIT_IMPUTE, .level = "", .group = ""};
  guint frequencies = 0;

  if (run->fit == NULL || !(_kpi_imputing_is_across (&indicator->imputing) ||
                            _kpi_imputing_is_by_row (&indicator->imputing)))
    return 0;
  for (gsize i = _kpi_fit_find_place (run->fit, &key); i < run->fit->entries.n; i++) {
    const KpiFitKey *found = &KPI_ROW (&run->fit->entries, KpiFitEntry, i).key;

    if (found->stage != key.stage || strcmp (found->node, key.node) != 0)
      break;
    frequencies |= 1u << found->period.frequency;
  }
  return frequencies;
}

void
_kpi_recall_range (const KpiRun *run, const KpiIndicator *indicator, guint32 level,
                   KpiPeriod period, double *out_least, double *out_greatest)
{
  KpiFitKey key = first_key (run, indicator, level);
  const KpiFitEntry *entry;
  gsize place;

  key.period = period;
  place = _kpi_fit_find_place (run->fit, &key);
  *out_least = INFINITY;
  *out_greatest = -INFINITY;
  while ((entry = get_of_level (run, place++, &key)) != NULL &&
         _kpi_period_compare (&entry->key.period, &period) == 0) {
    *out_least = MIN (*out_least, entry->fitted.least);
    *out_greatest = MAX (*out_greatest, entry->fitted.greatest);
  }
}

/* As of a day, values of any frequency count: a fit of all periods serves them if it is the one. */
static const KpiFitEntry *
find (const KpiRun *run, const KpiFitKey *key)
{
  const KpiFitEntry *entry = _kpi_fit_find (run->fit, key);

  return entry == NULL && run->as_of && key->period.start == 0
             ? _kpi_fit_find_pooled (run->fit, key)
             : entry;
}

static gboolean
suits (const KpiFitEntry *entry, const KpiIndicator *indicator)
{
  const KpiScoringMethod *method = indicator->scoring.method;
  gboolean turned = method->turns && indicator->better == KPI_BETTER_LOWER;

  return entry->key.stage == KPI_FIT_TREAT ||
         (entry->fitted.learns == method->learns &&
          entry->transform == indicator->scoring.transform && entry->turned == turned);
}

/* Whether the other of the two stages learned what this one is asked for. */
static gboolean
has_other (const KpiRun *run, const KpiFitKey *key)
{
  KpiFitKey other = *key;

  other.stage = key->stage == KPI_FIT_TREAT ? KPI_FIT_SCORE : KPI_FIT_TREAT;
  return find (run, &other) != NULL;
}

gboolean
_kpi_recall_values (KpiRun *run, const KpiIndicator *indicator, KpiFitStage stage, guint32 level,
                    KpiPeriod period, KpiFitted *out)
{
  KpiFitKey of = first_key (run, indicator, level), key = of;
  gsize place = _kpi_fit_find_place (run->fit, &of);
  const KpiFitEntry *entry, *gaps;

  key.stage = stage;
  key.period = period;
  entry = find (run, &key);
  if (entry == NULL ? has_other (run, &key) : !suits (entry, indicator))
    return refuse (run, indicator, stage == KPI_FIT_TREAT ? "treat" : "score",
                   stage == KPI_FIT_TREAT ? "treat" : indicator->scoring.method->name);
  if (entry == NULL)
    return TRUE;
  if (!_kpi_fitted_merge (out, &entry->fitted))
    return FALSE;
  while (_kpi_imputing_is_across (&indicator->imputing) &&
         (gaps = get_of_level (run, place++, &of)) != NULL)
    if (is_among (&gaps->key.period, &entry->key.period, &indicator->scoring) &&
        !add_gaps (run, indicator, stage, level, gaps, out))
      return FALSE;
  _kpi_fitted_finish (out);
  return TRUE;
}
