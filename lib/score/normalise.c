/* SPDX-License-Identifier: MIT */
/* Normalising.
 *
 * A fit learns from the points of the areas of one level: of each period (`over: period`), or of
 * all periods of one frequency together. It is held while bounds pass through. A value computed
 * outside `valid` is in no fit and has no score. */

#include <math.h>

#include "score/lots.h"
#include "score/normalise.h"
#include "score/goals.h"

typedef struct {
  KpiRun *run;
  const KpiIndicator *indicator;
  KpiSheet *sheet;
  KpiLots lots;
  double *values;    /* scratch, one lot */
  double *scores;    /* scratch, one lot */
  KpiFitted *fitted; /* by level, of the frequency in hand */
  gboolean constant; /* some fit saw nothing but equal values */
} Normalising;

static KpiScoringCall
call_for (const Normalising *normalising, const KpiLot *lot, const KpiGoal *goal)
{
  return (KpiScoringCall){.scoring = &normalising->indicator->scoring,
                          .goal = lot->target != NULL ? goal : NULL,
                          .fitted = &normalising->fitted[lot->level],
                          .better = normalising->indicator->better};
}

/* The values of a lot without those marked, side by side. */
static void
gather (const Normalising *normalising, const KpiLot *lot, guint32 slot, guint8 without)
{
  const KpiSheet *sheet = normalising->sheet;
  gsize row = (gsize)slot * sheet->n_areas;

  for (guint32 i = lot->first; i < lot->last; i++) {
    gsize cell = row + normalising->lots.areas[i];
    gboolean is_marked = sheet->marks != NULL && (sheet->marks[cell] & without);

    normalising->values[i - lot->first] = is_marked ? NAN : sheet->value[cell];
  }
}

static void
score_bounds (const Normalising *normalising, const KpiScoringCall *call, gsize cell)
{
  KpiSheet *sheet = normalising->sheet;
  double low = sheet->value_low[cell], high = sheet->value_high[cell];
  guint8 marks = sheet->marks[cell];

  if (isnan (sheet->score[cell]) || low == high)
    return;
  _kpi_scoring_bounds (call, low, marks & KPI_MARK_LOW_OPEN ? KPI_OPEN_ABOVE : KPI_OPEN_NOT, high,
                       marks & KPI_MARK_HIGH_OPEN ? KPI_OPEN_BELOW : KPI_OPEN_NOT,
                       &sheet->score_low[cell], &sheet->score_high[cell]);
}

/* The point of `>80` counts as just above 80 where the method jumps. */
static void
open_points (const Normalising *normalising, const KpiLot *lot, guint32 slot)
{
  const KpiSheet *sheet = normalising->sheet;
  gsize row = (gsize)slot * sheet->n_areas;

  for (guint32 i = lot->first; i < lot->last; i++) {
    gsize cell = row + normalising->lots.areas[i];
    double *value = &normalising->values[i - lot->first];

    *value = _kpi_open_value (*value, _kpi_sheet_point_open (sheet, cell));
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

/* Scores areas that share a goal. */
static void
score_alike (Normalising *normalising, const KpiLot *lot, guint32 slot, const KpiPeriod *period)
{
  KpiSheet *sheet = normalising->sheet;
  KpiGoal goal = lot->target != NULL ? goal_of (normalising, lot, period) : (KpiGoal){0};
  KpiScoringCall call = call_for (normalising, lot, &goal);
  gsize row = (gsize)slot * sheet->n_areas;

  gather (normalising, lot, slot, KPI_MARK_OUTSIDE);
  if (_kpi_scoring_jumps (&call) && sheet->value_low != NULL)
    open_points (normalising, lot, slot);
  _kpi_scoring_apply (&call, normalising->values, normalising->scores, lot->last - lot->first);
  for (guint32 i = lot->first; i < lot->last; i++) {
    gsize cell = row + normalising->lots.areas[i];
    double score = normalising->scores[i - lot->first];

    sheet->score[cell] = isfinite (score) ? score : NAN;
    if (sheet->score_low == NULL)
      continue;
    sheet->score_low[cell] = sheet->score_high[cell] = sheet->score[cell];
    score_bounds (normalising, &call, cell);
  }
}

/* First observations differ from area to area, and so do the goals that start at them. */
static void
score_lot (Normalising *normalising, const KpiLot *lot, guint32 slot, const KpiPeriod *period)
{
  KpiLot one = *lot;

  if (normalising->indicator->scoring.method->needs_target && lot->target == NULL)
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

static void
start_fits (Normalising *normalising)
{
  for (guint32 level = 0; level < normalising->run->roster->n_levels; level++)
    _kpi_fitted_init (&normalising->fitted[level]);
}

static void
learn_slot (Normalising *normalising, guint32 slot)
{
  for (guint32 i = 0; i < normalising->lots.n_lots; i++) {
    const KpiLot *lot = &normalising->lots.lots[i];
    KpiScoringCall call = call_for (normalising, lot, NULL);

    gather (normalising, lot, slot, KPI_MARK_OUTSIDE | KPI_MARK_ROLLED_UP);
    _kpi_fitted_learn (&call, &normalising->fitted[lot->level], normalising->values,
                       lot->last - lot->first);
  }
}

static void
finish_fits (Normalising *normalising)
{
  for (guint32 level = 0; level < normalising->run->roster->n_levels; level++) {
    const KpiFitted *fitted = &normalising->fitted[level];

    normalising->constant |= fitted->n > 0 && fitted->least == fitted->greatest;
  }
}

static void
score_slot (Normalising *normalising, guint32 slot, const KpiPeriod *period)
{
  for (guint32 i = 0; i < normalising->lots.n_lots; i++)
    score_lot (normalising, &normalising->lots.lots[i], slot, period);
}

/* Runs over the slots of one frequency: once to learn where the method learns, once to score. */
static void
normalise_frequency (Normalising *normalising, KpiFrequency frequency)
{
  const KpiRun *run = normalising->run;
  const KpiScoring *scoring = &normalising->indicator->scoring;
  gboolean pooled = scoring->method->fitted && scoring->over == KPI_OVER_ALL;
  gboolean apart = scoring->method->fitted && scoring->over == KPI_OVER_PERIOD;
  const guint32 *slots = normalising->sheet->slots;

  start_fits (normalising);
  for (gsize p = 0; pooled && p < run->n_periods; p++)
    if (slots[p] != KPI_NO_SLOT && run->periods[p].frequency == frequency)
      learn_slot (normalising, slots[p]);
  if (pooled)
    finish_fits (normalising);
  for (gsize p = 0; p < run->n_periods; p++) {
    if (slots[p] == KPI_NO_SLOT || run->periods[p].frequency != frequency)
      continue;
    if (apart) {
      start_fits (normalising);
      learn_slot (normalising, slots[p]);
      finish_fits (normalising);
    }
    score_slot (normalising, slots[p], &run->periods[p]);
  }
}

static gboolean
allocate (Normalising *normalising)
{
  const KpiRoster *roster = normalising->run->roster;
  KpiSheet *sheet = normalising->sheet;

  sheet->score = _kpi_sheet_new_numbers (sheet);
  if (sheet->value_low != NULL) {
    sheet->score_low = _kpi_sheet_new_numbers (sheet);
    sheet->score_high = _kpi_sheet_new_numbers (sheet);
    if (sheet->score_low == NULL || sheet->score_high == NULL)
      return FALSE;
  }
  normalising->values = g_try_new (double, MAX (roster->n_areas, 1));
  normalising->scores = g_try_new (double, MAX (roster->n_areas, 1));
  normalising->fitted = g_try_new (KpiFitted, MAX (roster->n_levels, 1));
  return sheet->score != NULL && normalising->values != NULL && normalising->scores != NULL &&
         normalising->fitted != NULL &&
         _kpi_lots_init (&normalising->lots, roster, normalising->run->model,
                         normalising->indicator);
}

static void
warn_constant (const Normalising *normalising)
{
  const KpiIndicator *indicator = normalising->indicator;
  g_autofree char *path = g_strdup_printf ("indicators.%s", indicator->id);

  _kpi_findings_add (normalising->run->findings, KPI_SEVERITY_WARNING, KPI_ERROR_UNDEFINED,
                     indicator->place, path,
                     "found a constant column, expected different values for %s; no score: "
                     "give a target, or a score with fixed posts such as goalposts",
                     indicator->scoring.method->name);
}

gboolean
_kpi_normalise_indicator (KpiRun *run, const KpiIndicator *indicator, KpiSheet *sheet)
{
  Normalising normalising = {.run = run, .indicator = indicator, .sheet = sheet};
  gboolean done = !indicator->has_score || allocate (&normalising);

  for (guint f = 0; done && indicator->has_score && f < KPI_N_FREQUENCIES; f++)
    normalise_frequency (&normalising, f);
  if (normalising.constant)
    warn_constant (&normalising);
  _kpi_lots_clear (&normalising.lots);
  g_free (normalising.values);
  g_free (normalising.scores);
  g_free (normalising.fitted);
  return done;
}
