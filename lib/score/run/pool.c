/* SPDX-License-Identifier: MIT */
/* Pools, one after another.
 *
 * Always true: frequencies come in their order, periods ascend, and so do levels and groups, so
 * that what is learned and said of them comes in one order whatever the stage. */

#include "score/run/pool.h"

void
_kpi_pool_set_period (KpiPool *pool, gsize period)
{
  pool->by_period = TRUE;
  pool->first = period;
  pool->last = period + 1;
  pool->frequency = pool->run->periods[period].frequency;
}

void
_kpi_pool_set_frequency (KpiPool *pool, KpiFrequency frequency)
{
  pool->by_period = FALSE;
  pool->first = 0;
  pool->last = pool->run->n_periods;
  pool->frequency = frequency;
}

gboolean
_kpi_pools_each_class (KpiPool pools, KpiPoolFunc func, gpointer stage)
{
  const KpiAreas *areas = pools.run->areas;
  guint32 n = pools.by_group ? areas->n_groups : areas->n_levels;

  for (guint32 class = 0; class < n; class ++) {
    pools.areas = pools.by_group ? _kpi_areas_get_group (areas, class, &pools.n_areas)
                                 : _kpi_areas_get_level (areas, class, &pools.n_areas);
    if (pools.n_areas == 0)
      continue;
    pools.level = areas->levels[pools.areas[0]];
    if (!func (&pools, stage))
      return FALSE;
  }
  return TRUE;
}

gboolean
_kpi_pools_each (KpiPool pools, gboolean by_period, KpiPoolFunc func, gpointer stage)
{
  for (guint f = 0; f < KPI_N_FREQUENCIES && !by_period; f++) {
    _kpi_pool_set_frequency (&pools, f);
    if (!_kpi_pools_each_class (pools, func, stage))
      return FALSE;
  }
  for (gsize p = 0; p < pools.run->n_periods && by_period; p++) {
    _kpi_pool_set_period (&pools, p);
    if (pools.sheet->slots[p] != KPI_NO_SLOT && !_kpi_pools_each_class (pools, func, stage))
      return FALSE;
  }
  return TRUE;
}

gboolean
_kpi_pool_learn (const KpiPool *pool, const KpiLearner *learner, gpointer stage)
{
  const KpiRun *run = pool->run;
  KpiPoolFunc learn = run->fit != NULL ? learner->recall : learner->learn;

  if (run->learned != NULL)
    return learner->hand_over == NULL || learner->hand_over (pool, stage);
  return (learn == NULL || learn (pool, stage)) &&
         (learner->apply == NULL || learner->apply (pool, stage));
}

const char *
_kpi_pool_level_name (const KpiRun *run, guint32 level)
{
  guint32 n;
  const guint32 *members = _kpi_areas_get_level (run->areas, level, &n);

  return n > 0 && members[0] < run->model->n_areas ? run->model->areas[members[0]].level : "";
}

const char *
_kpi_pool_group_name (const KpiRun *run, guint32 area)
{
  return area < run->model->n_areas ? run->model->areas[area].group : "";
}

KpiFitKey
_kpi_pool_get_key (const KpiPool *pool)
{
  return (KpiFitKey){.node = pool->indicator->id,
                     .stage = pool->stage,
                     .level = _kpi_pool_level_name (pool->run, pool->level),
                     .group =
                         pool->by_group ? _kpi_pool_group_name (pool->run, pool->areas[0]) : "",
                     .period = pool->by_period ? pool->run->periods[pool->first]
                                               : KPI_FIT_OF_ALL (pool->frequency)};
}

gboolean
_kpi_pool_hand_over (const KpiPool *pool, KpiFitEntry *entry)
{
  entry->key = _kpi_pool_get_key (pool);
  return entry->fitted.n == 0 ||
         _kpi_fit_add (pool->run->learned, entry, pool->indicator->place, pool->run->findings);
}
