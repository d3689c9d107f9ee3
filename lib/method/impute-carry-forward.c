/* SPDX-License-Identifier: MIT */
/* carry_forward: the area's latest observation before, however old.
 *
 *   x (t) = x (s),  s the last time before t with an observation
 *
 * Source: last observation carried forward, R. Little, D. Rubin, Statistical Analysis with Missing
 * Data (2002), chapter 4.
 * A gap: is what is filled. Before the first observation it stays.
 * Limits: none on age; a series with `carry` has one, and counts as observed. */

#include "method/imputing.h"

static double
carry (KpiWaypoint before, KpiWaypoint after, double time)
{
  (void)after;
  (void)time;
  return before.value;
}

const KpiImputingMethod _kpi_imputing_carry_forward = {
    .name = "carry_forward",
    .about = "the latest observation before",
    .from = {KPI_IMPUTE_TIME},
    .at_time = carry,
};
