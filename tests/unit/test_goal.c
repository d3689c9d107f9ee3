/* SPDX-License-Identifier: MIT */
#include "scoring-support.h"

Test (goal, strictness, .timeout = 10)
{
  KpiGoal at_least = goal_of (KPI_DEMAND_AT_LEAST, 80), more = goal_of (KPI_DEMAND_MORE_THAN, 80);
  KpiGoal at_most = goal_of (KPI_DEMAND_AT_MOST, 80), less = goal_of (KPI_DEMAND_LESS_THAN, 80);
  KpiGoal top = goal_of (KPI_DEMAND_TOP, 5);

  cr_expect (_kpi_goal_met (&at_least, 80));
  cr_expect (not(_kpi_goal_met (&more, 80)));
  cr_expect (_kpi_goal_met (&more, nextafter (80, 100)));
  cr_expect (_kpi_goal_met (&at_most, 80));
  cr_expect (not(_kpi_goal_met (&less, 80)));
  cr_expect (_kpi_goal_met (&top, 5));
  cr_expect (not(_kpi_goal_met (&top, 6)));
}

Test (goal, both_ends_of_a_range_bind, .timeout = 10)
{
  KpiGoal range = goal_between (KPI_DEMAND_BETWEEN, 85, 90);

  cr_expect (not(_kpi_goal_met (&range, 84.9)));
  cr_expect (_kpi_goal_met (&range, 85));
  cr_expect (_kpi_goal_met (&range, 90));
  cr_expect (not(_kpi_goal_met (&range, 90.1)));
}

Test (goal, a_gap_meets_nothing, .timeout = 10)
{
  for (int demand = KPI_DEMAND_AT_LEAST; demand <= KPI_DEMAND_TOP; demand++) {
    KpiGoal goal = goal_between (demand, 0, 100);

    cr_expect (not(_kpi_goal_met (&goal, NAN)));
  }
}

Test (goal, nearer_end, .timeout = 10)
{
  KpiGoal range = goal_between (KPI_DEMAND_BETWEEN, 85, 90);

  cr_expect (eq (dbl, _kpi_goal_nearer_end (&range, 12), 85));
  cr_expect (eq (dbl, _kpi_goal_nearer_end (&range, 99), 90));
}
