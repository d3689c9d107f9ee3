/* SPDX-License-Identifier: MIT */
#include "scoring-support.h"

Test (minmax, between_least_and_greatest, .timeout = 10)
{
  static const double values[] = {30, 10, NAN, 50};
  KpiScoring scoring = scoring_with ("minmax", NULL, 0);
  KpiScoringCall call = {.scoring = &scoring};
  KpiFitted fitted = learn (&call, values, 4);

  call.fitted = &fitted;
  cr_expect (eq (sz, fitted.n, 3));
  expect_score (&call, 10, 0.0);
  expect_score (&call, 30, 50.0); /* 100 * (30 - 10) / (50 - 10) */
  expect_score (&call, 50, 100.0);
  expect_no_score (&call, NAN);
  expect_bounds (&call, 40, KPI_OPEN_NOT, INFINITY, KPI_OPEN_BELOW, 75.0, 100.0); /* held */
  _kpi_fitted_clear (&fitted);
}

Test (minmax, turned_where_lower_is_better, .timeout = 10)
{
  static const double values[] = {30, 10, 50};
  KpiScoring scoring = scoring_with ("minmax", NULL, 0);
  KpiScoringCall call = {.scoring = &scoring, .better = KPI_BETTER_LOWER};
  KpiFitted fitted = learn (&call, values, 3);

  call.fitted = &fitted;
  expect_score (&call, 10, 100.0);
  expect_score (&call, 20, 75.0); /* 100 * (-20 + 50) / (-10 + 50) */
  expect_score (&call, 50, 0.0);
  expect_bounds (&call, 10, KPI_OPEN_NOT, 20, KPI_OPEN_NOT, 75.0, 100.0);
}

Test (minmax, equal_values_have_no_score, .timeout = 10)
{
  static const double values[] = {7, 7};
  KpiScoring scoring = scoring_with ("minmax", NULL, 0);
  KpiScoringCall call = {.scoring = &scoring};
  KpiFitted fitted = learn (&call, values, 2);

  call.fitted = &fitted;
  expect_no_score (&call, 7);
}

/* Scores do not change with the unit: 100 (a x + b) gives what x gives. */
Test (minmax, free_of_units, .timeout = 10)
{
  double values[64], scaled[64];
  KpiScoring scoring = scoring_with ("minmax", NULL, 0);
  KpiScoringCall call = {.scoring = &scoring};
  KpiFitted fitted, fitted_scaled;
  g_autoptr (GRand) random = g_rand_new_with_seed (57);

  for (int i = 0; i < 64; i++) {
    values[i] = g_rand_double_range (random, -1000, 1000);
    scaled[i] = 100 * (3.25 * values[i] + 17);
  }
  fitted = learn (&call, values, 64);
  fitted_scaled = learn (&call, scaled, 64);
  for (int i = 0; i < 64; i++) {
    double score, score_scaled;

    call.fitted = &fitted;
    score = score_one (&call, values[i]);
    call.fitted = &fitted_scaled;
    score_scaled = score_one (&call, scaled[i]);
    cr_expect (fabs (score - score_scaled) < 1e-10);
  }
}
