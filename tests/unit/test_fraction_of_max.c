/* SPDX-License-Identifier: MIT */
#include "scoring-support.h"

static const double three[] = {20, 50, 80};

Test (fraction_of_max, share_of_the_greatest, .timeout = 10)
{
  KpiScoring scoring = scoring_with ("fraction_of_max", NULL, 0);
  KpiScoringCall call = {.scoring = &scoring};
  KpiFitted fitted = learn (&call, three, 3);

  call.fitted = &fitted;
  expect_score (&call, 20, 25.0); /* 100 * 20 / 80 */
  expect_score (&call, 80, 100.0);
  expect_score (&call, 100, 100.0); /* held */
  expect_no_score (&call, 0);       /* needs positive data */
  expect_no_score (&call, -1);
  expect_no_score (&call, NAN);
  expect_bounds (&call, -10, KPI_OPEN_NOT, 40, KPI_OPEN_NOT, 0.0, 50.0);
  _kpi_fitted_clear (&fitted);
}

Test (fraction_of_max, the_least_over_it_where_lower_is_better, .timeout = 10)
{
  KpiScoring scoring = scoring_with ("fraction_of_max", NULL, 0);
  KpiScoringCall call = {.scoring = &scoring, .better = KPI_BETTER_LOWER};
  KpiFitted fitted = learn (&call, three, 3);

  call.fitted = &fitted;
  expect_score (&call, 20, 100.0);
  expect_score (&call, 50, 40.0); /* 100 * 20 / 50 */
  expect_score (&call, 80, 25.0);
  expect_bounds (&call, 40, KPI_OPEN_NOT, INFINITY, KPI_OPEN_BELOW, 0.0, 50.0);
  expect_bounds (&call, -INFINITY, KPI_OPEN_ABOVE, 40, KPI_OPEN_NOT, 50.0, 100.0);
  _kpi_fitted_clear (&fitted);
}

Test (fraction_of_max, a_zero_among_the_values_leaves_nobody_a_score, .timeout = 10)
{
  static const double with_zero[] = {0, 50};
  KpiScoring scoring = scoring_with ("fraction_of_max", NULL, 0);
  KpiScoringCall call = {.scoring = &scoring};
  KpiFitted fitted = learn (&call, with_zero, 2);

  call.fitted = &fitted;
  expect_no_score (&call, 50);
  cr_expect (ne (ptr, (char *)_kpi_scoring_lacks (&call), NULL));
  _kpi_fitted_clear (&fitted);
}
