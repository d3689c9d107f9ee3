/* SPDX-License-Identifier: MIT */
/* geometric: exp (sum of w ln s / sum of w).
 *
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 6; UNDP's HDI.
 * A gap: a child without a score takes no part, nor does its weight. A zero child makes the mean 0,
 * a negative one leaves it without a score. */

#include <math.h>

#include "method/means.h"

static void
combine (const KpiCombining *combining, const double *const *children, const double *weights,
         gsize n_children, double *out, gsize n, KpiTally *tally)
{
  (void)combining;
  _kpi_positive_mean (log, exp, children, weights, n_children, out, n, tally);
}

const KpiCombiningMethod _kpi_combining_geometric = {
    .name = "geometric",
    .about = "the weighted geometric mean: a weak child is not made up for by a strong one",
    .combine = combine,
};
