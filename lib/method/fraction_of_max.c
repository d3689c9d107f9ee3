/* SPDX-License-Identifier: MIT */
/* fraction_of_max: the value as a share of the best that was observed.
 *
 *   higher is better    100 x / max
 *   lower is better     100 min / x
 *
 * Source: the "distance to the leader" of OECD/JRC, Handbook on Constructing Composite Indicators
 * (2008), step 5.
 * A gap: no value, no score; a value of 0 or less has none, and where one was observed nobody has.
 * Range: held to 0 ... 100. */

#include "method/scoring.h"

static void
score (const KpiScoringCall *call, const double *values, double *out_scores, gsize n)
{
  gboolean lower = call->better == KPI_BETTER_LOWER;

  for (gsize i = 0; i < n; i++)
    out_scores[i] =
        lower ? 100 * call->fitted->least / values[i] : 100 * values[i] / call->fitted->greatest;
}

static const char *
lacks (const KpiScoringCall *call)
{
  return call->fitted->least > 0 ? NULL : "a value of 0 or less, expected positive ones; no score";
}

const KpiScoringMethod _kpi_scoring_fraction_of_max = {
    .name = "fraction_of_max",
    .about = "the value as a share of the best observed",
    .learns = KPI_LEARNS_RANGE,
    .is_positive = TRUE,
    .lacks = lacks,
    .score = score,
};
