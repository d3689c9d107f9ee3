/* SPDX-License-Identifier: MIT */
/* Goals: whether a value meets one, and which end of a range counts. */

#include <math.h>

#include "method/goal.h"

gboolean
_kpi_goal_met (const KpiGoal *goal, double value)
{
  switch (goal->demand) {
  case KPI_DEMAND_AT_LEAST:
    return value >= goal->low;
  case KPI_DEMAND_MORE_THAN:
    return value > goal->low;
  case KPI_DEMAND_LESS_THAN:
    return value < goal->low;
  case KPI_DEMAND_BETWEEN:
    return value >= goal->low && value <= goal->high;
  case KPI_DEMAND_AT_MOST:
  case KPI_DEMAND_TOP:
  default:
    return value <= goal->low;
  }
}

double
_kpi_goal_nearer_end (const KpiGoal *goal, double value)
{
  return fabs (value - goal->high) < fabs (value - goal->low) ? goal->high : goal->low;
}

void
_kpi_goal_move (KpiGoal *goal, double number)
{
  goal->low = goal->high = number;
  if (_kpi_goal_met (goal, goal->baseline))
    goal->baseline = NAN;
}
