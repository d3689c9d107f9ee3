/* SPDX-License-Identifier: MIT */
/* steps: the score of the last point reached; below the first point, that point's score.
 *
 * Source: banded scoring tables, as in Viet Nam's DTI and Decision 766/QD-TTg.
 * A gap: no value, no score.
 * Range: held to 0 ... 100. */

#include <math.h>

#include "method/scoring.h"

static double
last_reached (const double *points, gsize n_points, double x)
{
  gsize i = 0;

  if (isnan (x))
    return NAN;
  while (i + 1 < n_points && points[2 * (i + 1)] <= x)
    i++;
  return points[2 * i + 1];
}

static void
score (const KpiScoringCall *call, const double *values, double *out_scores, gsize n)
{
  const KpiOptionValue *at = &call->scoring->options[0];

  for (gsize i = 0; i < n; i++)
    out_scores[i] = last_reached (at->numbers, at->n_numbers / 2, values[i]);
}

const KpiScoringMethod _kpi_scoring_steps = {
    .name = "steps",
    .about = "the score of the last point of `at` that is reached",
    .options = {{.name = "at", .kind = KPI_OPTION_POINTS, .required = TRUE}},
    .jumps = TRUE,
    .score = score,
    .knot = _kpi_scoring_points_knot,
};
