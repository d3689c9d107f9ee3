/* SPDX-License-Identifier: MIT */
/* harmonic: sum of w / sum of (w / s).
 *
 * Source: the power mean of order -1 (Hardy, Littlewood and Polya 1934).
 * A gap: a child without a score takes no part, nor does its weight. A zero child makes the mean 0,
 * a negative one leaves it without a score. */

#include "method/means.h"

static double
reciprocal (double x)
{
  return 1 / x;
}

static void
combine (const KpiCombining *combining, const double *const *children, const double *weights,
         gsize n_children, double *out, gsize n, KpiTally *tally)
{
  (void)combining;
  _kpi_positive_mean (reciprocal, reciprocal, children, weights, n_children, out, n, tally);
}

const KpiCombiningMethod _kpi_combining_harmonic = {
    .name = "harmonic",
    .about = "the weighted harmonic mean: weak children weigh most",
    .combine = combine,
};
