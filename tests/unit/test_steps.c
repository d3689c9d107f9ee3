/* SPDX-License-Identifier: MIT */
#include "scoring-support.h"

static const double at[] = {0, 10, 50, 60, 80, 100};

Test (steps, last_point_reached, .timeout = 10)
{
  KpiScoring scoring = scoring_with ("steps", at, 6);
  KpiScoringCall call = {.scoring = &scoring};

  expect_score (&call, -1, 10.0); /* below the first: the first point's score */
  expect_score (&call, 49.9, 10.0);
  expect_score (&call, 50, 60.0);
  expect_score (&call, 79, 60.0);
  expect_score (&call, 80, 100.0);
  expect_no_score (&call, NAN);
}

Test (steps, an_open_end_does_not_reach_its_step, .timeout = 10)
{
  KpiScoring scoring = scoring_with ("steps", at, 6);
  KpiScoringCall call = {.scoring = &scoring};

  expect_bounds (&call, 60, KPI_OPEN_NOT, 80, KPI_OPEN_BELOW, 60.0, 60.0); /* < 80 */
  expect_bounds (&call, 60, KPI_OPEN_NOT, 80, KPI_OPEN_NOT, 60.0, 100.0);  /* <= 80 */
}
