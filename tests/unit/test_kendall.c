/* SPDX-License-Identifier: MIT */
/* Expected numbers are from scipy.stats.kendalltau of scipy 1.17, or calculated by hand beside
 * them. */
#include "near.h"

#include "method/correlation.h"

static double
correlate (const double *a, const double *b, gsize n)
{
  double scratch[3 * 64];

  return _kpi_correlation_kendall (a, b, n, scratch);
}

Test (kendall, of_a_few_pairs_with_ties, .timeout = 10)
{
  static const double a[] = {1, 2, 2, 3, 5, 8, 13, 21}, b[] = {3, 1, 4, 4, 5, 9, 2, 6};

  expect_close (correlate (a, b, 8), 0.4444444444444444);
  expect_close (correlate (b, a, 8), 0.4444444444444444);
}

Test (kendall, of_itself_and_its_mirror, .timeout = 10)
{
  static const double a[] = {0.1, 7, 7, -3, 1e9, 0.3}, mirror[] = {-0.1, -7, -7, 3, -1e9, -0.3};

  cr_expect (eq (dbl, correlate (a, a, 6), 1));
  cr_expect (eq (dbl, correlate (a, mirror, 6), -1));
}

Test (kendall, undefined, .timeout = 10)
{
  static const double a[] = {0.1, 0.1, 0.1}, b[] = {1, 2, 3};

  cr_expect (isnan (correlate (a, b, 3)));
  cr_expect (isnan (correlate (b, a, 3)));
  cr_expect (isnan (correlate (b, b, 1)));
  cr_expect (isnan (correlate (b, b, 0)));
}

/* Every pair counted, as the definition has it. */
static double
count_pairs (const double *a, const double *b, gsize n)
{
  double sum = 0, tied_a = 0, tied_b = 0, all = (double)n * ((double)n - 1) / 2;

  for (gsize i = 0; i < n; i++) {
    for (gsize j = i + 1; j < n; j++) {
      double order = (a[i] - a[j]) * (b[i] - b[j]);

      sum += order > 0 ? 1 : order < 0 ? -1 : 0;
      tied_a += a[i] == a[j];
      tied_b += b[i] == b[j];
    }
  }
  return sum / sqrt ((all - tied_a) * (all - tied_b));
}

Test (kendall, counts_what_the_definition_counts, .timeout = 10)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (57);

  for (gsize n = 2; n < 60; n++) {
    double a[64], b[64];

    for (gsize i = 0; i < n; i++) {
      a[i] = g_rand_int_range (random, 0, 12);
      b[i] = g_rand_int_range (random, 0, 20) - a[i];
    }
    a[0] = -1, b[0] = 100; /* so that neither side is all tied */
    expect_close (correlate (a, b, n), count_pairs (a, b, n));
  }
}
