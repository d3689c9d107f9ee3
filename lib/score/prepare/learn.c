/* SPDX-License-Identifier: MIT */
/* Learning.
 *
 * A fit learns from the points of the areas of one level: of each period (`over: period`), or of
 * all periods of one frequency together, or of those that lie within `fit: {periods}`. A value
 * computed outside `valid` is in no fit; what was rolled up of children is in none with them.
 *
 * A run that learns a fit hands over what it learned as soon as it is there. A run by a fit makes
 * of all that is recalled what it would have learned itself. */

#include <math.h>

#include "score/prepare/learn.h"
#include "score/prepare/recall.h"
#include "score/prepare/treat.h"

/* What is treated was handed over before: how it is treated hangs on all of it. */
static gboolean
learns (const KpiRun *run, const KpiIndicator *indicator)
{
  return indicator->scoring.method->learns != KPI_LEARNS_NOTHING &&
         !(run->learned != NULL && indicator->treats);
}

gboolean
_kpi_learning_init (KpiLearning *learning, KpiRun *run, const KpiIndicator *indicator,
                    KpiSheet *sheet)
{
  KpiArena *arena = &learning->arena;
  guint32 n_areas = run->areas->n_areas, n_levels = run->areas->n_levels;

  *learning = (KpiLearning){
      .pools = {.run = run, .stage = KPI_FIT_SCORE, .indicator = indicator, .sheet = sheet},
      .learns = learns (run, indicator)};
  if (!learning->learns)
    return TRUE;
  learning->values = KPI_ARENA_NEW (arena, double, n_areas);
  learning->lows = KPI_ARENA_NEW (arena, double, n_areas);
  learning->highs = KPI_ARENA_NEW (arena, double, n_areas);
  learning->own = KPI_ARENA_NEW0 (arena, KpiFitted, n_levels);
  learning->fitted = KPI_ARENA_NEW0 (arena, const KpiFitted *, n_levels);
  for (guint32 level = 0; !arena->failed && level < n_levels; level++)
    if (!_kpi_fitted_init (&learning->own[level], indicator->scoring.method->learns))
      return FALSE;
  return !arena->failed;
}

void
_kpi_learning_clear (KpiLearning *learning)
{
  guint32 n_levels = learning->own != NULL ? learning->pools.run->areas->n_levels : 0;

  for (guint32 level = 0; level < n_levels; level++)
    _kpi_fitted_clear (&learning->own[level]);
  _kpi_arena_clear (&learning->arena);
}

static gboolean
recall_treated (const KpiPool *pool, KpiFitted *own)
{
  const KpiIndicator *indicator = pool->indicator;
  KpiScoringCall call = {.scoring = &indicator->scoring, .better = indicator->better};
  KpiPool treating = *pool;
  KpiFitted values;
  KpiTreated treated;
  gboolean done;

  treating.stage = KPI_FIT_TREAT;
  done = _kpi_fitted_init (&values, KPI_LEARNS_ORDER) &&
         _kpi_treat_recall (&treating, &values, &treated);
  for (gsize i = 0; done && i < values.n; i++)
    values.values[i] = _kpi_treated_apply (&treated, values.values[i]);
  done = done && _kpi_scoring_learn (&call, own, values.values, NULL, NULL, values.n);
  if (done)
    _kpi_fitted_finish (own);
  _kpi_fitted_clear (&values);
  return done;
}

static gboolean
recall (const KpiPool *pool, gpointer stage)
{
  KpiFitted *own = &((KpiLearning *)stage)->own[pool->level];

  return pool->indicator->treats ? recall_treated (pool, own) : _kpi_recall_values (pool, own);
}

static gboolean
learn_slot (const KpiPool *pool, const KpiLearning *learning, guint32 slot)
{
  const KpiScoring *scoring = &pool->indicator->scoring;
  KpiScoringCall call = {.scoring = scoring, .better = pool->indicator->better};
  gboolean rivals = pool->sheet->value_low != NULL && scoring->method->score_bounds != NULL;
  const double *values =
      _kpi_sheet_gather (pool->sheet, slot, pool->areas, pool->n_areas, KPI_MARK_UNLEARNED,
                         scoring->method->jumps, learning->values);

  if (rivals)
    _kpi_sheet_gather_ends (pool->sheet, slot, pool->areas, pool->n_areas, learning->lows,
                            learning->highs);
  return _kpi_scoring_learn (&call, &learning->own[pool->level], values,
                             rivals ? learning->lows : NULL, rivals ? learning->highs : NULL,
                             pool->n_areas);
}

static gboolean
learn (const KpiPool *pool, gpointer stage)
{
  const KpiLearning *learning = stage;

  for (gsize p = pool->first; p < pool->last; p++)
    if (_kpi_pool_learns_from (pool, p) && !learn_slot (pool, learning, pool->sheet->slots[p]))
      return FALSE;
  _kpi_fitted_finish (&learning->own[pool->level]);
  return TRUE;
}

static gboolean
hand_over (const KpiPool *pool, gpointer stage)
{
  const KpiIndicator *indicator = pool->indicator;
  KpiFitted *own = &((KpiLearning *)stage)->own[pool->level];
  KpiFitEntry entry = {.transform = indicator->scoring.transform,
                       .turned = indicator->scoring.method->turns &&
                                 indicator->better == KPI_BETTER_LOWER};
  gboolean done = learn (pool, stage);

  if (!done || own->n == 0)
    return done;
  entry.fitted = *own; /* the entry takes it, and what is learned next needs another */
  done = _kpi_fitted_init (own, indicator->scoring.method->learns) &&
         _kpi_pool_hand_over (pool, &entry);
  _kpi_fitted_clear (&entry.fitted);
  return done;
}

static gboolean
learn_pool (const KpiPool *pool, gpointer stage)
{
  static const KpiLearner learner = {learn, recall, hand_over, NULL};
  KpiLearning *learning = stage;

  _kpi_fitted_restart (&learning->own[pool->level]);
  learning->fitted[pool->level] = &learning->own[pool->level];
  return _kpi_pool_learn (pool, &learner, learning);
}

gboolean
_kpi_learning_has (const KpiLearning *learning, gsize cell, const KpiPeriod *period)
{
  return _kpi_scoring_has_period (&learning->pools.indicator->scoring, period) &&
         !_kpi_sheet_has_mark (learning->pools.sheet, cell, KPI_MARK_UNLEARNED);
}

gboolean
_kpi_learn_frequency (KpiLearning *learning, KpiFrequency frequency)
{
  if (!learning->learns || learning->pools.indicator->scoring.over == KPI_OVER_PERIOD)
    return TRUE;
  _kpi_pool_set_frequency (&learning->pools, frequency);
  return _kpi_pools_each_class (learning->pools, learn_pool, learning);
}

gboolean
_kpi_learn_period (KpiLearning *learning, gsize period)
{
  if (!learning->learns || learning->pools.indicator->scoring.over == KPI_OVER_ALL)
    return TRUE;
  _kpi_pool_set_period (&learning->pools, period);
  return _kpi_pools_each_class (learning->pools, learn_pool, learning);
}
