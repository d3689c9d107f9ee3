/* SPDX-License-Identifier: MIT */
/* Which target holds for an area, and the goal that it is in a period. */
#ifndef KPI_GOALS_H
#define KPI_GOALS_H

#include "model/model-private.h"

/* The target of an indicator in an area of a level: that of the area before that of the level
 * before the default; NULL if none holds. */
const KpiTarget *_kpi_target_for (const KpiIndicator *indicator, const char *area,
                                  const char *level);

/* The target as plain numbers in one period: of a `top`, among how many. */
KpiGoal _kpi_target_goal (const KpiTarget *target, const KpiPeriod *period);

#endif
