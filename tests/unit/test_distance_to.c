/* SPDX-License-Identifier: MIT */
#include "scoring-support.h"

static const double three[] = {20, 50, 80};

/* 100 (x - 20) / (60 - 20) */
Test (distance_to, share_of_the_way_to_the_reference, .timeout = 10)
{
  KpiScoring scoring = scoring_with ("distance_to", NULL, 0);
  KpiScoringCall call = {.scoring = &scoring, .reference = 60};
  KpiFitted fitted = learn (&call, three, 3);

  call.fitted = &fitted;
  expect_score (&call, 20, 0.0);
  expect_score (&call, 50, 75.0);
  expect_score (&call, 80, 100.0); /* held, it is 150 */
  expect_no_score (&call, NAN);
  expect_bounds (&call, 10, KPI_OPEN_NOT, 40, KPI_OPEN_NOT, 0.0, 50.0);
  scoring.clamp = KPI_CLAMP_NOT;
  expect_score (&call, 80, 150.0);
  expect_score (&call, 0, -50.0);
  scoring.clamp = KPI_CLAMP_HIGH; /* at 100 alone */
  expect_score (&call, 80, 100.0);
  expect_score (&call, 0, -50.0);
  _kpi_fitted_clear (&fitted);
}

/* Value and reference are turned alike: 100 (-50 + 80) / (-40 + 80). */
Test (distance_to, turned_where_lower_is_better, .timeout = 10)
{
  KpiScoring scoring = scoring_with ("distance_to", NULL, 0);
  KpiScoringCall call = {.scoring = &scoring, .reference = 40, .better = KPI_BETTER_LOWER};
  KpiFitted fitted = learn (&call, three, 3);

  call.fitted = &fitted;
  expect_score (&call, 80, 0.0);
  expect_score (&call, 50, 75.0);
  expect_score (&call, 20, 100.0);
  _kpi_fitted_clear (&fitted);
}

Test (distance_to, a_reference_must_be_there_and_not_the_least, .timeout = 10)
{
  KpiScoring scoring = scoring_with ("distance_to", NULL, 0);
  KpiScoringCall call = {.scoring = &scoring, .reference = 20};
  KpiFitted fitted = learn (&call, three, 3);

  call.fitted = &fitted;
  expect_no_score (&call, 50);
  call.reference = NAN;
  expect_no_score (&call, 50);
  cr_expect (ne (ptr, (char *)_kpi_scoring_lacks (&call), NULL));
  _kpi_fitted_clear (&fitted);
}

Test (distance_to, the_target_is_asked_for_where_it_is_the_reference, .timeout = 10)
{
  KpiScoring scoring = scoring_with ("distance_to", NULL, 0);
  KpiGoal goal = goal_between (KPI_DEMAND_BETWEEN, 40, 60);
  KpiScoringCall call = {.scoring = &scoring, .goal = &goal};

  cr_expect (_kpi_scoring_needs_target (&scoring));
  cr_expect (eq (int, (int)_kpi_scoring_judge (&call).severity, KPI_SEVERITY_ERROR));
  cr_expect (ne (ptr, (char *)_kpi_scoring_judge (&call).text, NULL)); /* a range is no number */
  goal.high = 40;
  cr_expect (eq (ptr, (char *)_kpi_scoring_judge (&call).text, NULL));
  scoring.options[0].text = (char *)"VN";
  cr_expect (not(_kpi_scoring_needs_target (&scoring)));
  cr_expect (eq (str, (char *)_kpi_scoring_reference_area (&scoring), "VN"));
}
