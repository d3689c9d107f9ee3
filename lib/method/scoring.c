/* SPDX-License-Identifier: MIT */
/* What all scoring methods share: transform, turn, method, hold, map.
 *
 * Always true: a missing value has no score, whatever the method. */

#include <math.h>
#include <string.h>

#include "base/period.h"
#include "base/wide.h"
#include "method/scoring.h"

const char *const _kpi_transform_names[] = {"none", "log", "sqrt", NULL};

#define CHUNK 256 /* values that are prepared at a time: they stay in the first cache */

void
_kpi_scoring_init (KpiScoring *scoring, const KpiScoringMethod *method)
{
  *scoring = (KpiScoring){.method = method,
                          .over = method->over,
                          .fit_until = KPI_LAST_DAY,
                          .clamp = KPI_CLAMP_BOTH,
                          .to = {0, 100}};
}

/* The option of a method that takes a reference; NULL if it takes none. */
static const KpiOptionValue *
find_reference (const KpiScoring *scoring)
{
  const KpiScoringMethod *method = scoring->method; /* NULL: an indicator that nobody scores */

  for (gsize i = 0; method != NULL && method->options[i].kind != KPI_OPTION_END; i++)
    if (method->options[i].kind == KPI_OPTION_REFERENCE)
      return &scoring->options[i];
  return NULL;
}

const char *
_kpi_scoring_reference_area (const KpiScoring *scoring)
{
  const KpiOptionValue *reference = find_reference (scoring);

  return reference != NULL ? reference->text : NULL;
}

gboolean
_kpi_scoring_needs_target (const KpiScoring *scoring)
{
  const KpiOptionValue *reference = find_reference (scoring);

  return scoring->method->needs_target || (reference != NULL && reference->text == NULL);
}

gboolean
_kpi_scoring_follows_path (const KpiScoring *scoring)
{
  return scoring->method->follows_path != NULL && scoring->method->follows_path (scoring);
}

KpiJudgement
_kpi_scoring_judge (const KpiScoringCall *call)
{
  const KpiScoringMethod *method = call->scoring->method;

  return method->judge != NULL ? method->judge (call) : (KpiJudgement){0};
}

gboolean
_kpi_scoring_jumps (const KpiScoringCall *call)
{
  const KpiScoringMethod *method = call->scoring->method;

  return method->jumps ||
         (method->jumps_for != NULL && call->goal != NULL && method->jumps_for (call->goal));
}

gboolean
_kpi_scoring_goal_knot (const KpiScoringCall *call, gsize i, double *out_value)
{
  if (call->goal->demand != KPI_DEMAND_BETWEEN || i > 1)
    return FALSE;
  *out_value = i == 0 ? call->goal->low : call->goal->high;
  return TRUE;
}

gboolean
_kpi_scoring_points_knot (const KpiScoringCall *call, gsize i, double *out_value)
{
  const KpiOptionValue *points = &call->scoring->options[0];

  if (2 * i >= points->n_numbers)
    return FALSE;
  *out_value = points->numbers[2 * i];
  return TRUE;
}

static gboolean
is_turned (const KpiScoringCall *call)
{
  return call->scoring->method->turns && call->better == KPI_BETTER_LOWER;
}

KPI_WIDE static void
turn (const double *values, double *out, gsize n)
{
  for (gsize i = 0; i < n; i++)
    out[i] = -values[i];
}

/* Values as the method takes them, in `scratch` unless they are as they were. Outside the transform's
 * domain there is none. */
static const double *
prepare (const KpiScoringCall *call, const double *values, double *scratch, gsize n)
{
  const double *prepared = scratch;

  switch (call->scoring->transform) {
  case KPI_TRANSFORM_LOG:
    for (gsize i = 0; i < n; i++)
      scratch[i] = values[i] > 0 ? log (values[i]) : NAN;
    break;
  case KPI_TRANSFORM_SQRT:
    for (gsize i = 0; i < n; i++)
      scratch[i] = values[i] >= 0 ? sqrt (values[i]) : NAN;
    break;
  case KPI_TRANSFORM_NONE:
  default:
    prepared = values;
    break;
  }
  if (!is_turned (call))
    return prepared;
  turn (prepared, scratch, n);
  return scratch;
}

double
_kpi_scoring_prepared (const KpiScoringCall *call, double value)
{
  double scratch;

  return *prepare (call, &value, &scratch, 1);
}

/* An end of an interval as the method takes it: what lies outside the domain is cut off, so that
 * log's lower end is minus infinity rather than nothing. */
static double
prepare_end (const KpiScoringCall *call, double end)
{
  gboolean has_domain =
      call->scoring->transform != KPI_TRANSFORM_NONE || call->scoring->method->is_positive;
  double inside = has_domain ? MAX (end, 0) : end;

  if (call->scoring->transform == KPI_TRANSFORM_LOG && inside == 0)
    return is_turned (call) ? INFINITY : -INFINITY;
  return _kpi_scoring_prepared (call, inside);
}

KPI_WIDE static void
hold (KpiClamp clamp, double *scores, gsize n)
{
  double least = clamp == KPI_CLAMP_BOTH ? 0 : -INFINITY;

  for (gsize i = 0; clamp != KPI_CLAMP_NOT && i < n; i++)
    scores[i] = scores[i] < least ? least : scores[i] > 100 ? 100 : scores[i]; /* NaN stays */
}

static void
own_ends (const KpiScoringCall *call, double ends[2])
{
  const double values[2] = {call->fitted->least, call->fitted->greatest};

  call->scoring->method->score (call, values, ends, 2);
}

static void
hold_and_map (const KpiScoringCall *call, double *scores, gsize n)
{
  const KpiScoring *scoring = call->scoring;
  double from = scoring->to[0], span = scoring->to[1] - scoring->to[0];
  double ends[2] = {0, 100};

  if (scoring->method->is_open && !scoring->mapped)
    return;
  if (scoring->method->is_open)
    own_ends (call, ends);
  else
    hold (scoring->clamp, scores, n);
  if (from != ends[0] || span != ends[1] - ends[0])
    for (gsize i = 0; i < n; i++)
      scores[i] = from + span * (scores[i] - ends[0]) / (ends[1] - ends[0]);
}

/* The ends of values as the method takes them. Turned, a low end is a high one. */
static void
prepare_ends (const KpiScoringCall *call, const double *lows, const double *highs, double *out_lows,
              double *out_highs, gsize n)
{
  gboolean turned = is_turned (call);

  for (gsize i = 0; i < n; i++) {
    out_lows[i] = prepare_end (call, turned ? highs[i] : lows[i]);
    out_highs[i] = prepare_end (call, turned ? lows[i] : highs[i]);
  }
}

gboolean
_kpi_scoring_learn (const KpiScoringCall *call, KpiFitted *fitted, const double *values,
                    const double *lows, const double *highs, gsize n)
{
  gboolean with_ends = lows != NULL && call->scoring->method->score_bounds != NULL;
  double prepared[CHUNK], prepared_lows[CHUNK], prepared_highs[CHUNK];

  for (gsize start = 0; start < n; start += CHUNK) {
    gsize length = MIN (CHUNK, n - start);
    const double *taken = prepare (call, values + start, prepared, length);

    if (with_ends)
      prepare_ends (call, lows + start, highs + start, prepared_lows, prepared_highs, length);
    if (!_kpi_fitted_learn (fitted, taken, with_ends ? prepared_lows : NULL,
                            with_ends ? prepared_highs : NULL, length))
      return FALSE;
  }
  return TRUE;
}

const char *
_kpi_scoring_lacks (const KpiScoringCall *call)
{
  const KpiScoring *scoring = call->scoring;
  const char *text = scoring->method->lacks != NULL ? scoring->method->lacks (call) : NULL;

  if (text == NULL && scoring->method->is_open && scoring->mapped &&
      call->fitted->least == call->fitted->greatest)
    return KPI_LACKS_DIFFERENCE; /* of which `to` could make a span */
  return text;
}

static void
blank (double *numbers, gsize n)
{
  for (gsize i = 0; i < n; i++)
    numbers[i] = NAN;
}

static void
leave_positive (double *values, gsize n)
{
  for (gsize i = 0; i < n; i++)
    values[i] = values[i] > 0 ? values[i] : NAN;
}

/* Values as the method scores them. */
static const double *
take (const KpiScoringCall *call, const double *values, double *scratch, gsize n)
{
  const double *prepared = prepare (call, values, scratch, n);

  if (!call->scoring->method->is_positive)
    return prepared;
  memmove (scratch, prepared, n * sizeof *scratch);
  leave_positive (scratch, n);
  return scratch;
}

void
_kpi_scoring_apply (const KpiScoringCall *call, const double *values, double *out_scores, gsize n)
{
  double prepared[CHUNK];

  if (_kpi_scoring_lacks (call) != NULL) {
    blank (out_scores, n);
    return;
  }
  for (gsize start = 0; start < n; start += CHUNK) {
    gsize length = MIN (CHUNK, n - start);
    call->scoring->method->score (call, take (call, values + start, prepared, length),
                                  out_scores + start, length);
  }
  hold_and_map (call, out_scores, n);
}

static void
widen (const KpiScoringCall *call, double prepared, double *low, double *high)
{
  double score;

  call->scoring->method->score (call, &prepared, &score, 1);
  hold_and_map (call, &score, 1);
  if (isnan (score))
    *low = -INFINITY; /* past this end there is no score: nothing bounds it from below */
  else {
    *low = MIN (*low, score);
    *high = MAX (*high, score);
  }
}

void
_kpi_scoring_bounds (const KpiScoringCall *call, double low, KpiOpen low_open, double high,
                     KpiOpen high_open, double *out_low, double *out_high)
{
  const KpiScoringMethod *method = call->scoring->method;
  double knot;

  if (_kpi_scoring_jumps (call)) {
    low = _kpi_open_value (low, low_open);
    high = _kpi_open_value (high, high_open);
  }
  *out_low = INFINITY;
  *out_high = -INFINITY;
  widen (call, prepare_end (call, low), out_low, out_high);
  widen (call, prepare_end (call, high), out_low, out_high);
  for (gsize i = 0; method->knot != NULL && method->knot (call, i, &knot); i++)
    if (knot > low && knot < high)
      widen (call, knot, out_low, out_high);
}

void
_kpi_scoring_rival_bounds (const KpiScoringCall *call, double low, double high, gboolean is_member,
                           double *out_low, double *out_high)
{
  double least, greatest, ends[2];

  prepare_ends (call, &low, &high, &least, &greatest, 1);
  call->scoring->method->score_bounds (call, least, greatest, is_member, &ends[0], &ends[1]);
  hold_and_map (call, ends, 2);
  *out_low = MIN (ends[0], ends[1]); /* `to` may run downward */
  *out_high = MAX (ends[0], ends[1]);
}
