/* SPDX-License-Identifier: MIT */
/* harmonic: sum of w / sum of (w / s).
 *
 * Source: the power mean of order -1 (Hardy, Littlewood and Polya 1934).
 * A gap: a child without a score takes no part, nor does its weight. A zero child makes the mean 0,
 * a negative one leaves it without a score. */

#include "method/means.h"

static double
take_reciprocal (double x, const KpiMeanScale *scale)
{
  (void)scale;
  return 1 / x;
}

static void
combine (const KpiCombiningCall *call, double *out, gsize n, KpiTally *tally)
{
  static const KpiMean mean = {.f = take_reciprocal, .g = take_reciprocal};

  _kpi_positive_mean (&mean, call, out, n, tally);
}

const KpiCombiningMethod _kpi_combining_harmonic = {
    .name = "harmonic",
    .about = "the weighted harmonic mean: weak children weigh most",
    .combine = combine,
};
