/* SPDX-License-Identifier: MIT */
/* Weighted means of positive scores.
 *
 * Always true: a mean lies between the least and the greatest of its children. exp (log (100)) is
 * above 100, so that this takes more than the formula. */

#include <math.h>

#include "method/means.h"

typedef struct {
  double sum;
  double weight;
  double least;
  double greatest;
  gboolean zero;
  gboolean negative;
} Mean;

static void
take (Mean *mean, KpiMeanPart f, double score, double weight)
{
  double rounded = _kpi_score_rounded (score);

  if (isnan (score))
    return;
  mean->negative |= rounded < 0;
  mean->zero |= rounded == 0;
  mean->sum += weight * (rounded > 0 ? f (score) : 0);
  mean->weight += weight;
  mean->least = MIN (mean->least, score);
  mean->greatest = MAX (mean->greatest, score);
}

static double
finish (const Mean *mean, KpiMeanPart g, KpiTally *tally)
{
  if (mean->weight == 0)
    return NAN;
  if (mean->negative) {
    tally->n_negative++;
    return NAN;
  }
  if (mean->zero) {
    tally->n_zero++;
    return 0;
  }
  return CLAMP (g (mean->sum / mean->weight), mean->least, mean->greatest);
}

void
_kpi_positive_mean (KpiMeanPart f, KpiMeanPart g, const double *const *children,
                    const double *weights, gsize n_children, double *out, gsize n, KpiTally *tally)
{
  for (gsize i = 0; i < n; i++) {
    Mean mean = {.least = INFINITY, .greatest = -INFINITY};

    for (gsize c = 0; c < n_children; c++)
      take (&mean, f, children[c][i], weights[c]);
    out[i] = finish (&mean, g, tally);
  }
}
