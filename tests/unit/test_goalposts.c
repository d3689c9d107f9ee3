/* SPDX-License-Identifier: MIT */
#include "scoring-support.h"

static const double life[] = {20, 85}, falling[] = {50, 10}, income[] = {100, 75000};

/* UNDP, HDR 2015, technical note 1: Norway 2014, life expectancy 81.6: (81.6 - 20) / (85 - 20). */
Test (goalposts, hdi_health_dimension, .timeout = 10)
{
  KpiScoring scoring = scoring_with ("goalposts", life, 2);
  KpiScoringCall call = {.scoring = &scoring};

  cr_expect (fabs (score_one (&call, 81.6) - 94.769230769230769) < 1e-12);
  expect_score (&call, 20, 0.0);
  expect_score (&call, 85, 100.0);
  expect_score (&call, 90, 100.0); /* held */
  expect_no_score (&call, NAN);
  scoring.clamp = FALSE;
  expect_score (&call, 98, 120.0); /* 100 * 78 / 65 */
}

Test (goalposts, lower_is_better_either_way, .timeout = 10)
{
  KpiScoring scoring = scoring_with ("goalposts", falling, 2);
  KpiScoringCall call = {.scoring = &scoring};

  expect_score (&call, 20, 75.0); /* 100 * (20 - 50) / (10 - 50) */
  call.better = KPI_BETTER_LOWER; /* falling posts are not turned again */
  expect_score (&call, 20, 75.0);
  scoring.options[0].numbers = (double *)life;
  expect_score (&call, 33, 80.0); /* 100 * (33 - 85) / (20 - 85) */
}

/* The same note: the income dimension of 64,992 is 100 ln(649.92) / ln(750),
 * 97.83652047839814 by Python's math.log. */
Test (goalposts, log_of_value_and_posts, .timeout = 10)
{
  KpiScoring scoring = scoring_with ("goalposts", income, 2);
  KpiScoringCall call = {.scoring = &scoring};

  scoring.transform = KPI_TRANSFORM_LOG;
  cr_expect (fabs (score_one (&call, 64992) - 97.83652047839814) < 1e-9);
  cr_expect (fabs (score_one (&call, 100)) < 1e-9);
  expect_no_score (&call, 0);
  expect_no_score (&call, -5);
  expect_bounds (&call, -INFINITY, KPI_OPEN_ABOVE, 75000, KPI_OPEN_NOT, 0.0, 100.0);
}

Test (goalposts, mapped_to_another_span, .timeout = 10)
{
  static const double posts[] = {0, 10};
  KpiScoring scoring = scoring_with ("goalposts", posts, 2);
  KpiScoringCall call = {.scoring = &scoring};

  scoring.to[0] = 1;
  expect_score (&call, 0, 1.0);
  expect_score (&call, 5, 50.5); /* 1 + 99 * 50 / 100 */
  expect_score (&call, 10, 100.0);
}

Test (goalposts, posts_that_score_nothing_are_refused, .timeout = 10)
{
  static const double equal[] = {3, 3}, zero[] = {0, 10};
  KpiScoring scoring = scoring_with ("goalposts", equal, 2);
  KpiScoringCall call = {.scoring = &scoring};

  cr_expect (_kpi_scoring_judge (&call).text != NULL);
  scoring.options[0].numbers = (double *)zero;
  cr_expect (_kpi_scoring_judge (&call).text == NULL);
  scoring.transform = KPI_TRANSFORM_LOG;
  cr_expect (_kpi_scoring_judge (&call).text != NULL);
}
