/* SPDX-License-Identifier: MIT */
/* median: the score in the middle, unweighted; of an even number the mean of the middle two.
 *
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 6.
 * A gap: a child without a score takes no part. */

#include <math.h>

#include "method/ordered.h"

static void
combine (const KpiCombiningCall *call, double *out, gsize n, KpiTally *tally)
{
  (void)tally;
  for (gsize area = 0; area < n; area++) {
    gsize m = _kpi_ordered_gather (call, area);
    const KpiOrdered *ordered = (const KpiOrdered *)call->scratch;

    out[area] = m == 0 ? NAN : (ordered[(m - 1) / 2].score + ordered[m / 2].score) / 2;
  }
}

const KpiCombiningMethod _kpi_combining_median = {
    .name = "median",
    .about = "the score in the middle: one extreme child moves it little",
    .combine = combine,
};
