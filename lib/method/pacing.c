/* SPDX-License-Identifier: MIT */
/* What pace rules share: limits, words, growth.
 *
 * Always true: a pace that is undefined is NaN, never infinite. */

#include <math.h>
#include <string.h>

#include "method/pacing.h"

#define ROUND_TO 1e9 /* a pace has no unit: what differs less than 1e-9 is the same pace */
#define LIMIT_POWER 4.44

void
_kpi_pacing_init (KpiPacing *pacing, const KpiPacingMethod *method)
{
  *pacing = (KpiPacing){.method = method, .zero = NAN};
  memcpy (pacing->limits, method->limits, sizeof pacing->limits);
}

static KpiPaceWord
find_word (double pace, const double limits[KPI_N_PACE_LIMITS])
{
  double rounded = round (pace * ROUND_TO) / ROUND_TO;

  for (KpiPaceWord word = KPI_PACE_ON_TRACK; word < KPI_PACE_MOVING_AWAY; word++)
    if (rounded >= limits[word])
      return word;
  return KPI_PACE_MOVING_AWAY;
}

KpiPaceWord
_kpi_pacing_judge (const KpiPacing *pacing, const KpiPaceCall *call, double *out_pace)
{
  const KpiPacingMethod *method = pacing->method;
  double pace = method->pace (call);

  *out_pace = isfinite (pace) ? pace : NAN;
  if (isfinite (pace))
    return find_word (pace, pacing->limits);
  return method->without_pace != NULL ? method->without_pace (call) : KPI_PACE_UNDEFINED;
}

double
_kpi_pacing_growth (KpiWaypoint from, KpiWaypoint to, double zero)
{
  double first = from.value == 0 ? zero : from.value, last = to.value == 0 ? zero : to.value;
  double years = to.time - from.time, growth;

  if (!(years > 0) || !(last / first > 0))
    return NAN;
  growth = pow (last / first, 1 / years) - 1;
  if (!isfinite (growth))
    return NAN;
  return first < 0 ? -growth : growth;
}

/* What is left of the growth that is asked for: all of it far from the limit, none at it.
 * Source: the factor of Eurostat's and Open SDG's rule, 1 - (y0 / limit)^4.44. */
static double
growth_left (double first, KpiBetter better, double limit)
{
  double near = better == KPI_BETTER_HIGHER ? first / limit : limit / first;

  return near > 0 ? MAX (1 - pow (near, LIMIT_POWER), 0) : 1;
}

KpiPaceWord
_kpi_pacing_judge_growth (const KpiPacing *pacing, KpiWaypoint from, KpiWaypoint now,
                          KpiBetter better, double natural_limit, double *out_pace)
{
  double growth = _kpi_pacing_growth (from, now, pacing->zero);
  double left = growth_left (from.value, better, natural_limit);
  double limits[KPI_N_PACE_LIMITS];

  *out_pace = better == KPI_BETTER_HIGHER ? growth : -growth;
  if (isnan (growth))
    return KPI_PACE_UNDEFINED;
  for (gsize i = 0; i < KPI_N_PACE_LIMITS; i++)
    limits[i] = pacing->no_target[i] > 0 ? pacing->no_target[i] * left : pacing->no_target[i];
  return find_word (*out_pace, limits);
}
