/* SPDX-License-Identifier: MIT */
#include "near.h"

#include "treated-support.h"
#include "method/methods.h"

/* ln (x - 1 + 0.01 . 899): of the untreated values, whatever was winsorised before. */
Test (log, is_of_the_height_above_the_least, .timeout = 10)
{
  KpiTreating treating = {.winsorise = 2,
                          .skew = 2,
                          .kurtosis = 3.5,
                          .then = _kpi_methods_find (KPI_METHODS_TREATING, "log")};
  KpiTreated treated = fit (&treating, three_outliers, G_N_ELEMENTS (three_outliers));

  expect_close (_kpi_treated_apply (&treated, 1), log (8.99));
  expect_close (_kpi_treated_apply (&treated, 900), log (907.99));
  expect_close (_kpi_treated_apply (&treated, 20), log (27.99));
}

Test (log, never_turns_the_order_of_numbers, .timeout = 10)
{
  KpiTreating treating = {.winsorise = 0,
                          .skew = 2,
                          .kurtosis = 3.5,
                          .then = _kpi_methods_find (KPI_METHODS_TREATING, "log")};
  KpiTreated treated = fit (&treating, three_outliers, G_N_ELEMENTS (three_outliers));

  expect_close (_kpi_treated_apply (&treated, 0.5), log (8.99)); /* held to the least */
  expect_close (_kpi_treated_apply (&treated, -INFINITY), log (8.99));
  expect_close (_kpi_treated_apply (&treated, 2), log (9.99));
  cr_expect (isinf (_kpi_treated_apply (&treated, INFINITY)) == 1);
  cr_expect (isnan (_kpi_treated_apply (&treated, NAN)));
}
