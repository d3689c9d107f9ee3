/* SPDX-License-Identifier: MIT */
#include "scoring-support.h"

static const double four[] = {20, 40, 10, 20};

Test (borda, how_many_are_worse, .timeout = 10)
{
  KpiScoring scoring = scoring_with ("borda", NULL, 0);
  KpiScoringCall call = {.scoring = &scoring};
  KpiFitted fitted = learn (&call, four, 4);

  call.fitted = &fitted;
  expect_score (&call, 10, 0.0);
  expect_score (&call, 20, 1.0);
  expect_score (&call, 40, 3.0);
  expect_no_score (&call, NAN);
  scoring.options[0].choice = 1; /* average: half of the other 20 counts */
  expect_score (&call, 20, 1.5);
  _kpi_fitted_clear (&fitted);
}

/* `to`: 0 for the worst of the fit, 100 for the best; 20 is a third of the way. */
Test (borda, a_span_is_that_of_the_fit, .timeout = 10)
{
  KpiScoring scoring = scoring_with ("borda", NULL, 0);
  KpiScoringCall call = {.scoring = &scoring, .better = KPI_BETTER_LOWER};
  KpiFitted fitted = learn (&call, four, 4);

  call.fitted = &fitted;
  scoring.mapped = TRUE; /* to: [0, 100], which is said and thus means something */
  expect_score (&call, 40, 0.0);
  expect_score (&call, 20, 100 * 1 / 3.0);
  expect_score (&call, 10, 100.0);
  _kpi_fitted_clear (&fitted);
}

/* A is 1 to 3, B is 2: A has none or one below it, and so has B. */
Test (borda, ends_stand_against_the_others_opposite_ends, .timeout = 10)
{
  static const double values[] = {2, 2}, lows[] = {1, 2}, highs[] = {3, 2};
  KpiScoring scoring = scoring_with ("borda", NULL, 0);
  KpiScoringCall call = {.scoring = &scoring};
  KpiFitted fitted = learn_ends (&call, values, lows, highs, 2);

  call.fitted = &fitted;
  expect_rival_bounds (&call, 1, 3, TRUE, 0.0, 1.0);
  expect_rival_bounds (&call, 2, 2, TRUE, 0.0, 1.0);
  _kpi_fitted_clear (&fitted);
}

Test (borda, equal_values_have_no_span, .timeout = 10)
{
  static const double same[] = {3, 3, 3};
  KpiScoring scoring = scoring_with ("borda", NULL, 0);
  KpiScoringCall call = {.scoring = &scoring};
  KpiFitted fitted = learn (&call, same, 3);

  call.fitted = &fitted;
  expect_score (&call, 3, 0.0);
  scoring.mapped = TRUE;
  expect_no_score (&call, 3);
  _kpi_fitted_clear (&fitted);
}
