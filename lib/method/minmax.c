/* SPDX-License-Identifier: MIT */
/* minmax: where the value lies between the least and the greatest that were observed.
 *
 *   100 (x - min) / (max - min)    of x turned (x -> -x) where lower is better
 *
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5.
 * A gap: no value, no score; where all values are equal, no score.
 * Range: held to 0 ... 100, which only bounds beyond the observed values can leave. */

#include <math.h>

#include "base/wide.h"
#include "method/scoring.h"

KPI_WIDE static void
score (const KpiScoringCall *call, const double *values, double *out_scores, gsize n)
{
  double least = call->fitted->least;
  double span = call->fitted->greatest - least;

  for (gsize i = 0; i < n; i++)
    out_scores[i] = 100 * (values[i] - least) / span;
}

static const char *
lacks (const KpiScoringCall *call)
{
  return call->fitted->least < call->fitted->greatest ? NULL : KPI_LACKS_DIFFERENCE;
}

const KpiScoringMethod _kpi_scoring_minmax = {
    .name = "minmax",
    .about = "where the value lies between the least and the greatest observed",
    .learns = KPI_LEARNS_RANGE,
    .turns = TRUE,
    .transforms = TRUE,
    .lacks = lacks,
    .score = score,
};
