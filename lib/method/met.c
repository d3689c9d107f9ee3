/* SPDX-License-Identifier: MIT */
/* met: 100 where the target is met, else 0.
 *
 * Source: plain counting of targets met, as agencies report it.
 * A gap: no value, no score.
 * Range: 0 or 100. */

#include <math.h>

#include "method/scoring.h"

static void
score (const KpiScoringCall *call, const double *values, double *out_scores, gsize n)
{
  for (gsize i = 0; i < n; i++)
    out_scores[i] = isnan (values[i]) ? NAN : _kpi_goal_met (call->goal, values[i]) ? 100 : 0;
}

const KpiScoringMethod _kpi_scoring_met = {
    .name = "met",
    .about = "100 where the target is met, else 0",
    .needs_target = TRUE,
    .jumps = TRUE,
    .score = score,
    .knot = _kpi_scoring_goal_knot,
};
