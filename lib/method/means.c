/* SPDX-License-Identifier: MIT */
/* Weighted means of scores that are not negative.
 *
 * Always true: a mean lies between the least and the greatest of its children. exp (log (100)) is
 * above 100, so that this takes more than the formula. */

#include <math.h>

#include "method/means.h"

/* What the children of one area are like. */
typedef struct {
  double least;
  double greatest;
  gboolean zero;
  gboolean negative;
} Range;

static Range
find_range (const KpiCombiningCall *call, gsize area)
{
  Range range = {INFINITY, -INFINITY, FALSE, FALSE};

  for (gsize c = 0; c < call->n_children; c++) {
    double score = call->children[c][area];
    double rounded = _kpi_score_rounded (score);

    if (isnan (score))
      continue;
    range.negative |= rounded < 0;
    range.zero |= rounded == 0;
    range.least = MIN (range.least, score);
    range.greatest = MAX (range.greatest, score);
  }
  return range;
}

static double
find_mean (const KpiMean *mean, const KpiCombiningCall *call, gsize area, const Range *range)
{
  KpiMeanScale scale = {mean->order, mean->order > 0 ? range->greatest : range->least};
  double sum = 0, weight = 0;

  for (gsize c = 0; c < call->n_children; c++) {
    double score = call->children[c][area];

    if (isnan (score))
      continue;
    sum += call->weights[c] * mean->f (MAX (score, 0), &scale);
    weight += call->weights[c];
  }
  return CLAMP (mean->g (sum / weight, &scale), range->least, range->greatest);
}

static double
combine_area (const KpiMean *mean, const KpiCombiningCall *call, gsize area, KpiTally *tally)
{
  Range range = find_range (call, area);

  if (range.least > range.greatest) /* no child has a score */
    return NAN;
  if (range.negative) {
    tally->n_negative++;
    return NAN;
  }
  if (range.zero && !mean->takes_zero) {
    tally->n_zero++;
    return 0;
  }
  if (range.least == range.greatest) /* of one score, whatever it is measured by */
    return range.least;
  return find_mean (mean, call, area, &range);
}

void
_kpi_positive_mean (const KpiMean *mean, const KpiCombiningCall *call, double *out, gsize n,
                    KpiTally *tally)
{
  for (gsize area = 0; area < n; area++)
    out[area] = combine_area (mean, call, area, tally);
}
