/* SPDX-License-Identifier: MIT */
#include "scoring-support.h"

static const double at[] = {0, 0, 50, 60, 80, 100};
static const double hill[] = {0, 0, 10, 80, 20, 20};

Test (points, linear_between_flat_beyond, .timeout = 10)
{
  KpiScoring scoring = scoring_with ("points", at, 6);
  KpiScoringCall call = {.scoring = &scoring};

  expect_score (&call, 25, 30.0); /* 0 + 60 * 25 / 50 */
  expect_score (&call, 50, 60.0);
  expect_score (&call, 65, 80.0); /* 60 + 40 * 15 / 30 */
  expect_score (&call, 80, 100.0);
  expect_score (&call, 200, 100.0);
  expect_score (&call, -5, 0.0);
  expect_no_score (&call, NAN);
}

Test (points, bounds_see_the_top_of_a_hill, .timeout = 10)
{
  KpiScoring scoring = scoring_with ("points", hill, 6);
  KpiScoringCall call = {.scoring = &scoring};

  /* 5 scores 40, 15 scores 50, and 10 between them 80 */
  expect_bounds (&call, 5, KPI_OPEN_NOT, 15, KPI_OPEN_NOT, 40.0, 80.0);
}
