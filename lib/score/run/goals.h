/* SPDX-License-Identifier: MIT */
/* Which target holds for an area, and the goal that it is in a period. */
#pragma once

#include "score/run/areas.h"

/* The target of an indicator in an area of a level: that of the area before that of the level
 * before the default; NULL if none holds. */
const KpiTarget *_kpi_target_for (const KpiIndicator *indicator, const char *area,
                                  const char *level);

/* The same for an area of a run. */
const KpiTarget *_kpi_target_in (const KpiIndicator *indicator, const KpiModel *model,
                                 const KpiAreas *areas, guint32 area);

/* The target as plain numbers in one period: of a `top`, among how many. */
KpiGoal _kpi_target_goal (const KpiTarget *target, const KpiPeriod *period);

/* The baseline of a target in an area whose first observation is `first`, which is NULL where none
 * is asked for: NaN if there is none, or if it meets the target already. */
KpiWaypoint _kpi_target_baseline (const KpiTarget *target, const KpiWaypoint *first);

/* The value to be reached at the deadline from a baseline: of a range the end nearer to it. The
 * time is NaN without a deadline. */
KpiWaypoint _kpi_target_aim (const KpiTarget *target, KpiWaypoint baseline);

/* What is required from a baseline at a time in years; NaN where nothing is. */
double _kpi_target_required (const KpiTarget *target, KpiWaypoint baseline, double time);
