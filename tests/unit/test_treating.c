/* SPDX-License-Identifier: MIT */
#include "near.h"

#include <string.h>

#include "treated-support.h"
#include "method/methods.h"

/* Skewness and kurtosis here and below: scipy.stats' skew and kurtosis with bias=False, which a
 * pocket calculator confirms from the definitions. */
Test (treating, acts_where_both_are_above, .timeout = 10)
{
  /* 1 ... 7, 100: 2.809 and 7.917; 1, 2, 3, 1000: 1.99998 and 3.99995 */
  static const double values[] = {1, 2, 3, 4, 5, 6, 7, 100}, four[] = {1, 2, 3, 1000};
  KpiTreating treating = KPI_TREATING;

  cr_expect (fit (&treating, values, 8).method != NULL);
  cr_expect (fit (&treating, four, 4).method == NULL);
  treating.skew = 1.9;
  cr_expect (fit (&treating, four, 4).method != NULL);
  treating = KPI_TREATING;
  treating.skew = 2.81;
  cr_expect (fit (&treating, values, 8).method == NULL);
  treating = KPI_TREATING;
  treating.kurtosis = 7.92;
  cr_expect (fit (&treating, values, 8).method == NULL);
}

Test (treating, leaves_what_has_no_shape, .timeout = 10)
{
  static const double same[] = {3, 3, 3, 3, 3, 3}, few[] = {1, 1, 1000};
  KpiTreating treating = {.winsorise = 5, .then = _kpi_methods_find (KPI_METHODS_TREATING, "log")};

  cr_expect (fit (&treating, same, 6).method == NULL);
  cr_expect (fit (&treating, few, 3).method == NULL);
  cr_expect (fit (&treating, NULL, 0).method == NULL);
}

Test (treating, an_untreated_value_stays, .timeout = 10)
{
  KpiTreated treated = {.method = NULL};

  cr_expect (eq (dbl, _kpi_treated_apply (&treated, -7.5), -7.5));
  cr_expect (isnan (_kpi_treated_apply (&treated, NAN)));
  cr_expect (not(_kpi_treated_is_rescaled (&treated)));
}

/* Two points moved leave 2.336 and 3.814. */
Test (treating, log_follows_where_winsorising_fails, .timeout = 10)
{
  KpiTreating treating = {.winsorise = 2,
                          .skew = 2,
                          .kurtosis = 3.5,
                          .then = _kpi_methods_find (KPI_METHODS_TREATING, "log")};
  KpiTreated treated = fit (&treating, three_outliers, G_N_ELEMENTS (three_outliers));

  cr_expect (_kpi_treated_is_rescaled (&treated));
  treating.winsorise = 3; /* enough */
  treated = fit (&treating, three_outliers, G_N_ELEMENTS (three_outliers));
  cr_expect (not(_kpi_treated_is_rescaled (&treated)));
  treating.winsorise = 0; /* the log at once */
  treated = fit (&treating, three_outliers, G_N_ELEMENTS (three_outliers));
  cr_expect (_kpi_treated_is_rescaled (&treated));
}

Test (treating, tells_whether_it_acts, .timeout = 10)
{
  KpiTreating treating = KPI_TREATING;

  cr_expect (_kpi_treating_acts (&treating));
  treating.winsorise = 0;
  cr_expect (not(_kpi_treating_acts (&treating)));
  treating.then = _kpi_methods_find (KPI_METHODS_TREATING, "log");
  cr_expect (_kpi_treating_acts (&treating));
}

Test (treating, hangs_on_no_order, .timeout = 10)
{
  static const double up[] = {1, 2, 3, 4, 5, 6, 7, 100}, mixed[] = {6, 100, 1, 4, 3, 7, 2, 5};
  KpiTreating treating = KPI_TREATING;
  KpiTreated a = fit (&treating, up, 8), b = fit (&treating, mixed, 8);

  cr_expect (a.low == b.low && a.high == b.high);
}
