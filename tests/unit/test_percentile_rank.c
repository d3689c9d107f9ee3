/* SPDX-License-Identifier: MIT */
#include "scoring-support.h"

/* 100 (R - 1) / (5 - 1) of 10, 20, 20, 30, 40. */
Test (percentile_rank, share_of_the_others_that_are_worse, .timeout = 10)
{
  static const double five[] = {20, 40, 10, 20, 30};
  KpiScoring scoring = scoring_with ("percentile_rank", NULL, 0);
  KpiScoringCall call = {.scoring = &scoring};
  KpiFitted fitted = learn (&call, five, 5);

  call.fitted = &fitted;
  expect_score (&call, 10, 0.0);
  expect_score (&call, 20, 25.0);
  expect_score (&call, 30, 75.0);
  expect_score (&call, 40, 100.0);
  expect_score (&call, 50, 100.0); /* not in the fit: R is 6, and the score is held */
  expect_no_score (&call, NAN);
  scoring.options[0].choice = 2; /* high: R of 20 is 3 */
  expect_score (&call, 20, 50.0);
  scoring.to[1] = 10; /* to: [0, 10] */
  expect_score (&call, 20, 5.0);
  _kpi_fitted_clear (&fitted);
}

Test (percentile_rank, turned_where_lower_is_better, .timeout = 10)
{
  static const double three[] = {1, 2, 4};
  KpiScoring scoring = scoring_with ("percentile_rank", NULL, 0);
  KpiScoringCall call = {.scoring = &scoring, .better = KPI_BETTER_LOWER};
  KpiFitted fitted = learn (&call, three, 3);

  call.fitted = &fitted;
  expect_score (&call, 1, 100.0);
  expect_score (&call, 2, 50.0);
  expect_score (&call, 4, 0.0);
  _kpi_fitted_clear (&fitted);
}

/* Lower is better: A is 1 to 3, B is 2. Either may be the better one. */
Test (percentile_rank, ends_stand_against_the_others_opposite_ends, .timeout = 10)
{
  static const double values[] = {2, 2}, lows[] = {1, 2}, highs[] = {3, 2};
  KpiScoring scoring = scoring_with ("percentile_rank", NULL, 0);
  KpiScoringCall call = {.scoring = &scoring, .better = KPI_BETTER_LOWER};
  KpiFitted fitted = learn_ends (&call, values, lows, highs, 2);

  call.fitted = &fitted;
  expect_rival_bounds (&call, 1, 3, TRUE, 0.0, 100.0);
  expect_rival_bounds (&call, 2, 2, TRUE, 0.0, 100.0);
  _kpi_fitted_clear (&fitted);
}

Test (percentile_rank, one_value_has_nobody_to_be_compared_with, .timeout = 10)
{
  static const double one[] = {7};
  KpiScoring scoring = scoring_with ("percentile_rank", NULL, 0);
  KpiScoringCall call = {.scoring = &scoring};
  KpiFitted fitted = learn (&call, one, 1);

  call.fitted = &fitted;
  expect_no_score (&call, 7);
  _kpi_fitted_clear (&fitted);
}
