/* SPDX-License-Identifier: MIT */
/* The table of scoring methods, and what all of them share: transform, turn, method, hold, map.
 *
 * Always true: a missing value has no score, whatever the method. */

#include <math.h>
#include <string.h>

#include "method/scoring.h"

/* One line a method; each is the file of its name. */
#define METHODS(METHOD)                                                                            \
  METHOD (progress)                                                                                \
  METHOD (met)                                                                                     \
  METHOD (points)                                                                                  \
  METHOD (steps)                                                                                   \
  METHOD (goalposts)                                                                               \
  METHOD (minmax)

#define DECLARE(name) extern const KpiScoringMethod _kpi_scoring_##name;
METHODS (DECLARE)

#define ENTRY(name) &_kpi_scoring_##name,
static const KpiScoringMethod *const methods[] = {METHODS (ENTRY) NULL};

#define CHUNK 256 /* values that are prepared at a time: they stay in the first cache */

const KpiScoringMethod *const *
_kpi_scoring_list (void)
{
  return methods;
}

const KpiScoringMethod *
_kpi_scoring_find (const char *name)
{
  for (gsize i = 0; methods[i] != NULL; i++)
    if (strcmp (methods[i]->name, name) == 0)
      return methods[i];
  return NULL;
}

void
_kpi_scoring_init (KpiScoring *scoring, const KpiScoringMethod *method)
{
  *scoring = (KpiScoring){.method = method, .clamp = TRUE, .to = {0, 100}};
}

void
_kpi_scoring_clear (KpiScoring *scoring)
{
  for (gsize i = 0; i < KPI_MAX_OPTIONS; i++)
    g_clear_pointer (&scoring->options[i].numbers, g_free);
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

double
_kpi_open_value (double value, KpiOpen open)
{
  if (open == KPI_OPEN_ABOVE)
    return nextafter (value, INFINITY);
  if (open == KPI_OPEN_BELOW)
    return nextafter (value, -INFINITY);
  return value;
}

static gboolean
is_turned (const KpiScoringCall *call)
{
  return call->scoring->method->fitted && call->better == KPI_BETTER_LOWER;
}

/* Values as the method takes them. Outside the transform's domain there is none. */
static void
prepare (const KpiScoringCall *call, const double *values, double *out, gsize n)
{
  switch (call->scoring->transform) {
  case KPI_TRANSFORM_LOG:
    for (gsize i = 0; i < n; i++)
      out[i] = values[i] > 0 ? log (values[i]) : NAN;
    break;
  case KPI_TRANSFORM_SQRT:
    for (gsize i = 0; i < n; i++)
      out[i] = values[i] >= 0 ? sqrt (values[i]) : NAN;
    break;
  case KPI_TRANSFORM_NONE:
  default:
    memcpy (out, values, n * sizeof *out);
    break;
  }
  if (is_turned (call))
    for (gsize i = 0; i < n; i++)
      out[i] = -out[i];
}

/* An end of an interval as the method takes it: what lies outside the domain is cut off, so that
 * log's lower end is minus infinity rather than nothing. */
static double
prepare_end (const KpiScoringCall *call, double end)
{
  double inside = call->scoring->transform == KPI_TRANSFORM_NONE ? end : MAX (end, 0);
  double out;

  if (call->scoring->transform == KPI_TRANSFORM_LOG && inside == 0)
    return is_turned (call) ? INFINITY : -INFINITY;
  prepare (call, &inside, &out, 1);
  return out;
}

static void
hold_and_map (const KpiScoring *scoring, double *scores, gsize n)
{
  double from = scoring->to[0], span = scoring->to[1] - scoring->to[0];

  if (scoring->clamp)
    for (gsize i = 0; i < n; i++)
      scores[i] = scores[i] < 0 ? 0 : scores[i] > 100 ? 100 : scores[i]; /* NaN stays */
  if (from != 0 || span != 100)
    for (gsize i = 0; i < n; i++)
      scores[i] = from + span * scores[i] / 100;
}

void
_kpi_fitted_init (KpiFitted *fitted)
{
  *fitted = (KpiFitted){INFINITY, -INFINITY, 0};
}

void
_kpi_fitted_learn (const KpiScoringCall *call, KpiFitted *fitted, const double *values, gsize n)
{
  double prepared[CHUNK];

  for (gsize start = 0; start < n; start += CHUNK) {
    gsize length = MIN (CHUNK, n - start);

    prepare (call, values + start, prepared, length);
    for (gsize i = 0; i < length; i++) {
      fitted->least = prepared[i] < fitted->least ? prepared[i] : fitted->least;
      fitted->greatest = prepared[i] > fitted->greatest ? prepared[i] : fitted->greatest;
      fitted->n += !isnan (prepared[i]);
    }
  }
}

void
_kpi_scoring_apply (const KpiScoringCall *call, const double *values, double *out_scores, gsize n)
{
  double prepared[CHUNK];

  for (gsize start = 0; start < n; start += CHUNK) {
    gsize length = MIN (CHUNK, n - start);

    prepare (call, values + start, prepared, length);
    call->scoring->method->score (call, prepared, out_scores + start, length);
  }
  hold_and_map (call->scoring, out_scores, n);
}

/* Widens [low, high] to hold the score of a prepared value. */
static void
widen (const KpiScoringCall *call, double prepared, double *low, double *high)
{
  double score;

  call->scoring->method->score (call, &prepared, &score, 1);
  hold_and_map (call->scoring, &score, 1);
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
