/* SPDX-License-Identifier: MIT */
/* distance_to: how far the value has come from the least observed to a reference.
 *
 *   100 (x - min) / (ref - min)    of x and ref turned (x -> -x) where lower is better
 *
 * ref is the target, or what one area has in the same period.
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5: distance to a
 * reference.
 * A gap: no value, no score; without a reference, or with one that is the least, no score.
 * Range: held to 0 ... 100; `clamp: high` cutoffs at 100 alone. */

#include <math.h>

#include "method/scoring.h"

static double
span (const KpiScoringCall *call)
{
  return _kpi_scoring_prepared (call, call->reference) - call->fitted->least;
}

static void
score (const KpiScoringCall *call, const double *values, double *out_scores, gsize n)
{
  double least = call->fitted->least, way = span (call);

  for (gsize i = 0; i < n; i++)
    out_scores[i] = 100 * (values[i] - least) / way;
}

static KpiJudgement
judge (const KpiScoringCall *call)
{
  if (!_kpi_scoring_needs_target (call->scoring) || call->goal->low == call->goal->high)
    return (KpiJudgement){0};
  return (KpiJudgement){KPI_SEVERITY_ERROR,
                        "found a range, to which no one distance leads; expected a demand that is "
                        "one number, or ref: {area: ...}"};
}

static const char *
lacks (const KpiScoringCall *call)
{
  if (isnan (_kpi_scoring_prepared (call, call->reference)))
    return "no reference, expected a value of its area in each period; no score";
  return span (call) != 0 ? NULL
                          : "a reference that is the least value, expected another; no score";
}

const KpiScoringMethod _kpi_scoring_distance_to = {
    .name = "distance_to",
    .about = "the share of the way from the least observed to a reference",
    .options = {{.name = "ref", .kind = KPI_OPTION_REFERENCE, .required = TRUE}},
    .learns = KPI_LEARNS_RANGE,
    .turns = TRUE,
    .transforms = TRUE,
    .judge = judge,
    .lacks = lacks,
    .score = score,
};
