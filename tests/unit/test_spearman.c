/* SPDX-License-Identifier: MIT */
/* Expected numbers are from scipy.stats.spearmanr of scipy 1.17, or calculated by hand beside them.
 */
#include "near.h"

#include "method/correlation.h"

static double
correlate (const double *a, const double *b, gsize n)
{
  double scratch[3 * 64];

  return _kpi_correlation_spearman (a, b, n, scratch);
}

Test (spearman, of_a_few_pairs_with_ties, .timeout = 10)
{
  static const double a[] = {1, 2, 2, 3, 5, 8, 13, 21}, b[] = {3, 1, 4, 4, 5, 9, 2, 6};

  expect_close (correlate (a, b, 8), 0.4999999999999999);
  expect_close (correlate (b, a, 8), 0.4999999999999999);
}

Test (spearman, of_itself_and_its_mirror, .timeout = 10)
{
  static const double a[] = {0.1, 7, 7, -3, 1e9, 0.3}, mirror[] = {-0.1, -7, -7, 3, -1e9, -0.3};

  cr_expect (eq (dbl, correlate (a, a, 6), 1));
  cr_expect (eq (dbl, correlate (a, mirror, 6), -1));
}

Test (spearman, undefined, .timeout = 10)
{
  static const double a[] = {0.1, 0.1, 0.1}, b[] = {1, 2, 3};

  cr_expect (isnan (correlate (a, b, 3)));
  cr_expect (isnan (correlate (b, a, 3)));
  cr_expect (isnan (correlate (b, b, 1)));
  cr_expect (isnan (correlate (b, b, 0)));
}

/* Any rising curve is a line to ranks. */
Test (spearman, sees_order_alone, .timeout = 10)
{
  static const double a[] = {1, 2, 3, 4, 5}, b[] = {1, 4, 9, 16, 1e6};

  cr_expect (eq (dbl, correlate (a, b, 5), 1));
}
