/* SPDX-License-Identifier: MIT */
/* Targets: which one holds where and when. */

#include <math.h>
#include <string.h>

#include "score/goals.h"

const KpiTarget *
_kpi_target_for (const KpiIndicator *indicator, const char *area, const char *level)
{
  const KpiTarget *found = indicator->has_target ? &indicator->target : NULL;

  for (gsize i = 0; i < indicator->n_overrides; i++) {
    const KpiTargetOverride *override = &indicator->overrides[i];

    if (override->area != NULL && strcmp (override->area, area) == 0)
      return &override->target;
    if (override->level != NULL && strcmp (override->level, level) == 0)
      found = &override->target;
  }
  return found;
}

/* The listed number of the shortest period that holds all of `period`; NaN if none does. */
static double
ranked_among (const KpiTarget *target, const KpiPeriod *period)
{
  const KpiRanked *best = NULL;

  for (gsize i = 0; i < target->n_of; i++) {
    const KpiRanked *listed = &target->of[i];

    if (listed->period.start > period->start || listed->period.end < period->end)
      continue;
    if (best == NULL ||
        listed->period.end - listed->period.start < best->period.end - best->period.start)
      best = listed;
  }
  return best == NULL ? NAN : best->n;
}

KpiGoal
_kpi_target_goal (const KpiTarget *target, const KpiPeriod *period)
{
  KpiGoal goal = target->goal;

  if (target->n_of > 0)
    goal.of = ranked_among (target, period);
  return goal;
}

KpiWaypoint
_kpi_target_baseline (const KpiTarget *target, const KpiWaypoint *first)
{
  if (!target->goal.from_first)
    return (KpiWaypoint){target->start, target->goal.baseline};
  if (first == NULL || _kpi_goal_met (&target->goal, first->value))
    return KPI_NO_WAYPOINT;
  return *first;
}

KpiWaypoint
_kpi_target_aim (const KpiTarget *target, KpiWaypoint baseline)
{
  return (KpiWaypoint){target->has_deadline ? _kpi_day_year (target->deadline) : NAN,
                       _kpi_goal_nearer_end (&target->goal, baseline.value)};
}

double
_kpi_target_required (const KpiTarget *target, KpiWaypoint baseline, double time)
{
  KpiTrajectory trajectory = {.from = baseline,
                              .path = target->path,
                              .n_path = target->n_path,
                              .to = _kpi_target_aim (target, baseline),
                              .way = target->way};

  return target->has_deadline ? _kpi_trajectory_at (&trajectory, time) : NAN;
}
