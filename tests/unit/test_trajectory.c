/* SPDX-License-Identifier: MIT */
#include <math.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "method/trajectory.h"

/* From 12 at the end of 2020 over 20 and 29 to 35 at the end of 2030. */
static const KpiWaypoint path[] = {{2026, 20}, {2029, 29}};
static const KpiTrajectory way = {{2021, 12}, path, 2, {2031, 35}, KPI_WAY_LINEAR};

Test (trajectory, is_straight_from_milestone_to_milestone, .timeout = 10)
{
  cr_expect (eq (dbl, _kpi_trajectory_at (&way, 2023.5), 16)); /* 12 + 8 / 2 */
  cr_expect (eq (dbl, _kpi_trajectory_at (&way, 2027), 23));   /* 20 + 9 / 3 */
  cr_expect (eq (dbl, _kpi_trajectory_at (&way, 2030), 32));   /* 29 + 6 / 2 */
}

Test (trajectory, is_at_its_waypoints_to_the_last_bit, .timeout = 10)
{
  const KpiWaypoint third[] = {{2022, 0.1}, {2023, 0.3}};
  KpiTrajectory fractions = {{2021.1, 0.7}, third, 2, {2031, 1.1}, KPI_WAY_GEOMETRIC};

  cr_expect (_kpi_trajectory_at (&fractions, 2021.1) == 0.7);
  cr_expect (_kpi_trajectory_at (&fractions, 2022) == 0.1);
  cr_expect (_kpi_trajectory_at (&fractions, 2023) == 0.3);
  cr_expect (_kpi_trajectory_at (&fractions, 2031) == 1.1);
}

Test (trajectory, starts_with_the_baseline_and_stays_at_the_target, .timeout = 10)
{
  cr_expect (isnan (_kpi_trajectory_at (&way, 2020.99)));
  cr_expect (eq (dbl, _kpi_trajectory_at (&way, 2021), 12));
  cr_expect (eq (dbl, _kpi_trajectory_at (&way, 2031), 35));
  cr_expect (eq (dbl, _kpi_trajectory_at (&way, 2040), 35));
}

Test (trajectory, passes_over_milestones_outside, .timeout = 10)
{
  const KpiWaypoint outside[] = {{2020, 90}, {2021, 90}, {2031, 90}, {2032, 90}};
  KpiTrajectory straight = {{2021, 10}, outside, 4, {2031, 30}, KPI_WAY_LINEAR};

  cr_expect (eq (dbl, _kpi_trajectory_at (&straight, 2021), 10));
  cr_expect (eq (dbl, _kpi_trajectory_at (&straight, 2026), 20));
  cr_expect (eq (dbl, _kpi_trajectory_at (&straight, 2031), 30));
}

Test (trajectory, geometric_is_growth_at_one_rate, .timeout = 10)
{
  KpiTrajectory growth = {{2021, 10}, NULL, 0, {2023, 40}, KPI_WAY_GEOMETRIC};

  cr_expect (epsilon_eq (dbl, _kpi_trajectory_at (&growth, 2022), 20, 1e-12)); /* doubles a year */
  growth.from.value = -10;
  growth.to.value = -40;
  cr_expect (epsilon_eq (dbl, _kpi_trajectory_at (&growth, 2022), -20, 1e-12));
  growth.to.value = 40;
  cr_expect (isnan (_kpi_trajectory_at (&growth, 2022)), "it would have to cross 0");
  growth.to.value = 0;
  cr_expect (isnan (_kpi_trajectory_at (&growth, 2022)), "it never gets to 0");
}

Test (trajectory, asks_for_nothing_without_both_ends, .timeout = 10)
{
  KpiTrajectory endless = way, startless = way;

  endless.to.time = NAN;
  startless.from = KPI_NO_WAYPOINT;
  cr_expect (isnan (_kpi_trajectory_at (&endless, 2025)));
  cr_expect (isnan (_kpi_trajectory_at (&startless, 2025)));
  cr_expect (isnan (_kpi_trajectory_at (&startless, 2035)));
}
