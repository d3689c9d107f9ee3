/* SPDX-License-Identifier: MIT */
/* sdg_index: linear growth a year so far over the growth a year that leads to the target.
 *
 *   ((x - b) / (t - t0)) / ((target - b) / (T - t0))
 *
 * Source: Sustainable Development Solutions Network, trends of the SDG Index (Sustainable
 * Development Report). A gap: no time has gone by, no pace.
 * Limits: 1, 0.5, 0. */

#include <math.h>

#include "method/pacing.h"

static double
pace (const KpiPaceCall *call)
{
  double years = call->now.time - call->from.time;
  double growth = (call->now.value - call->from.value) / years;
  double years_needed = call->to.time - call->from.time;
  double needed = (call->to.value - call->from.value) / years_needed;

  return years > 0 && years_needed > 0 ? growth / needed : NAN;
}

const KpiPacingMethod _kpi_pacing_sdg_index = {
    .name = "sdg_index",
    .about = "linear growth a year so far over the growth a year that leads to the target",
    .limits = {1, 0.5, 0},
    .pace = pace,
};
