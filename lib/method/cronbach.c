/* SPDX-License-Identifier: MIT */
/* Cronbach's alpha.
 *
 *   alpha = k / (k - 1) (1 - sum of the children's variances / variance of their sum)
 *
 * Source: L. J. Cronbach, Psychometrika 16 (1951); OECD/JRC, Handbook on Constructing Composite
 * Indicators (2008), step 4, which asks for 0.7 or more.
 * A gap: complete rows count. Of children as they are, not standardised. */

#include <math.h>

#include "method/cronbach.h"
#include "method/moments.h"

static double
variance (const double *values, gsize n)
{
  KpiMoments moments = _kpi_moments (values, n);
  double sd = _kpi_moments_sd (&moments);

  return sd * sd;
}

gboolean
_kpi_cronbach_alpha (const KpiComplete *complete, double *out_alpha)
{
  gsize n = complete->n_complete;
  g_autofree double *sums = g_try_new0 (double, MAX (n, 1));
  double parts = 0, whole, k = (double)complete->n_children;

  if (sums == NULL)
    return FALSE;
  for (gsize c = 0; c < complete->n_children; c++) {
    const double *column = _kpi_complete_column (complete, c);

    parts += variance (column, n);
    for (gsize i = 0; i < n; i++)
      sums[i] += column[i];
  }
  whole = variance (sums, n);
  *out_alpha = complete->n_children > 1 && whole > 0 ? k / (k - 1) * (1 - parts / whole) : NAN;
  return TRUE;
}
