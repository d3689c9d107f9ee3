/* SPDX-License-Identifier: MIT */
/* Expected numbers are from scipy.stats.pearsonr of scipy 1.17, or calculated by hand beside them.
 */
#include "near.h"

#include "method/correlation.h"

static double
correlate (const double *a, const double *b, gsize n)
{
  double scratch[3 * 64];

  return _kpi_correlation_pearson (a, b, n, scratch);
}

Test (pearson, of_a_few_pairs_with_ties, .timeout = 10)
{
  static const double a[] = {1, 2, 2, 3, 5, 8, 13, 21}, b[] = {3, 1, 4, 4, 5, 9, 2, 6};

  expect_close (correlate (a, b, 8), 0.331513707895946);
  expect_close (correlate (b, a, 8), 0.331513707895946);
}

Test (pearson, of_itself_and_its_mirror, .timeout = 10)
{
  static const double a[] = {0.1, 7, 7, -3, 1e9, 0.3}, mirror[] = {-0.1, -7, -7, 3, -1e9, -0.3};

  cr_expect (eq (dbl, correlate (a, a, 6), 1));
  cr_expect (eq (dbl, correlate (a, mirror, 6), -1));
}

Test (pearson, undefined, .timeout = 10)
{
  static const double a[] = {0.1, 0.1, 0.1}, b[] = {1, 2, 3};

  cr_expect (isnan (correlate (a, b, 3)));
  cr_expect (isnan (correlate (b, a, 3)));
  cr_expect (isnan (correlate (b, b, 1)));
  cr_expect (isnan (correlate (b, b, 0)));
}

/* Products of values this large or small have no double; their correlation has. */
Test (pearson, free_of_units, .timeout = 10)
{
  static const double a[] = {1e300, 2e300, 2e300, 3e300, 5e300, 8e300, 13e300, 21e300};
  static const double b[] = {3e-300, 1e-300, 4e-300, 4e-300, 5e-300, 9e-300, 2e-300, 6e-300};

  expect_close (correlate (a, b, 8), 0.331513707895946);
}
