/* SPDX-License-Identifier: MIT */
/* Spearman's correlation: Pearson's of the ranks, equal values sharing the mean of theirs.
 *
 * Source: C. Spearman, American Journal of Psychology 15 (1904).
 * A gap: pairs come complete, and ranks are counted among them. O(n log n). */

#include <math.h>

#include "base/sort.h"
#include "method/correlation.h"

/* Twice the average rank from the worst, which is a whole number. */
static void
rank (const double *values, gsize n, double *sorted, double *out)
{
  for (gsize i = 0; i < n; i++)
    sorted[i] = values[i];
  _kpi_sort_numbers (sorted, n);
  for (gsize i = 0; i < n; i++)
    out[i] = (double)(_kpi_sort_count_below (sorted, n, values[i]) +
                      _kpi_sort_count_below (sorted, n, nextafter (values[i], INFINITY)) + 1);
}

double
_kpi_correlation_spearman (const double *a, const double *b, gsize n, double *scratch)
{
  rank (a, n, scratch, scratch + n);
  rank (b, n, scratch, scratch + 2 * n);
  return _kpi_correlation_pearson (scratch + n, scratch + 2 * n, n, NULL);
}
