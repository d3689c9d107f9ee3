/* SPDX-License-Identifier: MIT */
/* A pool: the cells that one stage learns from together, and to which it then does what it learned.
 *
 * They are of one node, of the areas of one level (or of one group among them), in one period or in
 * all periods of a frequency. A stage is, for each pool: learn, and apply. */
#pragma once

#include "score/run/fit-private.h"
#include "score/run/run.h"
#include "score/run/sheet.h"

typedef struct {
  KpiRun *run;
  KpiFitStage stage;
  const KpiIndicator *indicator;
  KpiSheet *sheet;
  gboolean by_group;  /* its areas are of one group; else of one level */
  gboolean by_period; /* it is of one period; else of all of a frequency */
  KpiFrequency frequency;
  gsize first; /* its periods are those of the frequency among first … last - 1 of the run */
  gsize last;
  guint32 level;
  const guint32 *areas; /* ascending */
  guint32 n_areas;
} KpiPool;

/* What a stage does with a pool; `stage` is its own. FALSE, and reported, on failure. */
typedef gboolean (*KpiPoolFunc) (const KpiPool *pool, gpointer stage);

/* Calls `func` for each pool of an indicator: of all periods of a frequency together or of each
 * period, and there of each level or group. Of `pools` stage, indicator, sheet and by_group are
 * set. FALSE as soon as `func` says so. */
gboolean _kpi_pools_each (KpiPool pools, gboolean by_period, KpiPoolFunc func, gpointer stage);

/* The same for the periods that are set in `pools`. */
gboolean _kpi_pools_each_class (KpiPool pools, KpiPoolFunc func, gpointer stage);

/* Sets the periods of a pool to one of them, or to all of a frequency. */
void _kpi_pool_set_period (KpiPool *pool, gsize period);
void _kpi_pool_set_frequency (KpiPool *pool, KpiFrequency frequency);

/* What a stage does to learn, and to apply what it knows then. Each may be NULL: nothing is done.
 */
typedef struct {
  KpiPoolFunc learn;     /* from the data in hand */
  KpiPoolFunc recall;    /* from the fit that the run is given */
  KpiPoolFunc hand_over; /* learns, and adds it to the fit that the run is to learn */
  KpiPoolFunc apply;
} KpiLearner;

/* Learns from one pool in the way of the run, and applies it; what is handed over is not applied:
 * it is known when the fits of all parts are together. */
gboolean _kpi_pool_learn (const KpiPool *pool, const KpiLearner *learner, gpointer stage);

/* Whether a period of the run is one of a pool's. */
static inline gboolean
_kpi_pool_has_period (const KpiPool *pool, gsize period)
{
  return pool->sheet->slots[period] != KPI_NO_SLOT &&
         pool->run->periods[period].frequency == pool->frequency;
}

/* Whether a score learns from a period, by `fit: {periods: …}`. */
static inline gboolean
_kpi_scoring_has_period (const KpiScoring *scoring, const KpiPeriod *period)
{
  return scoring->fit_from <= period->start && period->end <= scoring->fit_until;
}

/* The rule of what treating and scoring learn from: from the periods of a pool in the window of
 * `fit`, and there from all cells but those that are marked so: a parent repeats what its children
 * say. */
#define KPI_MARK_UNLEARNED KPI_MARK_ROLLED_UP
static inline gboolean
_kpi_pool_learns_from (const KpiPool *pool, gsize period)
{
  return _kpi_pool_has_period (pool, period) &&
         _kpi_scoring_has_period (&pool->indicator->scoring, &pool->run->periods[period]);
}

/* The key under which fits hold what is learned of a pool. */
KpiFitKey _kpi_pool_get_key (const KpiPool *pool);

/* The names of a level and of an area's group, as fits have them; "" where there is none. */
const char *_kpi_pool_level_name (const KpiRun *run, guint32 level);
const char *_kpi_pool_group_name (const KpiRun *run, guint32 area);

/* Adds what was learned of a pool to the fit that the run is to learn, under the pool's key; takes
 * it from the entry. Nothing was learned from no value. FALSE, and reported, on failure. */
gboolean _kpi_pool_hand_over (const KpiPool *pool, KpiFitEntry *entry);
