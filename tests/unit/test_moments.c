/* SPDX-License-Identifier: MIT */
/* Expected numbers are from scipy 1.17 (stats.skew, stats.kurtosis with bias=False) and numpy 2.4,
 * but where a hand calculation stands beside them. */
#include "near.h"

#include "method/moments.h"

Test (moments, shape_of_a_long_tail, .timeout = 10)
{
  static const double values[] = {2, NAN, 3.5, 5, 7.25, 11, 13, 41, NAN};
  KpiMoments moments = _kpi_moments (values, G_N_ELEMENTS (values));

  cr_expect (eq (sz, moments.n, 7));
  cr_expect (eq (dbl, moments.least, 2));
  cr_expect (eq (dbl, moments.greatest, 41));
  expect_close (moments.mean, 11.821428571428571);
  expect_close (_kpi_moments_sd (&moments), 13.45727365723512);
  expect_close (_kpi_moments_skewness (&moments), 2.1931624365022033);
  expect_close (_kpi_moments_kurtosis (&moments), 5.151859324464079);
}

Test (moments, symmetric, .timeout = 10)
{
  static const double values[] = {-4, -1, 0, 1, 4};
  KpiMoments moments = _kpi_moments (values, 5);

  cr_expect (eq (dbl, moments.mean, 0));
  expect_close (_kpi_moments_sd (&moments), sqrt (8.5)); /* (16 + 1 + 0 + 1 + 16) / 4 */
  cr_expect (eq (dbl, _kpi_moments_skewness (&moments), 0));
  expect_close (_kpi_moments_kurtosis (&moments), 0.8927335640138416);
}

Test (moments, too_few_have_no_shape, .timeout = 10)
{
  static const double values[] = {1, 2, 4};
  KpiMoments none = _kpi_moments (values, 0), one = _kpi_moments (values, 1);
  KpiMoments two = _kpi_moments (values, 2), three = _kpi_moments (values, 3);

  cr_expect (isnan (none.mean) && isnan (none.least) && isnan (none.greatest));
  cr_expect (isnan (_kpi_moments_sd (&one)));
  expect_close (_kpi_moments_sd (&two), sqrt (0.5));
  cr_expect (isnan (_kpi_moments_skewness (&two)));
  cr_expect (not(isnan (_kpi_moments_skewness (&three))));
  cr_expect (isnan (_kpi_moments_kurtosis (&three)));
}

/* 0.1 + 0.1 + 0.1 is not 0.3, and yet nothing deviates. */
Test (moments, equal_values_do_not_vary, .timeout = 10)
{
  static const double values[] = {0.1, 0.1, 0.1, 0.1, 0.1};
  KpiMoments moments = _kpi_moments (values, 5);

  cr_expect (eq (dbl, moments.mean, 0.1));
  cr_expect (eq (dbl, _kpi_moments_sd (&moments), 0));
  cr_expect (isnan (_kpi_moments_skewness (&moments)));
  cr_expect (isnan (_kpi_moments_kurtosis (&moments)));
}

/* The shape has no unit, however large or small that is. */
Test (moments, free_of_units, .timeout = 10)
{
  static const double units[] = {1e300, 1e80, 1e-80, 1e-300};
  static const double values[] = {2, 3.5, 5, 7.25, 11, 13, 41};
  double scaled[7];

  for (gsize u = 0; u < G_N_ELEMENTS (units); u++) {
    KpiMoments moments;

    for (gsize i = 0; i < 7; i++)
      scaled[i] = values[i] * units[u];
    moments = _kpi_moments (scaled, 7);
    expect_close (moments.mean / units[u], 11.821428571428571);
    expect_close (_kpi_moments_sd (&moments) / units[u], 13.45727365723512);
    expect_close (_kpi_moments_skewness (&moments), 2.1931624365022033);
    expect_close (_kpi_moments_kurtosis (&moments), 5.151859324464079);
  }
}

/* Far from 0, deviations of 1 are seen: 1e9 + {-1, 0, 1} deviates by 1. */
Test (moments, far_from_zero, .timeout = 10)
{
  static const double values[] = {1e9 - 1, 1e9, 1e9 + 1};
  KpiMoments moments = _kpi_moments (values, 3);

  cr_expect (eq (dbl, _kpi_moments_sd (&moments), 1));
}
