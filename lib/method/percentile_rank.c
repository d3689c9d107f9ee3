/* SPDX-License-Identifier: MIT */
/* percentile_rank: which share of the others observed is worse, in per cent.
 *
 *   100 (R - 1) / (n - 1)    R the rank from the worst, of x turned (x -> -x) where lower is
 * better; see ranks.c
 *
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5; spreadsheets call
 * it PERCENTRANK.
 * A gap: no value, no score; where one value alone was observed, no score.
 * Range: held to 0 ... 100, which only values that the fit does not know can leave. */

#include "method/ranks.h"

static double
per_cent (const KpiScoringCall *call, double rank)
{
  return 100 * (rank - 1) / (double)(call->fitted->n - 1);
}

static void
score (const KpiScoringCall *call, const double *values, double *out_scores, gsize n)
{
  _kpi_ranks (call, values, out_scores, n);
  for (gsize i = 0; i < n; i++)
    out_scores[i] = per_cent (call, out_scores[i]);
}

static void
score_bounds (const KpiScoringCall *call, double low, double high, gboolean is_member,
              double *out_low, double *out_high)
{
  _kpi_ranks_bounds (call, low, high, is_member, out_low, out_high);
  *out_low = per_cent (call, *out_low);
  *out_high = per_cent (call, *out_high);
}

static const char *
lacks (const KpiScoringCall *call)
{
  return call->fitted->n > 1 ? NULL : "one value, expected several to be compared; no score";
}

const KpiScoringMethod _kpi_scoring_percentile_rank = {
    .name = "percentile_rank",
    .about = "the share of the other values observed that are worse",
    .options = {KPI_TIES_OPTION},
    .learns = KPI_LEARNS_ORDER,
    .over = KPI_OVER_PERIOD,
    .turns = TRUE,
    .jumps = TRUE,
    .lacks = lacks,
    .score = score,
    .score_bounds = score_bounds,
};
