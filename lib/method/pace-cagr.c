/* SPDX-License-Identifier: MIT */
/* cagr: growth a year so far over the growth a year that leads to the target.
 *
 *   sign ((x / b)^(1 / (t - t0)) - 1) / |(target / b)^(1 / (T - t0)) - 1|
 *
 * sign is 1 where the way goes up, else -1. Source: Eurostat's monitoring of the Sustainable
 * Development Goals and Open SDG's progress calculation after it.
 * A gap: undefined across 0, and from or to 0 unless the model says what counts for it. It cannot
 * see a fall to 0 well: most of a geometric way to 0 lies near its end. Limits: 0.95, 0.60, 0. */

#include <math.h>

#include "method/pacing.h"

static double
pace (const KpiPaceCall *call)
{
  double observed = _kpi_pacing_growth (call->from, call->now, call->zero);
  double needed = _kpi_pacing_growth (call->from, call->to, call->zero);

  return (call->rises ? observed : -observed) / fabs (needed);
}

const KpiPacingMethod _kpi_pacing_cagr = {
    .name = "cagr",
    .about = "growth a year so far over the growth a year that leads to the target",
    .limits = {0.95, 0.60, 0},
    .pace = pace,
};
