/* SPDX-License-Identifier: MIT */
/* Normalising.
 *
 * What a method learned (see learn.c) is held while bounds pass through; a method that ranks takes
 * an area's ends against the others' opposite ends. A value computed outside `valid` has no score.
 */

#include <float.h>
#include <math.h>

#include "base/wide.h"
#include "score/goals.h"
#include "score/learn.h"
#include "score/lots.h"
#include "score/normalise.h"

typedef struct {
  KpiRun *run;
  const KpiIndicator *indicator;
  KpiSheet *sheet;
  KpiLots lots;
  KpiLearning learning;
  guint32 reference; /* the area that distances are counted to; KPI_NO_AREA where there is none */
  double *values;    /* scratch, one lot */
  double *scores;    /* scratch, one lot */
  const char *lacks; /* what kept somebody from a score; NULL so far */
} Normalising;

/* What distances are counted to: an area's value of the same period, or the target. */
static double
reference_of (const Normalising *normalising, guint32 slot, const KpiGoal *goal)
{
  const KpiSheet *sheet = normalising->sheet;

  if (_kpi_scoring_reference_area (&normalising->indicator->scoring) == NULL)
    return goal->low;
  if (normalising->reference == KPI_NO_AREA)
    return NAN;
  return _kpi_sheet_prepared (sheet, (gsize)slot * sheet->n_areas + normalising->reference);
}

static KpiScoringCall
call_for (const Normalising *normalising, const KpiLot *lot, guint32 slot, const KpiGoal *goal)
{
  const KpiFitted **fitted = normalising->learning.fitted;

  return (KpiScoringCall){.scoring = &normalising->indicator->scoring,
                          .goal = lot->target != NULL ? goal : NULL,
                          .fitted = fitted != NULL ? fitted[lot->level] : NULL,
                          .reference = reference_of (normalising, slot, goal),
                          .better = normalising->indicator->better};
}

/* The bounds of a score whose value has ends. */
static void
score_bounds (const Normalising *normalising, const KpiScoringCall *call, gsize cell,
              const KpiPeriod *period)
{
  KpiSheet *sheet = normalising->sheet;
  KpiInterval value = _kpi_sheet_prepared_interval (sheet, cell);
  double low, high;

  if (isnan (sheet->score[cell]))
    return;
  if (call->fitted != NULL && call->fitted->lows != NULL) { /* an exact value has rivals too */
    _kpi_interval_open (&value, &low, &high);
    _kpi_scoring_rival_bounds (call, low, high,
                               _kpi_learning_has (&normalising->learning, cell, period),
                               &sheet->score_low[cell], &sheet->score_high[cell]);
  } else if (!_kpi_interval_is_exact (&value)) {
    _kpi_scoring_bounds (call, value.low, value.low_open ? KPI_OPEN_ABOVE : KPI_OPEN_NOT,
                         value.high, value.high_open ? KPI_OPEN_BELOW : KPI_OPEN_NOT,
                         &sheet->score_low[cell], &sheet->score_high[cell]);
  }
}

/* What a lot aims at in a period. Where its baselines are first observations, `lot` holds one area.
 */
static KpiGoal
goal_of (const Normalising *normalising, const KpiLot *lot, const KpiPeriod *period)
{
  const KpiWaypoint *first = normalising->sheet->first;
  KpiGoal goal = _kpi_target_goal (lot->target, period);
  KpiWaypoint baseline;

  if (first != NULL)
    first += normalising->lots.areas[lot->first];
  baseline = _kpi_target_baseline (lot->target, first);
  goal.baseline = baseline.value;
  if (_kpi_progress_is_against_path (&normalising->indicator->scoring))
    _kpi_goal_move (&goal,
                    _kpi_target_required (lot->target, baseline, _kpi_day_year (period->end)));
  return goal;
}

static gboolean
has_any (const double *values, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (!isnan (values[i]))
      return TRUE;
  return FALSE;
}

/* What keeps all of a lot from a score; NULL if nothing, or if that needs no saying. */
static const char *
get_lack (const Normalising *normalising, const KpiScoringCall *call)
{
  if (call->scoring->method->learns == KPI_LEARNS_NOTHING)
    return NULL;
  if (call->fitted != NULL && call->fitted->n > 0)
    return _kpi_scoring_lacks (call);
  if (normalising->run->fit != NULL)
    return "nothing of it in the fit for some areas or periods, expected a fit that was learned "
           "from such; no score there";
  if (call->scoring->fit_from > 0)
    return "no value in the periods that it is to learn from, expected some; no score";
  return "";
}

/* Where the scores of a lot are worked out: in the sheet, where they lie side by side there. */
static double *
place_of_scores (const Normalising *normalising, const KpiLot *lot, guint32 slot)
{
  const KpiLots *lots = &normalising->lots;
  const KpiSheet *sheet = normalising->sheet;

  if (!_kpi_lots_are_consecutive (lots, lot))
    return normalising->scores;
  return sheet->score + (gsize)slot * sheet->n_areas + lots->areas[lot->first];
}

/* What is not finite is no score. */
KPI_WIDE static void
leave_finite (double *scores, gsize n)
{
  for (gsize i = 0; i < n; i++)
    scores[i] = fabs (scores[i]) <= DBL_MAX ? scores[i] : NAN;
}

/* Puts down the scores of a lot. */
static void
keep_scores (const Normalising *normalising, const KpiLot *lot, guint32 slot, double *scores)
{
  KpiSheet *sheet = normalising->sheet;
  gsize n = lot->last - lot->first;
  double *row = sheet->score + (gsize)slot * sheet->n_areas;

  leave_finite (scores, n);
  for (gsize i = 0; scores == normalising->scores && i < n; i++)
    row[normalising->lots.areas[lot->first + i]] = scores[i];
}

static void
keep_bounds (const Normalising *normalising, const KpiLot *lot, guint32 slot,
             const KpiScoringCall *call, const KpiPeriod *period)
{
  KpiSheet *sheet = normalising->sheet;
  gsize row = (gsize)slot * sheet->n_areas;

  for (guint32 i = lot->first; i < lot->last; i++) {
    gsize cell = row + normalising->lots.areas[i];

    sheet->score_low[cell] = sheet->score_high[cell] = sheet->score[cell];
    score_bounds (normalising, call, cell, period);
  }
}

/* Scores areas that share a goal. */
static void
score_alike (Normalising *normalising, const KpiLot *lot, guint32 slot, const KpiPeriod *period)
{
  KpiGoal goal = lot->target != NULL ? goal_of (normalising, lot, period) : (KpiGoal){0};
  KpiScoringCall call = call_for (normalising, lot, slot, &goal);
  const char *lack = get_lack (normalising, &call);
  double *scores = place_of_scores (normalising, lot, slot);
  gsize n = lot->last - lot->first;
  const double *values = _kpi_lots_gather (&normalising->lots, lot, normalising->sheet, slot, 0,
                                           _kpi_scoring_jumps (&call), normalising->values);

  if (lack == NULL) {
    _kpi_scoring_apply (&call, values, scores, n);
    keep_scores (normalising, lot, slot, scores);
    if (normalising->sheet->score_low != NULL)
      keep_bounds (normalising, lot, slot, &call, period);
  } else if (*lack != '\0' && normalising->lacks == NULL && has_any (values, n))
    normalising->lacks = lack;
}

/* First observations differ from area to area, and so do the goals that start at them. */
static void
score_lot (Normalising *normalising, const KpiLot *lot, guint32 slot, const KpiPeriod *period)
{
  KpiLot one = *lot;

  if (_kpi_scoring_needs_target (&normalising->indicator->scoring) && lot->target == NULL)
    return;
  if (lot->target == NULL || !lot->target->goal.from_first) {
    score_alike (normalising, lot, slot, period);
    return;
  }
  for (guint32 i = lot->first; i < lot->last; i++) {
    one.first = i;
    one.last = i + 1;
    score_alike (normalising, &one, slot, period);
  }
}

/* Runs over the slots of one frequency: once to learn where the method learns, once to score. */
static gboolean
normalise_frequency (Normalising *normalising, KpiFrequency frequency)
{
  const KpiRun *run = normalising->run;
  const guint32 *slots = normalising->sheet->slots;

  if (!_kpi_learn_frequency (&normalising->learning, frequency))
    return FALSE;
  for (gsize p = 0; p < run->n_periods; p++) {
    if (slots[p] == KPI_NO_SLOT || run->periods[p].frequency != frequency)
      continue;
    if (!_kpi_learn_period (&normalising->learning, p))
      return FALSE;
    for (guint32 i = 0; run->learned == NULL && i < normalising->lots.n_lots; i++)
      score_lot (normalising, &normalising->lots.lots[i], slots[p], &run->periods[p]);
  }
  return TRUE;
}

static gboolean
allocate (Normalising *normalising)
{
  KpiRun *run = normalising->run;
  const KpiIndicator *indicator = normalising->indicator;
  KpiSheet *sheet = normalising->sheet;

  sheet->score = _kpi_sheet_new_numbers (sheet);
  if (sheet->value_low != NULL) {
    sheet->score_low = _kpi_sheet_new_numbers (sheet);
    sheet->score_high = _kpi_sheet_new_numbers (sheet);
    if (sheet->score_low == NULL || sheet->score_high == NULL)
      return FALSE;
  }
  normalising->values = g_try_new (double, MAX (run->roster->n_areas, 1));
  normalising->scores = g_try_new (double, MAX (run->roster->n_areas, 1));
  return sheet->score != NULL && normalising->values != NULL && normalising->scores != NULL &&
         _kpi_lots_init (&normalising->lots, run->roster, run->model, indicator) &&
         _kpi_learning_init (&normalising->learning, run, indicator, sheet, &normalising->lots);
}

static void
warn_lack (const Normalising *normalising)
{
  const KpiIndicator *indicator = normalising->indicator;
  g_autofree char *path = g_strdup_printf ("indicators.%s", indicator->id);

  _kpi_findings_add (normalising->run->findings, KPI_SEVERITY_WARNING, KPI_ERROR_UNDEFINED,
                     indicator->place, path, "found %s", normalising->lacks);
}

gboolean
_kpi_normalise_indicator (KpiRun *run, const KpiIndicator *indicator, KpiSheet *sheet)
{
  Normalising normalising = {.run = run, .indicator = indicator, .sheet = sheet};
  const char *area = _kpi_scoring_reference_area (&indicator->scoring);
  gboolean done = !indicator->has_score || allocate (&normalising);

  normalising.reference = area != NULL ? _kpi_roster_find (run->roster, area) : KPI_NO_AREA;
  for (guint f = 0; done && indicator->has_score && f < KPI_N_FREQUENCIES; f++)
    done = normalise_frequency (&normalising, f);
  if (normalising.lacks != NULL)
    warn_lack (&normalising);
  _kpi_learning_clear (&normalising.learning);
  _kpi_lots_clear (&normalising.lots);
  g_free (normalising.values);
  g_free (normalising.scores);
  return done;
}
