/* SPDX-License-Identifier: MIT */
/* Imputing across.
 *
 * What the others have is observed in the data in hand, or recalled from a fit. Where neither knows
 * anything the gap stays; of a fit, that is warned of.
 *
 * What is handed over to a fit is what was observed, as the method needs to know it, and how many
 * areas needed nothing filled in. Imputing by row is told of the ranges of the siblings, which
 * every entry has, so that an indicator is handed over too if only a sibling asks. */

#include <math.h>

#include "score/prepare/gaps.h"
#include "score/prepare/impute-across.h"
#include "score/prepare/recall.h"

typedef struct {
  KpiLearns learns; /* what a fit is to hold */
  guint8 *gaps;     /* by area, in the period in hand */
  double *numbers;  /* scratch: what was observed in a pool */
  double value;     /* what fills the gaps of the pool in hand; NaN: nothing */
  gboolean lacks;   /* the fit knew nothing of some pool with gaps */
} Across;

static gsize
first_cell (const KpiPool *pool)
{
  return (gsize)pool->sheet->slots[pool->first] * pool->sheet->n_areas;
}

/* Lists what was observed; returns how many there are. */
static gsize
gather (const KpiPool *pool, double *out)
{
  gsize n = 0;

  for (guint32 i = 0; i < pool->n_areas; i++) {
    double value = _kpi_gaps_get_observed (pool->sheet, first_cell (pool) + pool->areas[i]);

    if (!isnan (value))
      out[n++] = value;
  }
  return n;
}

static gsize
count_gaps (const KpiPool *pool, const Across *across)
{
  gsize n = 0;

  for (guint32 i = 0; i < pool->n_areas; i++)
    n += across->gaps[pool->areas[i]];
  return n;
}

static gboolean
learn (const KpiPool *pool, gpointer stage)
{
  Across *across = stage;
  gsize n = gather (pool, across->numbers);

  across->value = n == 0 ? NAN : pool->indicator->imputing.method->of_numbers (across->numbers, n);
  return TRUE;
}

static gboolean
recall (const KpiPool *pool, gpointer stage)
{
  Across *across = stage;
  gboolean done = _kpi_recall_filling (pool, &across->value);

  across->lacks |= isnan (across->value) != 0;
  return done;
}

static gboolean
hand_over (const KpiPool *pool, gpointer stage)
{
  const Across *across = stage;
  KpiFitEntry entry = {0};
  gsize n = gather (pool, across->numbers);
  gboolean done = _kpi_fitted_init (&entry.fitted, across->learns) &&
                  _kpi_fitted_learn (&entry.fitted, across->numbers, NULL, NULL, n);

  if (done && across->learns != KPI_LEARNS_RANGE)
    entry.present =
        _kpi_recall_count_areas (pool, pool->by_group ? _kpi_pool_get_key (pool).group : NULL,
                                 &pool->run->periods[pool->first]) -
        count_gaps (pool, across);
  if (done)
    _kpi_fitted_finish (&entry.fitted);
  done = done && _kpi_pool_hand_over (pool, &entry);
  _kpi_fitted_clear (&entry.fitted);
  return done;
}

static gboolean
apply (const KpiPool *pool, gpointer stage)
{
  const Across *across = stage;

  for (guint32 i = 0; i < pool->n_areas; i++)
    if (across->gaps[pool->areas[i]] &&
        !_kpi_gaps_fill (pool->sheet, first_cell (pool) + pool->areas[i], across->value))
      return FALSE;
  return TRUE;
}

/* A pool without gaps is left alone, but for what a fit is to hold of it. */
static gboolean
impute_pool (const KpiPool *pool, gpointer stage)
{
  static const KpiLearner learner = {learn, recall, hand_over, apply};

  if (pool->run->learned == NULL && count_gaps (pool, stage) == 0)
    return TRUE;
  return _kpi_pool_learn (pool, &learner, stage);
}

static gboolean
impute_period (KpiPool pools, gsize period, Across *across)
{
  if (pools.sheet->slots[period] == KPI_NO_SLOT)
    return TRUE;
  _kpi_pool_set_period (&pools, period);
  _kpi_gaps_find (pools.run, pools.indicator, pools.sheet, period, across->gaps);
  return _kpi_pools_each_class (pools, impute_pool, across);
}

gboolean
_kpi_impute_across (KpiRun *run, const KpiIndicator *indicator, KpiSheet *sheet,
                    gboolean asked_by_row)
{
  const KpiImputingMethod *method = indicator->imputing.method;
  gboolean is_across = _kpi_imputing_is_across (&indicator->imputing);
  KpiArena arena = {0};
  KpiPool pools = {.run = run,
                   .stage = KPI_FIT_IMPUTE,
                   .indicator = indicator,
                   .sheet = sheet,
                   .by_group =
                       is_across && _kpi_imputing_from (&indicator->imputing) == KPI_IMPUTE_GROUP};
  Across across = {.learns = is_across ? method->learns : KPI_LEARNS_RANGE,
                   .gaps = KPI_ARENA_NEW (&arena, guint8, run->areas->n_areas),
                   .numbers = KPI_ARENA_NEW (&arena, double, run->areas->n_areas)};
  gboolean done = !arena.failed;

  for (gsize p = 0; done && p < run->n_periods && (is_across || asked_by_row); p++)
    done = impute_period (pools, p, &across);
  if (across.lacks)
    _kpi_gaps_warn_lack (run, indicator);
  _kpi_arena_clear (&arena);
  return done;
}
