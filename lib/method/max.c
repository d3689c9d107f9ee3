/* SPDX-License-Identifier: MIT */
/* max: the greatest score of the children that have weight.
 *
 * Source: the power mean's limit, order +infinity.
 * A gap: a child without a score takes no part. */

#include <math.h>

#include "method/combining.h"

static void
combine (const KpiCombiningCall *call, double *out, gsize n, KpiTally *tally)
{
  (void)tally;
  for (gsize i = 0; i < n; i++) {
    double greatest = NAN;

    for (gsize c = 0; c < call->n_children; c++)
      greatest = fmax (greatest, call->children[c][i]); /* passes over NaN */
    out[i] = greatest;
  }
}

const KpiCombiningMethod _kpi_combining_max = {
    .name = "max",
    .about = "the greatest score of the children",
    .combine = combine,
};
