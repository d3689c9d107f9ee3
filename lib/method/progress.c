/* SPDX-License-Identifier: MIT */
/* progress: how far the way to the target has been gone.
 *
 *   met                       100
 *   higher is better          100 (x - b) / (t - b), b = 0 where there is no baseline
 *   lower is better           100 (b - x) / (b - t), without a baseline 100 t / x
 *   between lo and hi         100 (1 - d / r)
 *   top k of n                100 (n - x) / (n - k), without n 100 k / x
 *
 * d is the distance to the nearer end, r that end's distance to the baseline, else to `valid`,
 * else, below, to 0.
 *
 * against: path takes what is required by now for t; whoever calls has put it there.
 *
 * Source: share of the way, as in UN ESCAP's "current status index" (x - b) / (t - b).
 * A gap: no value, no score; beside a range with nothing to measure the distance by, no score.
 * Range: held to 0 ... 100. */

#include <math.h>

#include "method/scoring.h"

/* How far from a range's lower end the score falls to 0; NaN if nothing decides it. */
static double
reach_below (const KpiGoal *goal)
{
  if (goal->baseline < goal->low)
    return goal->low - goal->baseline;
  if (isfinite (goal->valid[0]) && goal->valid[0] < goal->low)
    return goal->low - goal->valid[0];
  return goal->low > 0 ? goal->low : NAN;
}

static double
reach_above (const KpiGoal *goal)
{
  if (goal->baseline > goal->high)
    return goal->baseline - goal->high;
  if (isfinite (goal->valid[1]) && goal->valid[1] > goal->high)
    return goal->valid[1] - goal->high;
  return NAN;
}

/* A way of no length, or a range beside which nothing scores: just beyond is another score. */
static gboolean
jumps_for (const KpiGoal *goal)
{
  return goal->demand == KPI_DEMAND_BETWEEN
             ? isnan (reach_below (goal)) || isnan (reach_above (goal))
             : goal->baseline == goal->low;
}

static double
between (const KpiGoal *goal, double x)
{
  if (x < goal->low)
    return 100 * (1 - (goal->low - x) / reach_below (goal));
  return 100 * (1 - (x - goal->high) / reach_above (goal));
}

/* Whether nothing decides from where the share of the way is counted: no baseline, and a target that
 * is no share of anything. What the model says for sure is judged at once; what a first observation
 * or a milestone leads to, here. */
static gboolean
has_no_start (const KpiGoal *goal)
{
  return isnan (goal->baseline) && goal->demand != KPI_DEMAND_BETWEEN && goal->low <= 0;
}

static double
unmet (const KpiGoal *goal, double x)
{
  double t = goal->low, b = goal->baseline;

  if (has_no_start (goal))
    return NAN;
  switch (goal->demand) {
  case KPI_DEMAND_BETWEEN:
    return between (goal, x);
  case KPI_DEMAND_TOP:
    return isnan (goal->of) ? 100 * t / x : 100 * (goal->of - x) / (goal->of - t);
  case KPI_DEMAND_AT_MOST:
  case KPI_DEMAND_LESS_THAN:
    return isnan (b) ? 100 * t / x : x == b ? 0 : 100 * (b - x) / (b - t);
  case KPI_DEMAND_AT_LEAST:
  case KPI_DEMAND_MORE_THAN:
  default:
    b = isnan (b) ? 0 : b;
    return x == b ? 0 : 100 * (x - b) / (t - b); /* t may be b where more than b is asked */
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

static const char *const againsts[] = {"target", "path", NULL};

static gboolean
follows_path (const KpiScoring *scoring)
{
  return scoring->options[0].choice == 1;
}

static gboolean
has_path (const KpiGoal *goal)
{
  return goal->demand != KPI_DEMAND_BETWEEN && goal->demand != KPI_DEMAND_TOP;
}

static KpiJudgement
judge (const KpiScoringCall *call)
{
  const KpiGoal *goal = call->goal;

  if (follows_path (call->scoring) && !has_path (goal))
    return (KpiJudgement){KPI_SEVERITY_ERROR,
                          "found against: path beside a range or a rank, expected a demand that "
                          "is one number to reach"};
  if (goal->from_first)
    return (KpiJudgement){0};
  if (goal->demand == KPI_DEMAND_BETWEEN)
    return judge_between (goal);
  if (goal->demand == KPI_DEMAND_TOP || !has_no_start (goal))
    return (KpiJudgement){0};
  return (KpiJudgement){KPI_SEVERITY_ERROR,
                        "found a target of 0 or less, from which no share of the way can be "
                        "counted; expected a target above 0, or give a baseline"};
}

const KpiScoringMethod _kpi_scoring_progress = {
    .name = "progress",
    .about = "the share of the way from the baseline to the target",
    .options = {{.name = "against", .kind = KPI_OPTION_CHOICE, .choices = againsts}},
    .needs_target = TRUE,
    .jumps_for = jumps_for,
    .follows_path = follows_path,
    .judge = judge,
    .score = score,
    .knot = _kpi_scoring_goal_knot,
};
