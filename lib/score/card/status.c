/* SPDX-License-Identifier: MIT */
/* Statuses, the first that applies. */

#include "score/card/status.h"

static const char *const names[KPI_N_STATUSES] = {
    "",       "no_data",      "no_target",   "achieved", "undecided",
    "missed", KPI_PACE_WORDS, "moving_away", "open"};
G_STATIC_ASSERT (KPI_STATUS_FAR_BEHIND - KPI_STATUS_ON_TRACK == 2);

const char *
kpi_status_get_name (KpiStatus status)
{
  return (guint)status < KPI_N_STATUSES ? names[status] : NULL;
}

KpiStatus
_kpi_status_of (const KpiInterval *value, const KpiTarget *target, gint32 now, KpiStatus course)
{
  const KpiGoal *goal;
  double low, high;
  gboolean low_met, high_met;

  if (value == NULL)
    return KPI_STATUS_NO_DATA;
  if (target == NULL)
    return course;
  goal = &target->goal;
  low = _kpi_open_value (value->low, value->low_open ? KPI_OPEN_ABOVE : KPI_OPEN_NOT);
  high = _kpi_open_value (value->high, value->high_open ? KPI_OPEN_BELOW : KPI_OPEN_NOT);
  low_met = _kpi_goal_met (goal, low);
  high_met = _kpi_goal_met (goal, high);
  if (low_met && high_met) /* what is demanded has no holes */
    return KPI_STATUS_ACHIEVED;
  if (low_met || high_met)
    return KPI_STATUS_UNDECIDED;
  if (goal->demand == KPI_DEMAND_BETWEEN && low < goal->low && high > goal->high)
    return KPI_STATUS_UNDECIDED;
  return target->has_deadline && now >= target->deadline ? KPI_STATUS_MISSED : course;
}
