/* SPDX-License-Identifier: MIT */
/* Quantiles.
 *
 *   Q(p) = x[k] + (h - k) (x[k+1] - x[k])    h = (n - 1) p, k = floor h, x sorted from x[0]
 *
 * Source: R. J. Hyndman, Y. Fan, The American Statistician 50 (1996), type 7, as R and numpy have
 * it by default; the registers' percentiles (data/registers/spans.h) go by it too. A gap:
 * _kpi_present() leaves it out. */

#include <math.h>

#include "method/quantile.h"

gsize
_kpi_present (const double *values, gsize n, double *out)
{
  gsize n_present = 0;

  for (gsize i = 0; i < n; i++)
    if (!isnan (values[i]))
      out[n_present++] = values[i];
  return n_present;
}

/* Moves what is less than the k-th least of `n` numbers before it and what is greater behind, as
 * Hoare's quickselect does; returns it. The middle as pivot serves sorted input too. */
static double
select_least (double *numbers, gsize n, gsize k)
{
  gssize first = 0, last = (gssize)n - 1;

  while (first < last) {
    double pivot = numbers[first + (last - first) / 2];
    gssize i = first, j = last;

    while (i <= j) {
      while (numbers[i] < pivot)
        i++;
      while (numbers[j] > pivot)
        j--;
      if (i <= j) {
        double kept = numbers[i];

        numbers[i++] = numbers[j];
        numbers[j--] = kept;
      }
    }
    if ((gssize)k <= j)
      last = j;
    else if ((gssize)k >= i)
      first = i;
    else /* between them stands nothing but the pivot */
      break;
  }
  return numbers[k];
}

static double
least_of (const double *numbers, gsize n)
{
  double least = INFINITY;

  for (gsize i = 0; i < n; i++)
    least = MIN (least, numbers[i]);
  return least;
}

double
_kpi_quantile (double *numbers, gsize n, double share)
{
  double place = ((double)n - 1) * share, below;
  gsize k;

  if (n == 0)
    return NAN;
  k = (gsize)place;
  below = select_least (numbers, n, k);
  if (place == (double)k)
    return below;
  return below + (place - (double)k) * (least_of (numbers + k + 1, n - k - 1) - below);
}

double
_kpi_median (double *numbers, gsize n)
{
  double upper, lower = -INFINITY;

  if (n == 0)
    return NAN;
  upper = select_least (numbers, n, n / 2);
  if (n % 2 == 1)
    return upper;
  for (gsize i = 0; i < n / 2; i++)
    lower = MAX (lower, numbers[i]);
  return (lower + upper) / 2;
}
