/* SPDX-License-Identifier: MIT */
#include "scoring-support.h"

static KpiScoringCall
call_with (const KpiScoring *scoring, const KpiGoal *goal)
{
  return (KpiScoringCall){.scoring = scoring, .goal = goal};
}

Test (progress, higher_is_better, .timeout = 10)
{
  KpiScoring scoring = scoring_with ("progress", NULL, 0);
  KpiGoal goal = goal_of (KPI_DEMAND_AT_LEAST, 30);
  KpiScoringCall call = call_with (&scoring, &goal);

  expect_score (&call, 12, 40.0);  /* 100 * 12 / 30 */
  expect_score (&call, 30, 100.0); /* met */
  expect_score (&call, 45, 100.0);
  expect_score (&call, -3, 0.0); /* held */
  expect_no_score (&call, NAN);

  goal.baseline = 10;
  expect_score (&call, 12, 10.0); /* 100 * (12 - 10) / (30 - 10) */
  expect_score (&call, 9, 0.0);
  scoring.clamp = FALSE;
  expect_score (&call, 9, -5.0); /* 100 * (9 - 10) / 20 */
  expect_score (&call, 45, 100.0);
}

Test (progress, lower_is_better, .timeout = 10)
{
  KpiScoring scoring = scoring_with ("progress", NULL, 0);
  KpiGoal goal = goal_of (KPI_DEMAND_AT_MOST, 4);
  KpiScoringCall call = call_with (&scoring, &goal);

  expect_score (&call, 16, 25.0); /* 100 * 4 / 16 */
  expect_score (&call, 4, 100.0);
  expect_score (&call, 0, 100.0);
  goal.baseline = 20;
  expect_score (&call, 16, 25.0); /* 100 * (20 - 16) / (20 - 4) */
  expect_score (&call, 12, 50.0);
  expect_score (&call, 24, 0.0);
}

Test (progress, between, .timeout = 10)
{
  KpiScoring scoring = scoring_with ("progress", NULL, 0);
  KpiGoal goal = goal_between (KPI_DEMAND_BETWEEN, 80, 90);
  KpiScoringCall call = call_with (&scoring, &goal);

  expect_score (&call, 85, 100.0);
  expect_score (&call, 60, 75.0); /* 100 * (1 - 20 / 80): below, measured from 0 */
  expect_no_score (&call, 95);    /* above, nothing to measure from */
  goal.valid[1] = 100;
  expect_score (&call, 95, 50.0); /* 100 * (1 - 5 / (100 - 90)) */
  goal.valid[0] = 40;
  expect_score (&call, 60, 50.0); /* 100 * (1 - 20 / (80 - 40)) */
  goal.baseline = 30;
  expect_score (&call, 60, 60.0); /* 100 * (1 - 20 / (80 - 30)): the baseline before `valid` */
  expect_score (&call, 95, 50.0); /* it lies on the other side */
}

Test (progress, top, .timeout = 10)
{
  KpiScoring scoring = scoring_with ("progress", NULL, 0);
  KpiGoal goal = goal_of (KPI_DEMAND_TOP, 5);
  KpiScoringCall call = call_with (&scoring, &goal);

  expect_score (&call, 3, 100.0);
  expect_score (&call, 20, 25.0); /* 100 * 5 / 20 */
  goal.baseline = 30;
  expect_score (&call, 20, 25.0); /* whatever the baseline */
  goal.of = 35;
  expect_score (&call, 20, 50.0); /* 100 * (35 - 20) / (35 - 5) */
}

Test (progress, bounds_are_scored_at_their_ends, .timeout = 10)
{
  KpiScoring scoring = scoring_with ("progress", NULL, 0);
  KpiGoal goal = goal_of (KPI_DEMAND_AT_LEAST, 80);
  KpiScoringCall call = call_with (&scoring, &goal);

  expect_bounds (&call, 60, KPI_OPEN_NOT, 72, KPI_OPEN_NOT, 75.0, 90.0);
  expect_bounds (&call, 60, KPI_OPEN_ABOVE, INFINITY, KPI_OPEN_BELOW, 75.0, 100.0);
  expect_bounds (&call, -INFINITY, KPI_OPEN_ABOVE, 20, KPI_OPEN_BELOW, 0.0, 25.0);
}

Test (progress, bounds_around_a_range_reach_100_inside, .timeout = 10)
{
  KpiScoring scoring = scoring_with ("progress", NULL, 0);
  KpiGoal goal = goal_between (KPI_DEMAND_BETWEEN, 80, 90);
  KpiScoringCall call = call_with (&scoring, &goal);

  goal.valid[1] = 100;
  /* 60 scores 75, 95 scores 50, and what lies between meets the target */
  expect_bounds (&call, 60, KPI_OPEN_NOT, 95, KPI_OPEN_NOT, 50.0, 100.0);
  expect_bounds (&call, 40, KPI_OPEN_NOT, 60, KPI_OPEN_NOT, 50.0, 75.0);
}

Test (progress, asks_for_a_baseline_where_it_needs_one, .timeout = 10)
{
  KpiScoring scoring = scoring_with ("progress", NULL, 0);
  KpiGoal zero = goal_of (KPI_DEMAND_AT_MOST, 0), range = goal_between (KPI_DEMAND_BETWEEN, 1, 2);
  KpiScoringCall call = call_with (&scoring, &zero);

  cr_expect (_kpi_scoring_judge (&call).severity == KPI_SEVERITY_ERROR);
  cr_expect (_kpi_scoring_judge (&call).text != NULL);
  zero.baseline = 12;
  cr_expect (_kpi_scoring_judge (&call).text == NULL);
  call.goal = &range;
  cr_expect (_kpi_scoring_judge (&call).severity == KPI_SEVERITY_WARNING);
  cr_expect (_kpi_scoring_judge (&call).text != NULL);
  range.valid[1] = 3;
  cr_expect (_kpi_scoring_judge (&call).text == NULL);
}
