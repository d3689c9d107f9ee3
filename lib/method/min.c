/* SPDX-License-Identifier: MIT */
/* min: the least score of the children that have weight.
 *
 * Source: the power mean's limit, order -infinity.
 * A gap: a child without a score takes no part. */

#include <math.h>

#include "method/combining.h"

static void
combine (const KpiCombiningCall *call, double *out, gsize n, KpiTally *tally)
{
  (void)tally;
  for (gsize i = 0; i < n; i++) {
    double least = NAN;

    for (gsize c = 0; c < call->n_children; c++)
      least = fmin (least, call->children[c][i]); /* passes over NaN */
    out[i] = least;
  }
}

const KpiCombiningMethod _kpi_combining_min = {
    .name = "min",
    .about = "the least score of the children",
    .combine = combine,
};
