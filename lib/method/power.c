/* SPDX-License-Identifier: MIT */
/* power: the weighted power mean of order p, (sum of w s^p / sum of w)^(1/p).
 *
 * With the greatest score (p > 0) or the least (p < 0) as r it is evaluated as
 *
 *   r exp (log1p (sum of w expm1 (p ln (s / r)) / sum of w) / p)
 *
 * which neither overflows for a large p nor loses its digits for a small one: it goes over into the
 * geometric mean at p = 0, the greatest child for p → ∞, the least for p → -∞.
 *
 * Source: Hardy, Littlewood and Polya, Inequalities (1934), chapter II.
 * A gap: a child without a score takes no part, nor does its weight. A zero child makes the mean 0
 * where p is not above 0; a negative one leaves it without a score. */

#include <math.h>

#include "method/means.h"

static double
take_power (double score, const KpiMeanScale *scale)
{
  if (score == scale->reference) /* which may be infinite, as a bound is */
    return 0;
  return expm1 (scale->order * log (score / scale->reference));
}

static double
take_root (double mean, const KpiMeanScale *scale)
{
  return scale->reference * exp (log1p (mean) / scale->order);
}

static void
combine (const KpiCombiningCall *call, double *out, gsize n, KpiTally *tally)
{
  double p = call->combining->options[0].numbers[0];
  KpiMean mean = {.f = take_power, .g = take_root, .order = p, .takes_zero = p > 0};

  _kpi_positive_mean (p == 0 ? &_kpi_mean_geometric : &mean, call, out, n, tally);
}

const KpiCombiningMethod _kpi_combining_power = {
    .name = "power",
    .about = "the weighted power mean of order p: the lower p, the more weak children weigh",
    .options = {{.name = "p", .kind = KPI_OPTION_NUMBER, .required = TRUE}},
    .combine = combine,
};
