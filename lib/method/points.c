/* SPDX-License-Identifier: MIT */
/* points: piecewise linear through given points, flat beyond the first and the last.
 *
 *   y = y0 + (y1 - y0) (x - x0) / (x1 - x0)    between neighbouring points
 *
 * Source: value functions of multi-attribute scoring (Keeney and Raiffa 1976).
 * A gap: no value, no score.
 * Range: held to 0 ... 100. */

#include <math.h>

#include "base/sort.h"
#include "method/scoring.h"

/* Points of the same x count as before it: the search goes to the first beyond. */
static gint
compare_point (gconstpointer point, gconstpointer x, gpointer unused)
{
  (void)unused;
  return *(const double *)point <= *(const double *)x ? -1 : 1;
}

static double
interpolate (const double *points, gsize n_points, double x)
{
  gsize i;

  if (isnan (x))
    return NAN;
  i = _kpi_sort_lower_bound (points, n_points, 2 * sizeof *points, &x, compare_point, NULL);
  if (i == 0)
    return points[1];
  if (i == n_points)
    return points[2 * i - 1];
  return points[2 * i - 1] + (points[2 * i + 1] - points[2 * i - 1]) * (x - points[2 * i - 2]) /
                                 (points[2 * i] - points[2 * i - 2]);
}

static void
score (const KpiScoringCall *call, const double *values, double *out_scores, gsize n)
{
  const KpiOptionValue *at = &call->scoring->options[0];

  for (gsize i = 0; i < n; i++)
    out_scores[i] = interpolate (at->numbers, at->n_numbers / 2, values[i]);
}

const KpiScoringMethod _kpi_scoring_points = {
    .name = "points",
    .about = "piecewise linear through the points of `at`",
    .options = {{.name = "at", .kind = KPI_OPTION_POINTS, .required = TRUE}},
    .score = score,
    .knot = _kpi_scoring_points_knot,
};
