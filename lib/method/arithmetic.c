/* SPDX-License-Identifier: MIT */
/* arithmetic: the weighted mean, sum of w s / sum of w.
 *
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 6.
 * A gap: a child without a score takes no part, nor does its weight. */

#include <math.h>

#include "base/wide.h"
#include "method/combining.h"

#define CHUNK 256 /* areas at a time: their sums stay in the first cache */

KPI_WIDE static void
add_child (const double *scores, double weight, double *sums, double *weights, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    gboolean missing = isnan (scores[i]);

    sums[i] += missing ? 0 : weight * scores[i];
    weights[i] += missing ? 0 : weight;
  }
}

static void
combine (const KpiCombiningCall *call, double *out, gsize n, KpiTally *tally)
{
  (void)tally;
  for (gsize start = 0; start < n; start += CHUNK) {
    double sums[CHUNK] = {0}, totals[CHUNK] = {0};
    gsize length = MIN (CHUNK, n - start);

    for (gsize c = 0; c < call->n_children; c++)
      add_child (call->children[c] + start, call->weights[c], sums, totals, length);
    for (gsize i = 0; i < length; i++)
      out[start + i] = totals[i] > 0 ? sums[i] / totals[i] : NAN;
  }
}

const KpiCombiningMethod _kpi_combining_arithmetic = {
    .name = "arithmetic",
    .about = "the weighted mean",
    .adds_up = TRUE,
    .combine = combine,
};
