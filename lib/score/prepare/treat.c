/* SPDX-License-Identifier: MIT */
/* Treating.
 *
 * A treatment learns from the values that the score will be fitted to: those of the areas of one
 * level in the periods that `over` names, imputed ones among them and rolled-up ones not. It is
 * then done to all values of that level, and to their bounds, whose order it keeps.
 *
 * A fit keeps these values as they are before, all in order: whether and how a treatment acts is
 * decided anew from all that is recalled, so that parts that were learned apart act as one.
 */

#include <math.h>

#include "score/prepare/recall.h"
#include "score/prepare/treat.h"

typedef struct {
  double *numbers; /* scratch, of all cells; likewise the other */
  double *moved;
  KpiTreated treated; /* how the pool in hand is treated */
} Treating;

/* Lists what a pool learns from; returns how many values there are. */
static gsize
gather (const KpiPool *pool, double *out)
{
  const KpiSheet *sheet = pool->sheet;
  gsize n = 0;

  for (gsize p = pool->first; p < pool->last; p++) {
    gsize row = (gsize)sheet->slots[p] * sheet->n_areas;

    if (!_kpi_pool_learns_from (pool, p))
      continue;
    for (guint32 i = 0; i < pool->n_areas; i++) {
      gsize cell = row + pool->areas[i];
      double value = _kpi_sheet_imputed (sheet, cell);

      if (!isnan (value) && !_kpi_sheet_has_mark (sheet, cell, KPI_MARK_UNLEARNED))
        out[n++] = value;
    }
  }
  return n;
}

static gboolean
learn (const KpiPool *pool, gpointer stage)
{
  Treating *treating = stage;

  treating->treated = _kpi_treating_fit (&pool->indicator->treating, treating->numbers,
                                         gather (pool, treating->numbers), treating->moved);
  return TRUE;
}

gboolean
_kpi_treat_recall (const KpiPool *pool, KpiFitted *values, KpiTreated *out)
{
  g_autofree double *moved = NULL;

  *out = (KpiTreated){.method = NULL};
  if (!_kpi_recall_values (pool, values))
    return FALSE;
  moved = g_try_new (double, MAX (values->n, 1));
  if (moved == NULL)
    return FALSE;
  *out = _kpi_treating_fit (&pool->indicator->treating, values->values, values->n, moved);
  return TRUE;
}

static gboolean
recall (const KpiPool *pool, gpointer stage)
{
  Treating *treating = stage;
  KpiFitted values;
  gboolean done = _kpi_fitted_init (&values, KPI_LEARNS_ORDER) &&
                  _kpi_treat_recall (pool, &values, &treating->treated);

  _kpi_fitted_clear (&values);
  return done;
}

static gboolean
hand_over (const KpiPool *pool, gpointer stage)
{
  const Treating *treating = stage;
  KpiFitEntry entry = {0};
  gboolean done = _kpi_fitted_init (&entry.fitted, KPI_LEARNS_ORDER) &&
                  _kpi_fitted_learn (&entry.fitted, treating->numbers, NULL, NULL,
                                     gather (pool, treating->numbers));

  if (done)
    _kpi_fitted_finish (&entry.fitted);
  done = done && _kpi_pool_hand_over (pool, &entry);
  _kpi_fitted_clear (&entry.fitted);
  return done;
}

static void
treat_cell (KpiSheet *sheet, gsize cell, const KpiTreated *treated)
{
  if (isnan (sheet->imputed[cell]))
    return;
  sheet->treated[cell] = _kpi_treated_apply (treated, sheet->imputed[cell]);
  if (_kpi_treated_is_rescaled (treated))
    _kpi_sheet_mark (sheet, cell, KPI_MARK_LOGGED); /* for which apply() made room */
  if (sheet->treated_low == NULL)
    return;
  sheet->treated_low[cell] = _kpi_treated_apply (treated, sheet->value_low[cell]);
  sheet->treated_high[cell] = _kpi_treated_apply (treated, sheet->value_high[cell]);
}

static gboolean
apply (const KpiPool *pool, gpointer stage)
{
  const Treating *treating = stage;
  KpiSheet *sheet = pool->sheet;

  if (treating->treated.method == NULL)
    return TRUE;
  if (!_kpi_sheet_need_treated (sheet) || !_kpi_sheet_need_marks (sheet))
    return FALSE;
  for (gsize p = pool->first; p < pool->last; p++)
    for (guint32 i = 0; _kpi_pool_has_period (pool, p) && i < pool->n_areas; i++)
      treat_cell (sheet, (gsize)sheet->slots[p] * sheet->n_areas + pool->areas[i],
                  &treating->treated);
  return TRUE;
}

static gboolean
treat_pool (const KpiPool *pool, gpointer stage)
{
  static const KpiLearner learner = {learn, recall, hand_over, apply};

  return _kpi_pool_learn (pool, &learner, stage);
}

gboolean
_kpi_treat_indicator (KpiRun *run, const KpiIndicator *indicator, KpiSheet *sheet)
{
  KpiPool pools = {.run = run, .stage = KPI_FIT_TREAT, .indicator = indicator, .sheet = sheet};
  KpiArena arena = {0};
  Treating treating;
  gboolean done;

  if (!indicator->treats)
    return TRUE;
  treating.numbers = KPI_ARENA_NEW (&arena, double, _kpi_sheet_n_cells (sheet));
  treating.moved = KPI_ARENA_NEW (&arena, double, _kpi_sheet_n_cells (sheet));
  done = !arena.failed &&
         _kpi_pools_each (pools, indicator->scoring.over == KPI_OVER_PERIOD, treat_pool, &treating);
  _kpi_arena_clear (&arena);
  return done;
}
