/* SPDX-License-Identifier: MIT */
/* Pearson's correlation: how near the pairs lie to a line.
 *
 *   r = sum (a - mean a) (b - mean b) / ((n - 1) sd a sd b)
 *
 * Source: K. Pearson, Proceedings of the Royal Society 58 (1895).
 * A gap: pairs come complete. Less than two pairs, or a side of equal values: none. */

#include <math.h>

#include "method/correlation.h"
#include "method/moments.h"

/* The sum of products in the units of both, so that nothing overflows. */
static double
sum_products (const double *a, const KpiMoments *of_a, const double *b, const KpiMoments *of_b,
              gsize n)
{
  double mean_a = of_a->mean / of_a->unit, mean_b = of_b->mean / of_b->unit, sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += (a[i] / of_a->unit - mean_a) * (b[i] / of_b->unit - mean_b);
  return sum;
}

double
_kpi_correlation_pearson (const double *a, const double *b, gsize n, double *scratch)
{
  KpiMoments of_a = _kpi_moments (a, n), of_b = _kpi_moments (b, n);
  double r;

  (void)scratch;
  if (of_a.squares == 0 || of_b.squares == 0)
    return NAN;
  r = sum_products (a, &of_a, b, &of_b, n) / sqrt (of_a.squares * of_b.squares);
  return CLAMP (r, -1, 1);
}
