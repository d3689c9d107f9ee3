/* SPDX-License-Identifier: MIT */
#include "near.h"

#include <string.h>

#include "method/quantile.h"

static double
quantile_of (const double *values, gsize n, double share)
{
  double numbers[32];

  return _kpi_quantile (numbers, _kpi_present (values, n, numbers), share);
}

/* numpy.quantile ([2, 3.5, 5, 7.25, 11, 13, 41], q), and of the first six. */
Test (quantile, between_neighbours, .timeout = 10)
{
  static const double values[] = {11, NAN, 2, 13, 3.5, 7.25, 5, NAN, 41};
  static const double expected[][3] = {{0.05, 2.45, 2.375},   {0.1, 2.9, 2.75},
                                       {0.25, 4.25, 3.875},   {0.5, 7.25, 6.125},
                                       {0.75, 12.0, 10.0625}, {0.9, 24.2, 12.0}};

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++) {
    expect_close (quantile_of (values, 9, expected[i][0]), expected[i][1]);
    expect_close (quantile_of (values, 8, expected[i][0]), expected[i][2]);
  }
}

Test (quantile, ends, .timeout = 10)
{
  static const double values[] = {3, 1, 2};

  cr_expect (eq (dbl, quantile_of (values, 3, 0), 1));
  cr_expect (eq (dbl, quantile_of (values, 3, 1), 3));
  cr_expect (eq (dbl, quantile_of (values, 1, 0.3), 3));
  cr_expect (isnan (quantile_of (values, 0, 0.5)));
}

Test (quantile, median, .timeout = 10)
{
  double odd[] = {9, 1, 5}, even[] = {9, 1, 5, 2}, many[100];

  cr_expect (eq (dbl, _kpi_median (odd, 3), 5));
  cr_expect (eq (dbl, _kpi_median (even, 4), 3.5));
  cr_expect (isnan (_kpi_median (even, 0)));
  for (int i = 0; i < 100; i++)
    many[i] = (i * 37) % 100; /* each of 0 … 99 once */
  cr_expect (eq (dbl, _kpi_median (many, 100), 49.5));
}

Test (quantile, present_leaves_gaps_out, .timeout = 10)
{
  static const double values[] = {NAN, 0, NAN, -1};
  double out[4];

  cr_expect (eq (sz, _kpi_present (values, 4, out), 2));
  cr_expect (eq (dbl, out[0], 0)); /* a zero is a value */
  cr_expect (eq (dbl, out[1], -1));
}
