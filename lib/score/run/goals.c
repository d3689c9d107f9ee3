/* SPDX-License-Identifier: MIT */
/* Targets: which one holds where and when. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "score/run/goals.h"

static int
compare_area (const void *area, const void *override)
{
  return strcmp (area, ((const KpiTargetOverride *) override)->area);
}

const KpiTarget *
_kpi_target_for (const KpiIndicator *indicator, const char *area, const char *level)
{
  const KpiTargetOverride *found = NULL;

  if (indicator->n_overrides > 0)
    found = bsearch (area, indicator->overrides, indicator->n_area_overrides,
                     sizeof *indicator->overrides, compare_area);
  if (found != NULL)
    return &found->target;
  for (gsize i = indicator->n_area_overrides; i < indicator->n_overrides; i++)
    if (strcmp (indicator->overrides[i].level, level) == 0)
      return &indicator->overrides[i].target;
  return indicator->has_target ? &indicator->target : NULL;
}

const KpiTarget *
_kpi_target_in (const KpiIndicator *indicator, const KpiModel *model, const KpiAreas *areas,
                guint32 area)
{
  return _kpi_target_for (indicator, _kpi_areas_get (areas, area),
                          area < model->n_areas ? model->areas[area].level : "");
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
