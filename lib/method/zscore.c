/* SPDX-License-Identifier: MIT */
/* zscore: how many standard deviations the value lies from the mean of those observed.
 *
 *   mean + sd (x - m) / s    of x turned (x -> -x) where lower is better
 *
 * m is the mean; s the standard deviation, n - 1 below, or n with `population: true`.
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5: standardisation.
 * A gap: no value, no score; where all values are equal, no score.
 * Range: without ends, never held; `to` maps the scores of the least and the greatest value. */

#include <math.h>

#include "method/scoring.h"

enum { MEAN, SD, POPULATION };

static gboolean
is_population (const KpiScoringCall *call)
{
  return call->scoring->options[POPULATION].choice != 0;
}

static void
score (const KpiScoringCall *call, const double *values, double *out_scores, gsize n)
{
  double mean = call->scoring->options[MEAN].numbers[0], sd = call->scoring->options[SD].numbers[0];
  double m = _kpi_fitted_mean (call->fitted);
  double s = _kpi_fitted_sd (call->fitted, is_population (call));

  for (gsize i = 0; i < n; i++)
    out_scores[i] = mean + sd * (values[i] - m) / s;
}

static KpiJudgement
judge (const KpiScoringCall *call)
{
  if (call->scoring->options[SD].numbers[0] > 0)
    return (KpiJudgement){0};
  return (KpiJudgement){KPI_SEVERITY_ERROR,
                        "found an sd of 0 or less, expected the deviation above 0 that scores are "
                        "to have"};
}

static const char *
lacks (const KpiScoringCall *call)
{
  double s = 0;

  if (call->fitted->least == call->fitted->greatest)
    return KPI_LACKS_DIFFERENCE;
  s = _kpi_fitted_sd (call->fitted, is_population (call));
  return isfinite (s) && s > 0 ? NULL
                               : "values too great or too small to be squared, expected them in "
                                 "another unit; no score";
}

const KpiScoringMethod _kpi_scoring_zscore = {
    .name = "zscore",
    .about = "how many standard deviations the value lies from the mean",
    .options = {{.name = "mean", .kind = KPI_OPTION_NUMBER, .preset = 0},
                {.name = "sd", .kind = KPI_OPTION_NUMBER, .preset = 1},
                {.name = "population", .kind = KPI_OPTION_FLAG}},
    .learns = KPI_LEARNS_SUMS,
    .turns = TRUE,
    .is_open = TRUE,
    .transforms = TRUE,
    .judge = judge,
    .lacks = lacks,
    .score = score,
};
