/* SPDX-License-Identifier: MIT */
/* escap: the share of the way gone over the share of the time gone.
 *
 *   ((x - b) / (target - b)) / ((t - t0) / (T - t0))
 *
 * Source: UN ESCAP's Current Status Index, read against the time elapsed. After the deadline all of
 * the time is gone. A gap: no time has gone by, no pace.
 * Limits: 0.95, 0.60, 0; the index is published without any. */

#include <math.h>

#include "method/pacing.h"

static double
pace (const KpiPaceCall *call)
{
  double years = call->to.time - call->from.time;
  double elapsed = (call->now.time - call->from.time) / years;
  double gone = (call->now.value - call->from.value) / (call->to.value - call->from.value);

  return years > 0 && elapsed > 0 ? gone / MIN (elapsed, 1) : NAN;
}

const KpiPacingMethod _kpi_pacing_escap = {
    .name = "escap",
    .about = "the share of the way gone over the share of the time gone",
    .limits = {0.95, 0.60, 0},
    .pace = pace,
};
