/* SPDX-License-Identifier: MIT */
/* Learning.
 *
 * A fit learns from the points of the areas of one level: of each period (`over: period`), or of
 * all periods of one frequency together, or of those that lie within `fit: {periods}`. A value
 * computed outside `valid` is in no fit; what was rolled up of children is in none with them.
 *
 * A run that is asked for what it learned (run->learned) hands it over as soon as it is there. A
 * run by a fit makes of all that is recalled what it would have learned itself. */

#include <math.h>

#include "score/prepare/learn.h"
#include "score/measure/recall.h"
#include "score/prepare/treat.h"

/* What is treated was handed over before: how it is treated hangs on all of it. */
static gboolean
learns (const KpiLearning *learning)
{
  return learning->indicator->scoring.method->learns != KPI_LEARNS_NOTHING &&
         !(learning->run->learned != NULL && learning->indicator->treats);
}

static gboolean
allocate (KpiLearning *learning, guint32 n_areas, guint32 n_levels)
{
  KpiLearns what = learning->indicator->scoring.method->learns;

  learning->values = g_try_new (double, MAX (n_areas, 1));
  learning->lows = g_try_new (double, MAX (n_areas, 1));
  learning->highs = g_try_new (double, MAX (n_areas, 1));
  learning->own = g_try_new0 (KpiFitted, MAX (n_levels, 1));
  learning->fitted = g_try_new0 (const KpiFitted *, MAX (n_levels, 1));
  if (learning->values == NULL || learning->lows == NULL || learning->highs == NULL ||
      learning->own == NULL || learning->fitted == NULL)
    return FALSE;
  for (guint32 level = 0; level < n_levels; level++)
    if (!_kpi_fitted_init (&learning->own[level], what))
      return FALSE;
  return TRUE;
}

gboolean
_kpi_learning_init (KpiLearning *learning, KpiRun *run, const KpiIndicator *indicator,
                    const KpiSheet *sheet, const KpiBatches *batches)
{
  *learning = (KpiLearning){.run = run, .indicator = indicator, .sheet = sheet, .batches = batches};
  return !learns (learning) || allocate (learning, run->areas->n_areas, run->areas->n_levels);
}

void
_kpi_learning_clear (KpiLearning *learning)
{
  for (guint32 level = 0; learning->own != NULL && level < learning->run->areas->n_levels; level++)
    _kpi_fitted_clear (&learning->own[level]);
  g_free (learning->values);
  g_free (learning->lows);
  g_free (learning->highs);
  g_free (learning->own);
  g_free (learning->fitted);
}

static gboolean
is_turned (const KpiIndicator *indicator)
{
  return indicator->scoring.method->turns && indicator->better == KPI_BETTER_LOWER;
}

/* ---- From a fit that was learned before */

/* What the fit knows of values that are treated, which the method then learns from. */
static gboolean
recall_treated (KpiLearning *learning, guint32 level, KpiPeriod period)
{
  const KpiIndicator *indicator = learning->indicator;
  KpiScoringCall call = {.scoring = &indicator->scoring, .better = indicator->better};
  KpiFitted values;
  KpiTreated treated;
  gboolean done = _kpi_fitted_init (&values, KPI_LEARNS_ORDER) &&
                  _kpi_treat_recall (learning->run, indicator, level, period, &values, &treated);

  for (gsize i = 0; done && i < values.n; i++)
    values.values[i] = _kpi_treated_apply (&treated, values.values[i]);
  done = done &&
         _kpi_scoring_learn (&call, &learning->own[level], values.values, NULL, NULL, values.n);
  if (done)
    _kpi_fitted_finish (&learning->own[level]);
  _kpi_fitted_clear (&values);
  return done;
}

static gboolean
recall (KpiLearning *learning, KpiPeriod period)
{
  for (guint32 i = 0; i < learning->batches->n_batches; i++) {
    guint32 level = learning->batches->batches[i].level;
    KpiFitted *own = &learning->own[level];

    _kpi_fitted_restart (own);
    learning->fitted[level] = own;
    if (learning->indicator->treats ? !recall_treated (learning, level, period)
                                    : !_kpi_recall_values (learning->run, learning->indicator,
                                                           KPI_FIT_SCORE, level, period, own))
      return FALSE;
  }
  return TRUE;
}

/* ---- From the data in hand */

static gboolean
learn_batch (KpiLearning *learning, const KpiBatch *batch, guint32 slot)
{
  const KpiIndicator *indicator = learning->indicator;
  const KpiSheet *sheet = learning->sheet;
  KpiScoringCall call = {.scoring = &indicator->scoring, .better = indicator->better};
  gboolean jumps = indicator->scoring.method->jumps, rivals = sheet->value_low != NULL;
  const double *values = _kpi_batches_gather (learning->batches, batch, sheet, slot,
                                              KPI_MARK_ROLLED_UP, jumps, learning->values);

  rivals = rivals && indicator->scoring.method->score_bounds != NULL;
  if (rivals)
    _kpi_batches_gather_ends (learning->batches, batch, sheet, slot, learning->lows,
                              learning->highs);
  return _kpi_scoring_learn (&call, &learning->own[batch->level], values,
                             rivals ? learning->lows : NULL, rivals ? learning->highs : NULL,
                             batch->last - batch->first);
}

static gboolean
learn_slot (KpiLearning *learning, guint32 slot)
{
  for (guint32 i = 0; i < learning->batches->n_batches; i++)
    if (!learn_batch (learning, &learning->batches->batches[i], slot))
      return FALSE;
  return TRUE;
}

static void
start (KpiLearning *learning)
{
  for (guint32 level = 0; level < learning->run->areas->n_levels; level++) {
    _kpi_fitted_restart (&learning->own[level]);
    learning->fitted[level] = &learning->own[level];
  }
}

/* Hands over what was learned of a level that one of the batches is of, once. */
static gboolean
hand_over (KpiLearning *learning, const KpiBatch *batch, KpiPeriod period)
{
  const KpiIndicator *indicator = learning->indicator;
  KpiFitted *own = &learning->own[batch->level];
  KpiFitEntry entry = {.key = {.node = indicator->id,
                               .stage = KPI_FIT_SCORE,
                               .level = _kpi_recall_level_name (learning->run, batch->level),
                               .group = "",
                               .period = period},
                       .transform = indicator->scoring.transform,
                       .turned = is_turned (indicator),
                       .fitted = *own};

  if (own->n == 0)
    return TRUE;
  *own = (KpiFitted){.learns = own->learns};
  if (_kpi_fit_add (learning->run->learned, &entry, indicator->place, learning->run->findings))
    return _kpi_fitted_init (own, indicator->scoring.method->learns);
  _kpi_fitted_clear (&entry.fitted);
  return FALSE;
}

static gboolean
finish (KpiLearning *learning, KpiPeriod period)
{
  const KpiBatches *batches = learning->batches;
  gboolean done = TRUE;

  for (guint32 level = 0; level < learning->run->areas->n_levels; level++)
    _kpi_fitted_finish (&learning->own[level]);
  for (guint32 i = 0; learning->run->learned != NULL && done && i < batches->n_batches; i++)
    done = hand_over (learning, &batches->batches[i], period);
  return done;
}

static gboolean
is_learned_from (const KpiScoring *scoring, const KpiPeriod *period)
{
  return scoring->fit_from <= period->start && period->end <= scoring->fit_until;
}

gboolean
_kpi_learning_has (const KpiLearning *learning, gsize cell, const KpiPeriod *period)
{
  return is_learned_from (&learning->indicator->scoring, period) &&
         !_kpi_sheet_has_mark (learning->sheet, cell, KPI_MARK_ROLLED_UP);
}

gboolean
_kpi_learn_frequency (KpiLearning *learning, KpiFrequency frequency)
{
  const KpiRun *run = learning->run;
  const KpiScoring *scoring = &learning->indicator->scoring;

  if (!learns (learning) || scoring->over == KPI_OVER_PERIOD)
    return TRUE;
  if (run->fit != NULL)
    return recall (learning, KPI_FIT_OF_ALL (frequency));
  start (learning);
  for (gsize p = 0; p < run->n_periods; p++) {
    guint32 slot = learning->sheet->slots[p];

    if (slot != KPI_NO_SLOT && run->periods[p].frequency == frequency &&
        is_learned_from (scoring, &run->periods[p]) && !learn_slot (learning, slot))
      return FALSE;
  }
  return finish (learning, KPI_FIT_OF_ALL (frequency));
}

gboolean
_kpi_learn_period (KpiLearning *learning, gsize period)
{
  const KpiRun *run = learning->run;

  if (!learns (learning) || learning->indicator->scoring.over == KPI_OVER_ALL)
    return TRUE;
  if (run->fit != NULL)
    return recall (learning, run->periods[period]);
  start (learning);
  return learn_slot (learning, learning->sheet->slots[period]) &&
         finish (learning, run->periods[period]);
}
