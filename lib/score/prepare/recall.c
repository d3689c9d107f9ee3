/* SPDX-License-Identifier: MIT */
/* Recalling.
 *
 *   values of a pool = those that the fit holds + for each period: gaps x what fills them there
 *   gaps             = areas that could have the value - those that needed nothing filled in
 *
 * Fits hold what was observed, and how many areas had it. How many had a gap, and what fills it, is
 * known when all parts are together: a gap in one of them may be a value in another. Which areas
 * there are is said by the model, or by the fit where the model lists none.
 *
 * Always true: from the data that a fit was learned from it makes the same values to the bit. */

#include <math.h>
#include <string.h>

#include "score/prepare/recall.h"

static gboolean
refuse (const KpiPool *pool, const char *key, const char *method)
{
  const KpiIndicator *indicator = pool->indicator;
  g_autofree char *path = g_strdup_printf ("indicators.%s.%s", indicator->id, key);

  _kpi_findings_add (pool->run->findings, KPI_SEVERITY_ERROR, KPI_ERROR_CONFLICT, indicator->place,
                     path,
                     "found a fit that learned something else of it, expected one that %s by this "
                     "model learned: fit anew",
                     method);
  return FALSE;
}

static gboolean
could_have (const KpiRun *run, guint32 area, const char *group, const KpiPeriod *period)
{
  return (group == NULL || strcmp (_kpi_pool_group_name (run, area), group) == 0) &&
         _kpi_areas_is_alive (run->areas, area, period);
}

gsize
_kpi_recall_count_areas (const KpiPool *pool, const char *group, const KpiPeriod *period)
{
  const KpiRun *run = pool->run;
  const KpiHierarchy *hierarchy = run->hierarchy;
  gboolean rolls_up = pool->indicator->rollup.form != KPI_ROLLUP_NONE;
  gsize n = 0;

  if (run->model->n_areas == 0)
    return run->fit != NULL ? run->fit->areas.n : pool->n_areas;
  for (guint32 i = 0; i < pool->n_areas; i++)
    n += could_have (run, pool->areas[i], group, period) ? 1 : 0;
  for (guint32 i = 0; rolls_up && i < hierarchy->n_parents; i++)
    if (run->areas->levels[hierarchy->parents[i]] == pool->level &&
        could_have (run, hierarchy->parents[i], group, period))
      n--;
  return n;
}

gboolean
_kpi_recall_filling (const KpiPool *pool, double *out_value)
{
  const KpiImputingMethod *method = pool->indicator->imputing.method;
  KpiFitKey key = _kpi_pool_get_key (pool);
  const KpiFitEntry *entry = _kpi_fit_find (pool->run->fit, &key);

  *out_value = NAN;
  if (entry == NULL)
    return TRUE;
  if (entry->fitted.learns != method->learns)
    return refuse (pool, "impute", method->name);
  *out_value = method->of_fitted (&entry->fitted);
  return TRUE;
}

/* Whether a stage that learned from `of` learned from a period. */
static gboolean
is_among (const KpiPeriod *period, const KpiPeriod *of, const KpiScoring *scoring)
{
  if (of->start != 0)
    return _kpi_period_compare (period, of) == 0;
  return period->frequency == of->frequency && _kpi_scoring_has_period (scoring, period);
}

static gboolean
has_room (const KpiPool *pool, const KpiFitted *fitted, gsize n)
{
  const KpiIndicator *indicator = pool->indicator;

  if (fitted->learns != KPI_LEARNS_ORDER ||
      (n <= KPI_MAX_FIT_VALUES && fitted->n + n <= KPI_MAX_FIT_VALUES))
    return TRUE;
  _kpi_findings_add (pool->run->findings, KPI_SEVERITY_ERROR, KPI_ERROR_LIMIT, indicator->place,
                     "fit",
                     "found more than %d values of %s, those that fill gaps among them, expected a "
                     "fit within that",
                     KPI_MAX_FIT_VALUES, indicator->id);
  return FALSE;
}

static gboolean
add_gaps (const KpiPool *pool, const KpiFitEntry *entry, KpiFitted *out)
{
  const KpiIndicator *indicator = pool->indicator;
  const KpiImputingMethod *method = indicator->imputing.method;
  KpiScoringCall call = {.scoring = &indicator->scoring, .better = indicator->better};
  const char *group =
      _kpi_imputing_from (&indicator->imputing) == KPI_IMPUTE_GROUP ? entry->key.group : NULL;
  gsize n = _kpi_recall_count_areas (pool, group, &entry->key.period);
  double value;

  if (entry->fitted.learns != method->learns)
    return refuse (pool, "impute", method->name);
  n = n > entry->present ? n - entry->present : 0;
  value = method->of_fitted (&entry->fitted);
  if (pool->stage == KPI_FIT_SCORE)
    value = _kpi_scoring_prepared (&call, value);
  return has_room (pool, out, n) && _kpi_fitted_repeat (out, value, n);
}

/* The key of the first entry of imputing a pool's level, in time. */
static KpiFitKey
first_key (const KpiPool *pool)
{
  return (KpiFitKey){.node = pool->indicator->id,
                     .stage = KPI_FIT_IMPUTE,
                     .level = _kpi_pool_level_name (pool->run, pool->level),
                     .group = ""};
}

/* An entry by its place, if it is of the same level still; else NULL. */
static const KpiFitEntry *
get_of_level (const KpiFit *fit, gsize place, const KpiFitKey *key)
{
  const KpiFitEntry *entry = &KPI_ROW (&fit->entries, KpiFitEntry, place);

  return place < fit->entries.n && entry->key.stage == key->stage &&
                 strcmp (entry->key.node, key->node) == 0 &&
                 strcmp (entry->key.level, key->level) == 0
             ? entry
             : NULL;
}

void
_kpi_recall_range (const KpiPool *pool, double *out_least, double *out_greatest)
{
  const KpiFit *fit = pool->run->fit;
  KpiFitKey key = first_key (pool);
  const KpiFitEntry *entry;
  gsize place;

  key.period = pool->run->periods[pool->first];
  place = _kpi_fit_find_place (fit, &key);
  *out_least = INFINITY;
  *out_greatest = -INFINITY;
  while ((entry = get_of_level (fit, place++, &key)) != NULL &&
         _kpi_period_compare (&entry->key.period, &key.period) == 0) {
    *out_least = MIN (*out_least, entry->fitted.least);
    *out_greatest = MAX (*out_greatest, entry->fitted.greatest);
  }
}

const KpiFitEntry *
_kpi_recall_find (const KpiRun *run, const KpiFitKey *key)
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

static gboolean
has_other (const KpiRun *run, const KpiFitKey *key)
{
  KpiFitKey other = *key;

  other.stage = key->stage == KPI_FIT_TREAT ? KPI_FIT_SCORE : KPI_FIT_TREAT;
  return _kpi_recall_find (run, &other) != NULL;
}

gboolean
_kpi_recall_values (const KpiPool *pool, KpiFitted *out)
{
  const KpiRun *run = pool->run;
  const KpiIndicator *indicator = pool->indicator;
  KpiFitKey of = first_key (pool), key = _kpi_pool_get_key (pool);
  const KpiFitEntry *entry = _kpi_recall_find (run, &key), *gaps;
  gsize place;

  if (entry == NULL ? has_other (run, &key) : !suits (entry, indicator))
    return refuse (pool, pool->stage == KPI_FIT_TREAT ? "treat" : "score",
                   pool->stage == KPI_FIT_TREAT ? "treat" : indicator->scoring.method->name);
  if (entry == NULL)
    return TRUE;
  if (!_kpi_fitted_merge (out, &entry->fitted))
    return FALSE;
  place = _kpi_fit_find_place (run->fit, &of);
  while (_kpi_imputing_is_across (&indicator->imputing) &&
         (gaps = get_of_level (run->fit, place++, &of)) != NULL)
    if (is_among (&gaps->key.period, &entry->key.period, &indicator->scoring) &&
        !add_gaps (pool, gaps, out))
      return FALSE;
  _kpi_fitted_finish (out);
  return TRUE;
}
