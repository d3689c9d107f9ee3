/* SPDX-License-Identifier: MIT */
#include "near.h"

#include "treated-support.h"

/* 1 ... 10, 500, 1000: 2.561 and 6.282. With 500 for 1000: 2.054 and 2.638, which will do. */
Test (winsorise, moves_as_few_points_as_will_do, .timeout = 10)
{
  static const double values[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 500, 1000};
  KpiTreating treating = KPI_TREATING;
  KpiTreated treated = fit (&treating, values, 12);

  cr_expect (eq (dbl, treated.low, 1));
  cr_expect (eq (dbl, treated.high, 500));
}

/* After two points 2.336 and 3.814, after the third the rest is even. */
Test (winsorise, moves_one_after_another, .timeout = 10)
{
  KpiTreating treating = KPI_TREATING;
  KpiTreated treated = fit (&treating, three_outliers, G_N_ELEMENTS (three_outliers));

  cr_expect (eq (dbl, treated.high, 20));
  treating.winsorise = 1;
  treated = fit (&treating, three_outliers, G_N_ELEMENTS (three_outliers));
  cr_expect (eq (dbl, treated.high, 600)); /* as far as it may */
}

Test (winsorise, moves_low_points_where_the_tail_is_below, .timeout = 10)
{
  static const double values[] = {-1000, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
  KpiTreating treating = KPI_TREATING;
  KpiTreated treated = fit (&treating, values, 12);

  cr_expect (eq (dbl, treated.low, 1));
  cr_expect (eq (dbl, treated.high, 11));
}

/* 0 (11 times), 5: 3.464 and 12; the next value is 0. */
Test (winsorise, may_leave_all_equal, .timeout = 10)
{
  static const double values[] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5};
  KpiTreating treating = KPI_TREATING;
  KpiTreated treated = fit (&treating, values, 12);

  cr_expect (eq (dbl, treated.low, 0));
  cr_expect (eq (dbl, treated.high, 0));
}

Test (winsorise, holds_values_and_ends, .timeout = 10)
{
  KpiTreating treating = KPI_TREATING;
  KpiTreated treated = fit (&treating, three_outliers, G_N_ELEMENTS (three_outliers));

  cr_expect (eq (dbl, _kpi_treated_apply (&treated, 900), 20));
  cr_expect (eq (dbl, _kpi_treated_apply (&treated, 12.5), 12.5));
  cr_expect (eq (dbl, _kpi_treated_apply (&treated, INFINITY), 20));
  cr_expect (eq (dbl, _kpi_treated_apply (&treated, -INFINITY), 1));
  cr_expect (isnan (_kpi_treated_apply (&treated, NAN)));
}
