/* SPDX-License-Identifier: MIT */
/* required: the way gone over the way required by now.
 *
 *   (x - b) / (required - b)
 *
 * Source: plain share of the planned way, with the two limits of Open SDG's rule.
 * A gap: nothing required, no pace. Where the plan has not left the baseline yet, or is behind it,
 * there is no pace, but a word: on track if the value is as good as what is required.
 * Limits: 0.95, 0.60, 0. */

#include <math.h>

#include "method/pacing.h"

static gboolean
has_left (const KpiPaceCall *call)
{
  return call->rises ? call->required > call->from.value : call->required < call->from.value;
}

static double
pace (const KpiPaceCall *call)
{
  if (!has_left (call))
    return NAN;
  return (call->now.value - call->from.value) / (call->required - call->from.value);
}

static KpiPaceWord
without_pace (const KpiPaceCall *call)
{
  gboolean as_good =
      call->rises ? call->now.value >= call->required : call->now.value <= call->required;

  if (isnan (call->required))
    return KPI_PACE_UNDEFINED;
  return as_good ? KPI_PACE_ON_TRACK : KPI_PACE_MOVING_AWAY;
}

const KpiPacingMethod _kpi_pacing_required = {
    .name = "required",
    .about = "the way gone over the way required by now",
    .limits = {0.95, 0.60, 0},
    .pace = pace,
    .without_pace = without_pace,
};
