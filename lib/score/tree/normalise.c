/* SPDX-License-Identifier: MIT */
/* Normalising.
 *
 * What a method learned (see learn.c) is held while bounds pass through; a method that ranks takes
 * an area's ends against the others' opposite ends. A value computed outside `valid` has no score.
 */

#include <float.h>
#include <math.h>

#include "base/wide.h"
#include "score/run/goals.h"
#include "score/tree/normalise.h"

/* What a worker does: one period. */
typedef struct {
  KpiNormaliser *normaliser;
  const KpiPeriod *period;
  guint32 slot;
  double *row;    /* the scores of the period */
  double *values; /* scratch, one batch; likewise the scores, where they do not lie side by side */
  double *scores;
} Pass;

/* What distances are counted to: an area's value of the same period, or the target. */
static double
reference_of (const KpiNormaliser *normaliser, guint32 slot, const KpiGoal *goal)
{
  const KpiSheet *sheet = normaliser->sheet;

  if (_kpi_scoring_reference_area (&normaliser->indicator->scoring) == NULL)
    return goal->low;
  if (normaliser->reference == KPI_NO_AREA)
    return NAN;
  return _kpi_sheet_prepared (sheet, (gsize)slot * sheet->n_areas + normaliser->reference);
}

static KpiScoringCall
call_for (const KpiNormaliser *normaliser, const KpiBatch *batch, guint32 slot, const KpiGoal *goal)
{
  const KpiFitted **fitted = normaliser->learning.fitted;

  return (KpiScoringCall){.scoring = &normaliser->indicator->scoring,
                          .goal = batch->target != NULL ? goal : NULL,
                          .fitted = fitted != NULL ? fitted[batch->level] : NULL,
                          .reference = reference_of (normaliser, slot, goal),
                          .better = normaliser->indicator->better};
}

static void
score_bounds (const KpiNormaliser *normaliser, const KpiScoringCall *call, gsize cell,
              const KpiPeriod *period)
{
  KpiSheet *sheet = normaliser->sheet;
  KpiInterval value = _kpi_sheet_prepared_interval (sheet, cell);
  double low, high;

  if (isnan (sheet->score[cell]))
    return;
  if (call->fitted != NULL && call->fitted->lows != NULL) { /* an exact value has rivals too */
    _kpi_interval_open (&value, &low, &high);
    _kpi_scoring_rival_bounds (call, low, high,
                               _kpi_learning_has (&normaliser->learning, cell, period),
                               &sheet->score_low[cell], &sheet->score_high[cell]);
  } else if (!_kpi_interval_is_exact (&value)) {
    _kpi_scoring_bounds (call, value.low, value.low_open ? KPI_OPEN_ABOVE : KPI_OPEN_NOT,
                         value.high, value.high_open ? KPI_OPEN_BELOW : KPI_OPEN_NOT,
                         &sheet->score_low[cell], &sheet->score_high[cell]);
  }
}

/* What a batch aims at in a period. Where its baselines are first observations, `batch` holds one
 * area.
 */
static KpiGoal
goal_of (const KpiNormaliser *normaliser, const KpiBatch *batch, const KpiPeriod *period)
{
  const KpiWaypoint *first = normaliser->sheet->first;
  KpiGoal goal = _kpi_target_goal (batch->target, period);
  KpiWaypoint baseline;

  if (first != NULL)
    first += normaliser->batches.areas[batch->first];
  baseline = _kpi_target_baseline (batch->target, first);
  goal.baseline = baseline.value;
  if (_kpi_scoring_follows_path (&normaliser->indicator->scoring))
    _kpi_goal_move (&goal,
                    _kpi_target_required (batch->target, baseline, _kpi_day_year (period->end)));
  return goal;
}

/* What keeps all of a batch from a score; NULL if nothing, or if that needs no saying. */
static const char *
get_lack (const KpiNormaliser *normaliser, const KpiScoringCall *call)
{
  if (call->scoring->method->learns == KPI_LEARNS_NOTHING)
    return NULL;
  if (call->fitted != NULL && call->fitted->n > 0)
    return _kpi_scoring_lacks (call);
  if (normaliser->run->fit != NULL)
    return "nothing of it in the fit for some areas or periods, expected a fit that was learned "
           "from such; no score there";
  if (call->scoring->fit_from > 0)
    return "no value in the periods that it is to learn from, expected some; no score";
  return "";
}

/* What is not finite is no score. */
KPI_WIDE static void
leave_finite (double *scores, gsize n)
{
  for (gsize i = 0; i < n; i++)
    scores[i] = fabs (scores[i]) <= DBL_MAX ? scores[i] : NAN;
}

/* Where the scores of a batch are worked out: in the sheet, where they lie side by side there. */
static double *
place_of_scores (const Pass *pass, const KpiBatch *batch)
{
  const guint32 *areas = pass->normaliser->batches.areas + batch->first;

  return _kpi_are_consecutive (areas, batch->last - batch->first) ? pass->row + areas[0]
                                                                  : pass->scores;
}

static void
keep_scores (const Pass *pass, const KpiBatch *batch, double *scores)
{
  const guint32 *areas = pass->normaliser->batches.areas + batch->first;
  gsize n = batch->last - batch->first;

  leave_finite (scores, n);
  for (gsize i = 0; scores == pass->scores && i < n; i++)
    pass->row[areas[i]] = scores[i];
}

static void
keep_bounds (const Pass *pass, const KpiBatch *batch, const KpiScoringCall *call)
{
  KpiSheet *sheet = pass->normaliser->sheet;
  gsize row = (gsize)pass->slot * sheet->n_areas;

  for (guint32 i = batch->first; i < batch->last; i++) {
    gsize cell = row + pass->normaliser->batches.areas[i];

    sheet->score_low[cell] = sheet->score_high[cell] = sheet->score[cell];
    score_bounds (pass->normaliser, call, cell, pass->period);
  }
}

/* Of several the first period, whichever worker comes to it. */
static void
note_lack (const Pass *pass, KpiLack *lack, const char *text)
{
  gsize period = (gsize)(pass->period - pass->normaliser->run->periods);

  if (lack->text == NULL || period < lack->period)
    *lack = (KpiLack){text, period};
}

/* A method that learned nothing but equal values has told nobody apart. */
static gboolean
is_constant (const KpiScoringCall *call)
{
  const KpiFitted *fitted = call->fitted;

  return call->scoring->method->learns != KPI_LEARNS_NOTHING && fitted->n > 1 &&
         fitted->least == fitted->greatest;
}

static void
score_alike (const Pass *pass, const KpiBatch *batch, KpiLack *lack)
{
  const KpiNormaliser *normaliser = pass->normaliser;
  KpiGoal goal = batch->target != NULL ? goal_of (normaliser, batch, pass->period) : (KpiGoal){0};
  KpiScoringCall call = call_for (normaliser, batch, pass->slot, &goal);
  const char *text = get_lack (normaliser, &call);
  double *scores = place_of_scores (pass, batch);
  gsize n = batch->last - batch->first;
  const double *values =
      _kpi_sheet_gather (normaliser->sheet, pass->slot, normaliser->batches.areas + batch->first, n,
                         0, _kpi_scoring_jumps (&call), pass->values);

  if (text == NULL) {
    _kpi_scoring_apply (&call, values, scores, n);
    keep_scores (pass, batch, scores);
    if (is_constant (&call) && _kpi_row_has_any (values, n))
      note_lack (pass, lack, "a constant column, expected different values; all score alike");
    if (normaliser->sheet->score_low != NULL)
      keep_bounds (pass, batch, &call);
  } else if (*text != '\0' && _kpi_row_has_any (values, n))
    note_lack (pass, lack, text);
}

/* First observations differ from area to area, and so do the goals that start at them. */
static void
score_batch (const Pass *pass, const KpiBatch *batch, KpiLack *lack)
{
  KpiBatch one = *batch;

  if (_kpi_scoring_needs_target (&pass->normaliser->indicator->scoring) && batch->target == NULL)
    return;
  if (batch->target == NULL || !batch->target->goal.from_first) {
    score_alike (pass, batch, lack);
    return;
  }
  for (guint32 i = batch->first; i < batch->last; i++) {
    one.first = i;
    one.last = i + 1;
    score_alike (pass, &one, lack);
  }
}

/* What holds for a period is learned when it comes: one at a time. */
gboolean
_kpi_normaliser_is_shareable (const KpiIndicator *indicator)
{
  return indicator->scoring.method->learns == KPI_LEARNS_NOTHING ||
         indicator->scoring.over == KPI_OVER_ALL;
}

gboolean
_kpi_normaliser_init (KpiNormaliser *normaliser, KpiArena *arena, KpiRun *run,
                      const KpiIndicator *indicator, KpiSheet *sheet, guint n_workers)
{
  const char *area = _kpi_scoring_reference_area (&indicator->scoring);
  gsize n_scratch = (gsize)n_workers * run->areas->n_areas;

  *normaliser =
      (KpiNormaliser){.run = run, .indicator = indicator, .sheet = sheet, .n_workers = n_workers};
  if (!indicator->has_score)
    return TRUE;
  normaliser->reference = area != NULL ? _kpi_areas_find (run->areas, area) : KPI_NO_AREA;
  normaliser->values = KPI_ARENA_NEW (arena, double, n_scratch);
  normaliser->scores = KPI_ARENA_NEW (arena, double, n_scratch);
  normaliser->lacks = KPI_ARENA_NEW0 (arena, KpiLack, n_workers);
  return !arena->failed && _kpi_sheet_need_scores (sheet, n_workers, sheet->value_low != NULL) &&
         _kpi_batches_init (&normaliser->batches, arena, run->areas, run->model, indicator) &&
         _kpi_learning_init (&normaliser->learning, run, indicator, sheet);
}

gboolean
_kpi_normaliser_learn (KpiNormaliser *normaliser, KpiFrequency frequency)
{
  return !normaliser->indicator->has_score ||
         _kpi_learn_frequency (&normaliser->learning, frequency);
}

gboolean
_kpi_normaliser_score (KpiNormaliser *normaliser, gsize period, guint worker)
{
  const KpiRun *run = normaliser->run;
  const KpiSheet *sheet = normaliser->sheet;
  guint32 slot = sheet->slots[period];
  gsize own = (gsize)worker * sheet->n_areas;
  Pass pass = {.normaliser = normaliser, .period = &run->periods[period], .slot = slot};

  if (!normaliser->indicator->has_score || slot == KPI_NO_SLOT)
    return TRUE;
  if (!_kpi_learn_period (&normaliser->learning, period))
    return FALSE;
  pass.row = _kpi_sheet_score_row (sheet, sheet->score, slot, worker);
  pass.values = normaliser->values + own;
  pass.scores = normaliser->scores + own;
  if (sheet->passes) /* what the period before left */
    for (guint32 a = 0; a < sheet->n_areas; a++)
      pass.row[a] = NAN;
  for (guint32 i = 0; run->learned == NULL && i < normaliser->batches.n_batches; i++)
    score_batch (&pass, &normaliser->batches.batches[i], &normaliser->lacks[worker]);
  return TRUE;
}

static void
warn_lack (const KpiNormaliser *normaliser)
{
  const KpiIndicator *indicator = normaliser->indicator;
  g_autofree char *path = NULL;
  KpiLack first = {0};

  for (guint worker = 0; normaliser->lacks != NULL && worker < normaliser->n_workers; worker++) {
    const KpiLack *lack = &normaliser->lacks[worker];

    if (lack->text != NULL && (first.text == NULL || lack->period < first.period))
      first = *lack;
  }
  if (first.text == NULL)
    return;
  path = g_strdup_printf ("indicators.%s", indicator->id);
  _kpi_findings_add (normaliser->run->findings, KPI_SEVERITY_WARNING, KPI_ERROR_UNDEFINED,
                     indicator->place, path, "found %s", first.text);
}

void
_kpi_normaliser_end (KpiNormaliser *normaliser)
{
  warn_lack (normaliser);
  _kpi_learning_clear (&normaliser->learning);
  *normaliser = (KpiNormaliser){0};
}

gboolean
_kpi_normalise_indicator (KpiRun *run, const KpiIndicator *indicator, KpiSheet *sheet)
{
  KpiArena arena = {0};
  KpiNormaliser normaliser;
  gboolean done = _kpi_normaliser_init (&normaliser, &arena, run, indicator, sheet, 1);

  for (guint f = 0; done && f < KPI_N_FREQUENCIES; f++) {
    done = _kpi_normaliser_learn (&normaliser, f);
    for (gsize p = 0; done && p < run->n_periods; p++)
      if (run->periods[p].frequency == f)
        done = _kpi_normaliser_score (&normaliser, p, 0);
  }
  _kpi_normaliser_end (&normaliser);
  _kpi_arena_clear (&arena);
  return done;
}
