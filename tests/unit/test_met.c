/* SPDX-License-Identifier: MIT */
#include "scoring-support.h"

Test (met, all_or_nothing, .timeout = 10)
{
  KpiScoring scoring = scoring_with ("met", NULL, 0);
  KpiGoal goal = goal_of (KPI_DEMAND_MORE_THAN, 80);
  KpiScoringCall call = {.scoring = &scoring, .goal = &goal};

  expect_score (&call, 80, 0.0);
  expect_score (&call, 80.5, 100.0);
  expect_no_score (&call, NAN);
}

Test (met, open_ends_decide, .timeout = 10)
{
  KpiScoring scoring = scoring_with ("met", NULL, 0);
  KpiGoal goal = goal_of (KPI_DEMAND_MORE_THAN, 80);
  KpiScoringCall call = {.scoring = &scoring, .goal = &goal};

  expect_bounds (&call, 80, KPI_OPEN_ABOVE, 100, KPI_OPEN_NOT, 100.0, 100.0); /* > 80 meets it */
  expect_bounds (&call, 80, KPI_OPEN_NOT, 100, KPI_OPEN_NOT, 0.0, 100.0);     /* >= 80 may not */
}

Test (met, a_range_within_the_bounds, .timeout = 10)
{
  KpiScoring scoring = scoring_with ("met", NULL, 0);
  KpiGoal goal = goal_between (KPI_DEMAND_BETWEEN, 85, 90);
  KpiScoringCall call = {.scoring = &scoring, .goal = &goal};

  expect_bounds (&call, 80, KPI_OPEN_NOT, 100, KPI_OPEN_NOT, 0.0, 100.0);
  expect_bounds (&call, 86, KPI_OPEN_NOT, 88, KPI_OPEN_NOT, 100.0, 100.0);
  expect_bounds (&call, 70, KPI_OPEN_NOT, 84, KPI_OPEN_NOT, 0.0, 0.0);
}
