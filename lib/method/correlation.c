/* SPDX-License-Identifier: MIT */
/* What the correlations share: which pairs count.
 *
 * A gap: pairs are kept where both sides have a value (pairwise complete), so that an indicator
 * that few areas report does not take the others' pairs with it.
 * Always true: what comes out is between -1 and 1, or NaN. */

#include <math.h>

#include "method/correlation.h"

static gsize
keep_complete (const double *a, const double *b, gsize n, double *out_a, double *out_b)
{
  gsize n_complete = 0;

  for (gsize i = 0; i < n; i++) {
    if (isnan (a[i]) || isnan (b[i]))
      continue;
    out_a[n_complete] = a[i];
    out_b[n_complete++] = b[i];
  }
  return n_complete;
}

gboolean
_kpi_correlate (KpiCorrelationFormula formula, const double *a, const double *b, gsize n,
                KpiCorrelated *out)
{
  gsize size = MAX (n, 1);
  g_autofree double *scratch = g_try_malloc_n (size, 5 * sizeof (double));

  if (scratch == NULL)
    return FALSE;
  out->n = keep_complete (a, b, n, scratch, scratch + size);
  out->r = formula (scratch, scratch + size, out->n, scratch + 2 * size);
  return TRUE;
}

void
_kpi_correlation_matrix (const double *columns, gsize n_columns, gsize n, double *out)
{
  for (gsize i = 0; i < n_columns; i++) {
    out[i * n_columns + i] = 1;
    for (gsize j = i + 1; j < n_columns; j++)
      out[i * n_columns + j] = out[j * n_columns + i] =
          _kpi_correlation_pearson (columns + i * n, columns + j * n, n, NULL);
  }
}
