/* SPDX-License-Identifier: MIT */
/* The value required by now.
 *
 *   linear      v0 + (v1 - v0) s
 *   geometric   v0 (v1 / v0)^s          s = (t - t0) / (t1 - t0)
 *
 * between the waypoints before and after t. Source: plain interpolation; the geometric way is
 * growth at one rate. A gap: no baseline or no deadline, nothing is required. At a waypoint the
 * value is its own, to the last bit. */

#include <math.h>

#include "method/trajectory.h"

const char *const _kpi_way_names[] = {"linear", "geometric", NULL};

static double
between (KpiWay way, KpiWaypoint before, KpiWaypoint after, double time)
{
  double share = (time - before.time) / (after.time - before.time);

  if (way == KPI_WAY_LINEAR)
    return before.value + (after.value - before.value) * share;
  if (!(after.value / before.value > 0)) /* it would have to cross 0 */
    return NAN;
  return before.value * pow (after.value / before.value, share);
}

double
_kpi_trajectory_at (const KpiTrajectory *trajectory, double time)
{
  KpiWaypoint before = trajectory->from, after = trajectory->to;

  if (isnan (before.value) || isnan (after.value) || !(time >= before.time))
    return NAN;
  if (time >= after.time)
    return after.value;
  for (gsize i = 0; i < trajectory->n_path && trajectory->path[i].time < after.time; i++) {
    if (trajectory->path[i].time > time)
      after = trajectory->path[i];
    else if (trajectory->path[i].time > before.time)
      before = trajectory->path[i];
  }
  return time == before.time ? before.value : between (trajectory->way, before, after, time);
}
