/* SPDX-License-Identifier: MIT */
/* max: the greatest score of the children that have weight.
 *
 * Source: the power mean's limit, order +infinity.
 * A gap: a child without a score takes no part. */

#include <math.h>

#include "method/combining.h"

static void
combine (const KpiCombining *combining, const double *const *children, const double *weights,
         gsize n_children, double *out, gsize n, KpiTally *tally)
{
  (void)combining, (void)weights, (void)tally;
  for (gsize i = 0; i < n; i++) {
    double greatest = NAN;

    for (gsize c = 0; c < n_children; c++)
      greatest = fmax (greatest, children[c][i]); /* passes over NaN */
    out[i] = greatest;
  }
}

const KpiCombiningMethod _kpi_combining_max = {
    .name = "max",
    .about = "the greatest score of the children",
    .combine = combine,
};
