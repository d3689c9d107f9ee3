/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "scoring-support.h"

#include "score/card/status.h"

#define DEADLINE 741442 /* 2030-12-31 */

static const KpiInterval above_80 = {80, INFINITY, TRUE, TRUE};
static const KpiInterval from_80 = {80, INFINITY, FALSE, TRUE};
static const KpiInterval below_80 = {-INFINITY, 80, TRUE, TRUE};

static KpiTarget
target_of (KpiGoal goal)
{
  return (KpiTarget){.goal = goal, .stretch = NAN};
}

static const char *
status (KpiInterval value, const KpiTarget *target, gint32 now)
{
  return kpi_status_get_name (_kpi_status_of (&value, target, now, KPI_STATUS_BEHIND));
}

Test (status, first_that_applies, .timeout = 10)
{
  KpiTarget target = target_of (goal_of (KPI_DEMAND_AT_LEAST, 80));

  cr_expect (_kpi_status_of (NULL, NULL, 0, KPI_STATUS_BEHIND) == KPI_STATUS_NO_DATA);
  cr_expect (_kpi_status_of (NULL, &target, 0, KPI_STATUS_BEHIND) == KPI_STATUS_NO_DATA);
  cr_expect (eq (str, (char *)status (KPI_EXACT (90), NULL, 0), "behind")); /* of its course */
  cr_expect (eq (str, (char *)status (KPI_EXACT (80), &target, 0), "achieved"));
  cr_expect (eq (str, (char *)status (KPI_EXACT (79), &target, 0), "behind"));
}

Test (status, every_one_has_a_name, .timeout = 10)
{
  static const char *const names[] = {"",           "no_data",     "no_target", "achieved",
                                      "undecided",  "missed",      "on_track",  "behind",
                                      "far_behind", "moving_away", "open"};

  for (KpiStatus s = 0; s < KPI_N_STATUSES; s++)
    cr_expect (eq (str, (char *)kpi_status_get_name (s), (char *)names[s]));
  cr_expect (kpi_status_get_name (KPI_N_STATUSES) == NULL);
}

Test (status, missed_from_the_deadline_on, .timeout = 10)
{
  KpiTarget target = target_of (goal_of (KPI_DEMAND_AT_LEAST, 80));

  target.has_deadline = TRUE;
  target.deadline = DEADLINE;
  cr_expect (eq (str, (char *)status (KPI_EXACT (79), &target, DEADLINE - 1), "behind"));
  cr_expect (eq (str, (char *)status (KPI_EXACT (79), &target, DEADLINE), "missed"));
  cr_expect (eq (str, (char *)status (KPI_EXACT (80), &target, DEADLINE), "achieved"));
}

Test (status, bounds_that_straddle_are_undecided, .timeout = 10)
{
  KpiTarget at_least = target_of (goal_of (KPI_DEMAND_AT_LEAST, 85));
  KpiTarget from = target_of (goal_of (KPI_DEMAND_AT_LEAST, 80));
  KpiTarget more = target_of (goal_of (KPI_DEMAND_MORE_THAN, 80));
  KpiTarget range = target_of (goal_between (KPI_DEMAND_BETWEEN, 85, 90));

  cr_expect (eq (str, (char *)status (above_80, &at_least, 0), "undecided"));
  cr_expect (eq (str, (char *)status (above_80, &more, 0), "achieved"));
  cr_expect (eq (str, (char *)status (from_80, &more, 0), "undecided"));
  cr_expect (eq (str, (char *)status (above_80, &range, 0), "undecided"));
  cr_expect (eq (str, (char *)status (below_80, &from, 0), "behind")); /* 80 itself is excluded */
  cr_expect (eq (str, (char *)status (below_80, &range, 0), "behind"));
}
