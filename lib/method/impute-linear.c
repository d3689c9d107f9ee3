/* SPDX-License-Identifier: MIT */
/* linear: on the straight line between the area's observations before and after.
 *
 *   a + (b - a) (t - s) / (u - s)    a at s before t, b at u after it, in years
 *
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 3.
 * A gap: is what is filled. Before the first observation and after the last it stays: a line that
 * goes on says what nobody has seen. */

#include "method/imputing.h"

static double
between (KpiWaypoint before, KpiWaypoint after, double time)
{
  double share = (time - before.time) / (after.time - before.time);

  /* Not a + (b - a) share, whose difference may overflow where this does not. */
  return before.value * (1 - share) + after.value * share;
}

const KpiImputingMethod _kpi_imputing_linear = {
    .name = "linear",
    .about = "on the line between the observations before and after",
    .from = {KPI_IMPUTE_TIME},
    .at_time = between,
};
