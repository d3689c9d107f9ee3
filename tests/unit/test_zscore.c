/* SPDX-License-Identifier: MIT */
#include "scoring-support.h"

/* The mean is 5, the squared deviations add up to 32: s = 2 over n, sqrt (32 / 7) over n - 1. */
static const double eight[] = {2, 4, 4, 4, 5, 5, 7, 9};

static KpiScoring
zscore (double mean[1], double sd[1])
{
  KpiScoring scoring = scoring_with ("zscore", mean, 1);

  scoring.options[1].numbers = sd;
  scoring.options[1].n_numbers = 1;
  return scoring;
}

Test (zscore, in_standard_deviations_from_the_mean, .timeout = 10)
{
  double mean[] = {0}, sd[] = {1};
  KpiScoring scoring = zscore (mean, sd);
  KpiScoringCall call = {.scoring = &scoring};
  KpiFitted fitted = learn (&call, eight, 8);

  call.fitted = &fitted;
  expect_score (&call, 5, 0.0);
  cr_expect (epsilon_eq (dbl, score_one (&call, 9), 4 / sqrt (32 / 7.0), 1e-15));
  scoring.options[2].choice = 1; /* the whole population: s is 2 */
  expect_score (&call, 9, 2.0);
  expect_score (&call, 2, -1.5);
  expect_no_score (&call, NAN);
  expect_bounds (&call, 4, KPI_OPEN_NOT, 7, KPI_OPEN_BELOW, -0.5, 1.0); /* the fit is held */
  _kpi_fitted_clear (&fitted);
}

Test (zscore, mean_deviation_and_direction_can_be_chosen, .timeout = 10)
{
  double mean[] = {100}, sd[] = {15};
  KpiScoring scoring = zscore (mean, sd);
  KpiScoringCall call = {.scoring = &scoring, .better = KPI_BETTER_LOWER};
  KpiFitted fitted = learn (&call, eight, 8);

  call.fitted = &fitted;
  scoring.options[2].choice = 1;
  expect_score (&call, 9, 70.0); /* 100 + 15 * (-9 + 5) / 2 */
  expect_score (&call, 3, 115.0);
  _kpi_fitted_clear (&fitted);
}

/* `to`: the least that was learned becomes 1, the greatest 7: 1 + 6 (x - 2) / (9 - 2). */
Test (zscore, a_span_is_that_of_the_fit, .timeout = 10)
{
  double mean[] = {0}, sd[] = {1};
  KpiScoring scoring = zscore (mean, sd);
  KpiScoringCall call = {.scoring = &scoring};
  KpiFitted fitted = learn (&call, eight, 8);

  call.fitted = &fitted;
  scoring.mapped = TRUE;
  scoring.to[0] = 1;
  scoring.to[1] = 8;
  cr_expect (epsilon_eq (dbl, score_one (&call, 2), 1, 1e-14));
  cr_expect (epsilon_eq (dbl, score_one (&call, 9), 8, 1e-14));
  cr_expect (epsilon_eq (dbl, score_one (&call, 5), 4, 1e-14));
  cr_expect (epsilon_eq (dbl, score_one (&call, 16), 15, 1e-13)); /* never held */
  _kpi_fitted_clear (&fitted);
}

Test (zscore, says_what_is_lacking, .timeout = 10)
{
  static const double same[] = {7, 7}, huge[] = {1e300, -1e300};
  double mean[] = {0}, sd[] = {1};
  KpiScoring scoring = zscore (mean, sd);
  KpiScoringCall call = {.scoring = &scoring};
  KpiFitted fitted = learn (&call, same, 2), too_great = learn (&call, huge, 2);

  call.fitted = &fitted;
  expect_no_score (&call, 7);
  cr_expect (eq (str, (char *)_kpi_scoring_lacks (&call), KPI_LACKS_DIFFERENCE));
  call.fitted = &too_great;
  expect_no_score (&call, 7);
  cr_expect (ne (ptr, (char *)_kpi_scoring_lacks (&call), NULL));
  _kpi_fitted_clear (&fitted);
  _kpi_fitted_clear (&too_great);
}

/* Scores do not change with the unit. */
Test (zscore, free_of_units, .timeout = 10)
{
  double values[64], scaled[64], mean[] = {0}, sd[] = {1};
  KpiScoring scoring = zscore (mean, sd);
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
    cr_expect (fabs (score - score_scaled) < 1e-12);
  }
  _kpi_fitted_clear (&fitted);
  _kpi_fitted_clear (&fitted_scaled);
}
