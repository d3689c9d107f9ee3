/* SPDX-License-Identifier: MIT */
/* geometric: exp (sum of w ln s / sum of w).
 *
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 6; UNDP's HDI.
 * A gap: a child without a score takes no part, nor does its weight. A zero child makes the mean 0,
 * a negative one leaves it without a score. */

#include <math.h>

#include "method/means.h"

static double
take_log (double score, const KpiMeanScale *scale)
{
  (void)scale;
  return log (score);
}

static double
take_exp (double mean, const KpiMeanScale *scale)
{
  (void)scale;
  return exp (mean);
}

const KpiMean _kpi_mean_geometric = {.f = take_log, .g = take_exp};

static void
combine (const KpiCombiningCall *call, double *out, gsize n, KpiTally *tally)
{
  _kpi_positive_mean (&_kpi_mean_geometric, call, out, n, tally);
}

const KpiCombiningMethod _kpi_combining_geometric = {
    .name = "geometric",
    .about = "the weighted geometric mean: a weak child is not made up for by a strong one",
    .combine = combine,
};
