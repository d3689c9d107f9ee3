/* SPDX-License-Identifier: MIT */
/* rank: the value's rank among those observed, counted from the worst, which is 1.
 *
 *   R    of x turned (x -> -x) where lower is better; see ranks.c
 *
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5: ranking.
 * A gap: no value, no rank.
 * Range: from 1 without end, never held; `to` maps the ranks of the least and the greatest value.
 */

#include "method/ranks.h"

const KpiScoringMethod _kpi_scoring_rank = {
    .name = "rank",
    .about = "the rank among the values observed, counted from the worst",
    .options = {KPI_TIES_OPTION},
    .learns = KPI_LEARNS_ORDER,
    .over = KPI_OVER_PERIOD,
    .turns = TRUE,
    .is_open = TRUE,
    .jumps = TRUE,
    .score = _kpi_ranks,
    .score_bounds = _kpi_ranks_bounds,
};
