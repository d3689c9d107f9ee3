/* SPDX-License-Identifier: MIT */
/* copeland: the areas that one beats, minus those that beat it.
 *
 * One beats another where the weight of the children on which it is higher, plus half of the ties',
 * is over half of the weight that both have observed: where the weight of its wins is above that of
 * its losses. Weights are sums of rounded numbers, so that a difference of less than 1e-9 of what
 * both have observed is none.
 *
 * Source: A. H. Copeland (1951); OECD/JRC, Handbook on Constructing Composite Indicators (2008),
 * step 6. The order of the rows never matters, gaps or not.
 * A gap: a child decides only between areas that both have a score of it. An area without any takes
 * no part.
 *
 * All pairs are compared, a block of rivals at a time, so that what is needed beside the scores is
 * constant: n^2 comparisons a child. */

#include <math.h>

#include "method/combining.h"

#define BLOCK 256  /* rivals at a time: their sums stay in the first cache */
#define NOISE 1e-9 /* of the weight: what sums of weights are off by, and more */

static void
count_child (double score, const double *rivals, double weight, double *margins, double *observed,
             gsize n)
{
  for (gsize i = 0; i < n && !isnan (score); i++) {
    margins[i] += score > rivals[i] ? weight : 0; /* no comparison holds of NaN */
    margins[i] -= score < rivals[i] ? weight : 0;
    observed[i] += isnan (rivals[i]) ? 0 : weight;
  }
}

/* Wins minus losses of an area against rivals `first` … `first` + n - 1, itself not among them. */
static double
count_block (const KpiCombiningCall *call, gsize area, gsize first, gsize n)
{
  double margins[BLOCK] = {0}, observed[BLOCK] = {0}, count = 0;

  for (gsize c = 0; c < call->n_children; c++)
    count_child (call->children[c][area], call->rivals[c] + first, call->weights[c], margins,
                 observed, n);
  for (gsize i = 0; i < n; i++)
    if (first + i != area)
      count += (margins[i] > NOISE * observed[i]) - (margins[i] < -NOISE * observed[i]);
  return count;
}

static gboolean
takes_part (const KpiCombiningCall *call, gsize area)
{
  for (gsize c = 0; c < call->n_children; c++)
    if (!isnan (call->children[c][area]))
      return TRUE;
  return FALSE;
}

static void
combine (const KpiCombiningCall *call, double *out, gsize n, KpiTally *tally)
{
  (void)tally;
  for (gsize area = 0; area < n; area++) {
    out[area] = takes_part (call, area) ? 0 : NAN;
    for (gsize first = 0; first < n && !isnan (out[area]); first += BLOCK)
      out[area] += count_block (call, area, first, MIN (BLOCK, n - first));
  }
}

const KpiCombiningMethod _kpi_combining_copeland = {
    .name = "copeland",
    .about = "areas beaten minus areas that beat it, child by child",
    .compares = TRUE,
    .combine = combine,
};
