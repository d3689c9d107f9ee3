/* SPDX-License-Identifier: MIT */
/* borda: how many of those observed are worse.
 *
 *   R - 1    R the rank from the worst, of x turned (x -> -x) where lower is better; see ranks.c
 *
 * Source: J.-C. de Borda, Mémoire sur les élections au scrutin, Histoire de l'Académie Royale des
 * Sciences (1781).
 * A gap: no value, no score.
 * Range: from 0 without end, never held; `to` maps the scores of the least and the greatest value.
 */

#include "method/ranks.h"

static void
score (const KpiScoringCall *call, const double *values, double *out_scores, gsize n)
{
  _kpi_ranks (call, values, out_scores, n);
  for (gsize i = 0; i < n; i++)
    out_scores[i] -= 1;
}

static void
score_bounds (const KpiScoringCall *call, double low, double high, gboolean is_member,
              double *out_low, double *out_high)
{
  _kpi_ranks_bounds (call, low, high, is_member, out_low, out_high);
  *out_low -= 1;
  *out_high -= 1;
}

const KpiScoringMethod _kpi_scoring_borda = {
    .name = "borda",
    .about = "how many of the values observed are worse",
    .options = {KPI_TIES_OPTION},
    .learns = KPI_LEARNS_ORDER,
    .over = KPI_OVER_PERIOD,
    .turns = TRUE,
    .is_open = TRUE,
    .jumps = TRUE,
    .score = score,
    .score_bounds = score_bounds,
};
