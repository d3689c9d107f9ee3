/* SPDX-License-Identifier: MIT */
/* winsorise: outliers are moved to the next value, one point after another.
 *
 *   x -> min (max (x, low), high)
 *
 * At each step the greatest point moves to the next lower value where the skewness is positive,
 * else the least to the next higher one; then the shape is looked at again, until it is in order or
 * as many points were moved as may be. Of points that are equal each counts.
 *
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 3; W. Becker et al.,
 * COINr, Journal of Open Source Software 7 (2022), whose limits of 2 and 3.5 are the default.
 * A gap: takes no part and stays.
 * Limits: no value moves past the median of what it was fitted to. */

#include <string.h>

#include "method/moments.h"
#include "method/treating.h"

/* Holds the values to what is left of them when `below` and `above` points were moved. */
static void
hold (const double *sorted, gsize n, gsize below, gsize above, double *out)
{
  for (gsize i = 0; i < n; i++)
    out[i] = sorted[CLAMP (i, below, n - 1 - above)];
}

static void
fit (const KpiTreating *treating, const double *sorted, gsize n, double *scratch, KpiTreated *out)
{
  gsize below = 0, above = 0, most = MIN (treating->winsorise, (n - 1) / 2);

  memcpy (scratch, sorted, n * sizeof *sorted);
  while (below + above < most) {
    KpiMoments moments = _kpi_moments (scratch, n);

    if (!_kpi_moments_are_skewed (&moments, treating->skew, treating->kurtosis))
      break;
    if (_kpi_moments_skewness (&moments) > 0)
      above++;
    else
      below++;
    hold (sorted, n, below, above, scratch);
  }
  out->low = sorted[below];
  out->high = sorted[n - 1 - above];
}

static double
apply (const KpiTreated *treated, double value)
{
  return value < treated->low ? treated->low : value > treated->high ? treated->high : value;
}

const KpiTreatingMethod _kpi_treating_winsorise = {
    .name = "winsorise",
    .about = "outliers are moved to the next value",
    .fit = fit,
    .apply = apply,
};
