/* SPDX-License-Identifier: MIT */
/* progress: how far the way to the target has been gone.
 *
 *   met                       100
 *   higher is better          100 (x - b) / (t - b), b = 0 where there is no baseline
 *   lower is better           100 (b - x) / (b - t), without a baseline 100 t / x
 *   between lo and hi         100 (1 - d / r), d the distance to the nearer end, r that end's
 * distance to the baseline, else to `valid`, else, below, to 0 top k of n                100 (n -
 * x) / (n - k), without n 100 k / x
 *
 * Source: share of the way, as in UN ESCAP's "current status index" (x - b) / (t - b).
 * A gap: no value, no score; beside a range with nothing to measure the distance by, no score.
 * Range: held to 0 ... 100. */

#include <math.h>

#include "method/scoring.h"

/* How far from a range's lower end the score falls to 0; NaN if nothing tells. */
static double
reach_below (const KpiGoal *goal)
{
  if (goal->baseline < goal->low)
    return goal->low - goal->baseline;
  if (isfinite (goal->valid[0]) && goal->valid[0] < goal->low)
    return goal->low - goal->valid[0];
  return goal->low > 0 ? goal->low : NAN;
}

/* The same from its upper end. */
static double
reach_above (const KpiGoal *goal)
{
  if (goal->baseline > goal->high)
    return goal->baseline - goal->high;
  if (isfinite (goal->valid[1]) && goal->valid[1] > goal->high)
    return goal->valid[1] - goal->high;
  return NAN;
}

static double
between (const KpiGoal *goal, double x)
{
  if (x < goal->low)
    return 100 * (1 - (goal->low - x) / reach_below (goal));
  return 100 * (1 - (x - goal->high) / reach_above (goal));
}

static double
unmet (const KpiGoal *goal, double x)
{
  double t = goal->low, b = goal->baseline;

  switch (goal->demand) {
  case KPI_DEMAND_BETWEEN:
    return between (goal, x);
  case KPI_DEMAND_TOP:
    return isnan (goal->of) ? 100 * t / x : 100 * (goal->of - x) / (goal->of - t);
  case KPI_DEMAND_AT_MOST:
  case KPI_DEMAND_LESS_THAN:
    return isnan (b) ? 100 * t / x : 100 * (b - x) / (b - t);
  case KPI_DEMAND_AT_LEAST:
  case KPI_DEMAND_MORE_THAN:
  default:
    b = isnan (b) ? 0 : b;
    return 100 * (x - b) / (t - b);
  }
}

static void
score (const KpiScoringCall *call, const double *values, double *out_scores, gsize n)
{
  const KpiGoal *goal = call->goal;

  for (gsize i = 0; i < n; i++)
    out_scores[i] = _kpi_goal_met (goal, values[i]) ? 100 : unmet (goal, values[i]);
}

static KpiJudgement
judge_between (const KpiGoal *goal)
{
  gboolean gap_below = isnan (reach_below (goal)) && !(goal->valid[0] >= goal->low);
  gboolean gap_above = isnan (reach_above (goal)) && !(goal->valid[1] <= goal->high);

  if (!gap_below && !gap_above)
    return (KpiJudgement){0};
  return (KpiJudgement){
      KPI_SEVERITY_WARNING,
      gap_below && gap_above ? "values outside the range get no score: give `valid` or a baseline"
      : gap_below ? "values below the range get no score: give `valid` or a baseline there"
                  : "values above the range get no score: give `valid` or a baseline there"};
}

static KpiJudgement
judge (const KpiScoringCall *call)
{
  const KpiGoal *goal = call->goal;

  if (goal->demand == KPI_DEMAND_BETWEEN)
    return judge_between (goal);
  if (goal->demand == KPI_DEMAND_TOP || !isnan (goal->baseline) || goal->low > 0)
    return (KpiJudgement){0};
  return (KpiJudgement){KPI_SEVERITY_ERROR,
                        "found a target of 0 or less, from which no share of the way can be "
                        "counted; expected a target above 0, or give a baseline"};
}

const KpiScoringMethod _kpi_scoring_progress = {
    .name = "progress",
    .about = "the share of the way from the baseline to the target",
    .needs_target = TRUE,
    .judge = judge,
    .score = score,
    .knot = _kpi_scoring_goal_knot,
};
