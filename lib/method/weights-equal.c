/* SPDX-License-Identifier: MIT */
/* equal: all children weigh the same: 1, as where no weight is given, so that the mean is the same
 * to the bit.
 *
 * A gap: changes nothing. */

#include "method/weighting.h"

static gboolean
weigh (const KpiWeighed *weighed, double *out_weights, const char **out_why, GError **error)
{
  (void)out_why, (void)error;
  for (gsize c = 0; c < weighed->n_children; c++)
    out_weights[c] = 1;
  return TRUE;
}

const KpiWeightingMethod _kpi_weighting_equal = {
    .name = "equal",
    .about = "all the same",
    .weigh = weigh,
    .blind = TRUE,
};
