/* SPDX-License-Identifier: MIT */
/* projected: the way that the forecast goes by the deadline over the whole way.
 *
 *   (projected - b) / (target - b)
 *
 * Source: United Nations Statistics Division, Sustainable Development Goals Progress Chart.
 * A gap: no forecast, no pace.
 * Limits: 0.95, 0.10, 0. */

#include "method/pacing.h"

static double
pace (const KpiPaceCall *call)
{
  return (call->projected - call->from.value) / (call->to.value - call->from.value);
}

const KpiPacingMethod _kpi_pacing_projected = {
    .name = "projected",
    .about = "the way that the forecast goes by the deadline over the whole way",
    .limits = {0.95, 0.10, 0},
    .pace = pace,
};
