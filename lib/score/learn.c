/* SPDX-License-Identifier: MIT */
/* Learning.
 *
 * A fit learns from the points of the areas of one level: of each period (`over: period`), or of
 * all periods of one frequency together, or of those that lie within `fit: {periods}`. A value
 * computed outside `valid` is in no fit; what was rolled up of children is in none with them.
 *
 * A run that is asked for what it learned (run->learned) hands it over as soon as it is there. */

#include <math.h>

#include "score/fit-private.h"
#include "score/learn.h"

static gboolean
learns (const KpiLearning *learning)
{
  return learning->indicator->scoring.method->learns != KPI_LEARNS_NOTHING;
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
                    const KpiSheet *sheet, const KpiLots *lots)
{
  *learning = (KpiLearning){.run = run, .indicator = indicator, .sheet = sheet, .lots = lots};
  return !learns (learning) || allocate (learning, run->roster->n_areas, run->roster->n_levels);
}

void
_kpi_learning_clear (KpiLearning *learning)
{
  for (guint32 level = 0; learning->own != NULL && level < learning->run->roster->n_levels; level++)
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

static void
refuse (const KpiLearning *learning)
{
  g_autofree char *path = g_strdup_printf ("indicators.%s.score", learning->indicator->id);

  _kpi_findings_add (learning->run->findings, KPI_SEVERITY_ERROR, KPI_ERROR_CONFLICT,
                     learning->indicator->place, path,
                     "found a fit that learned something else of it, expected one that %s by this "
                     "model learned: fit anew",
                     learning->indicator->scoring.method->name);
}

static gboolean
suits (const KpiFitEntry *entry, const KpiIndicator *indicator)
{
  return entry->fitted.learns == indicator->scoring.method->learns &&
         entry->transform == indicator->scoring.transform && entry->turned == is_turned (indicator);
}

/* The level of a lot's areas by name. */
static const char *
level_of (const KpiLearning *learning, const KpiLot *lot)
{
  const KpiModel *model = learning->run->model;
  guint32 area = learning->lots->areas[lot->first];

  return area < model->n_areas ? model->areas[area].level : "";
}

/* As of a day, values of any frequency count: a fit of all periods serves them if it is the one. */
static gboolean
look_up (KpiLearning *learning, KpiPeriod period)
{
  for (guint32 i = 0; i < learning->lots->n_lots; i++) {
    const KpiLot *lot = &learning->lots->lots[i];
    KpiFitKey key = {learning->indicator->id, level_of (learning, lot), KPI_FIT_SCORE, period};
    const KpiFitEntry *entry = _kpi_fit_find (learning->run->fit, &key);

    if (entry == NULL && learning->run->as_of && period.start == 0)
      entry = _kpi_fit_find_pooled (learning->run->fit, &key);
    if (entry != NULL && !suits (entry, learning->indicator)) {
      refuse (learning);
      return FALSE;
    }
    learning->fitted[lot->level] = entry != NULL ? &entry->fitted : NULL;
  }
  return TRUE;
}

/* ---- From the data in hand */

static gboolean
learn_lot (KpiLearning *learning, const KpiLot *lot, guint32 slot)
{
  const KpiIndicator *indicator = learning->indicator;
  const KpiSheet *sheet = learning->sheet;
  KpiScoringCall call = {.scoring = &indicator->scoring, .better = indicator->better};
  gboolean jumps = indicator->scoring.method->jumps, rivals = sheet->value_low != NULL;
  const double *values = _kpi_lots_gather (learning->lots, lot, sheet, slot, KPI_MARK_ROLLED_UP,
                                           jumps, learning->values);

  rivals = rivals && indicator->scoring.method->score_bounds != NULL;
  if (rivals)
    _kpi_lots_gather_ends (learning->lots, lot, sheet, slot, learning->lows, learning->highs);
  return _kpi_scoring_learn (&call, &learning->own[lot->level], values,
                             rivals ? learning->lows : NULL, rivals ? learning->highs : NULL,
                             lot->last - lot->first);
}

static gboolean
learn_slot (KpiLearning *learning, guint32 slot)
{
  for (guint32 i = 0; i < learning->lots->n_lots; i++)
    if (!learn_lot (learning, &learning->lots->lots[i], slot))
      return FALSE;
  return TRUE;
}

static void
start (KpiLearning *learning)
{
  for (guint32 level = 0; level < learning->run->roster->n_levels; level++) {
    _kpi_fitted_restart (&learning->own[level]);
    learning->fitted[level] = &learning->own[level];
  }
}

/* Hands over what was learned of a level that one of the lots is of, once. */
static gboolean
hand_over (KpiLearning *learning, const KpiLot *lot, KpiPeriod period)
{
  const KpiIndicator *indicator = learning->indicator;
  KpiFitted *own = &learning->own[lot->level];
  KpiFitKey key = {indicator->id, level_of (learning, lot), KPI_FIT_SCORE, period};

  if (own->n == 0)
    return TRUE;
  return _kpi_fit_add (learning->run->learned, &key, indicator->scoring.transform,
                       is_turned (indicator), own, indicator->place, learning->run->findings) &&
         _kpi_fitted_init (own, indicator->scoring.method->learns);
}

static gboolean
finish (KpiLearning *learning, KpiPeriod period)
{
  const KpiLots *lots = learning->lots;
  gboolean done = TRUE;

  for (guint32 level = 0; level < learning->run->roster->n_levels; level++)
    _kpi_fitted_finish (&learning->own[level]);
  for (guint32 i = 0; learning->run->learned != NULL && done && i < lots->n_lots; i++)
    done = hand_over (learning, &lots->lots[i], period);
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
  const guint8 *marks = learning->sheet->marks;

  return is_learned_from (&learning->indicator->scoring, period) &&
         (marks == NULL || (marks[cell] & KPI_MARK_ROLLED_UP) == 0);
}

gboolean
_kpi_learn_frequency (KpiLearning *learning, KpiFrequency frequency)
{
  const KpiRun *run = learning->run;
  const KpiScoring *scoring = &learning->indicator->scoring;

  if (!learns (learning) || scoring->over == KPI_OVER_PERIOD)
    return TRUE;
  if (run->fit != NULL)
    return look_up (learning, KPI_FIT_OF_ALL (frequency));
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
    return look_up (learning, run->periods[period]);
  start (learning);
  return learn_slot (learning, learning->sheet->slots[period]) &&
         finish (learning, run->periods[period]);
}
