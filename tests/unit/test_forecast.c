/* SPDX-License-Identifier: MIT */
#include <math.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "method/forecast.h"

Test (forecast, linear_goes_on_as_it_went, .timeout = 10)
{
  KpiTrend trend = _kpi_trend_through ((KpiWaypoint){2020, 10}, (KpiWaypoint){2022, 14}, FALSE);

  cr_expect (eq (dbl, _kpi_trend_at (&trend, 2022), 14));
  cr_expect (eq (dbl, _kpi_trend_at (&trend, 2025), 20)); /* 14 + 2 * 3 */
  cr_expect (eq (dbl, _kpi_trend_when (&trend, 24), 2027));
  cr_expect (eq (dbl, _kpi_trend_when (&trend, 8), 2019));
}

Test (forecast, geometric_keeps_its_rate, .timeout = 10)
{
  KpiTrend trend = _kpi_trend_through ((KpiWaypoint){2020, 10}, (KpiWaypoint){2022, 40}, TRUE);

  cr_expect (epsilon_eq (dbl, _kpi_trend_at (&trend, 2024), 160, 1e-9)); /* doubles a year */
  cr_expect (epsilon_eq (dbl, _kpi_trend_when (&trend, 80), 2023, 1e-9));
  cr_expect (isnan (_kpi_trend_when (&trend, -80)));
}

Test (forecast, says_nothing_where_nothing_can_be_told, .timeout = 10)
{
  const KpiWaypoint now = {2022, 10}, before = {2020, -10}, same = {2021, 10};
  KpiTrend at_once = _kpi_trend_through (now, now, FALSE);
  KpiTrend back = _kpi_trend_through (now, before, FALSE);
  KpiTrend across = _kpi_trend_through (before, now, TRUE);
  KpiTrend unknown = _kpi_trend_through (KPI_NO_WAYPOINT, now, FALSE);
  KpiTrend flat = _kpi_trend_through (same, now, FALSE),
           even = _kpi_trend_through (same, now, TRUE);

  cr_expect (isnan (_kpi_trend_at (&at_once, 2025)));
  cr_expect (isnan (_kpi_trend_at (&back, 2025)));
  cr_expect (isnan (_kpi_trend_at (&across, 2025)));
  cr_expect (isnan (_kpi_trend_at (&unknown, 2025)));
  cr_expect (eq (dbl, _kpi_trend_at (&flat, 2025), 10));
  cr_expect (isnan (_kpi_trend_when (&flat, 11)));
  cr_expect (isnan (_kpi_trend_when (&even, 11)));
}

/* Ten slopes: six of 2, and -91, 33, 48.5, 95 by the fourth point. */
Test (forecast, theil_sen_is_not_carried_away_by_one_point, .timeout = 10)
{
  const KpiWaypoint points[] = {{2020, 1}, {2021, 3}, {2022, 5}, {2023, 100}, {2024, 9}};
  double scratch[15];
  KpiTrend trend = _kpi_trend_of_points (points, 5, scratch);

  cr_assert (eq (sz, _kpi_trend_scratch (5), 15));
  cr_expect (eq (dbl, trend.rate, 2));
  cr_expect (eq (dbl, _kpi_trend_at (&trend, 2026), 13)); /* heights 9, 9, 9, 102, 9; 9 + 2 * 2 */
  cr_expect (eq (dbl, _kpi_trend_when (&trend, 29), 2034));
}

/* Slopes 1, 1, 5/3, 2, 2, 3: the middle two average 11/6. Heights at the end 5.5, 14/3, 35/6, 5. */
Test (forecast, theil_sen_averages_the_middle_two, .timeout = 10)
{
  const KpiWaypoint points[] = {{2020, 0}, {2021, 1}, {2022, 4}, {2023, 5}};
  double scratch[10];
  KpiTrend trend = _kpi_trend_of_points (points, 4, scratch);

  cr_expect (epsilon_eq (dbl, trend.rate, 11.0 / 6, 1e-15));
  cr_expect (epsilon_eq (dbl, _kpi_trend_at (&trend, 2023), 5.25, 1e-12));
}

Test (forecast, theil_sen_needs_two_points, .timeout = 10)
{
  const KpiWaypoint points[] = {{2020, 1}, {2021, 3}};
  double scratch[3];
  KpiTrend none = _kpi_trend_of_points (points, 1, scratch);
  KpiTrend line = _kpi_trend_of_points (points, 2, scratch);

  cr_expect (isnan (_kpi_trend_at (&none, 2022)));
  cr_expect (eq (dbl, _kpi_trend_at (&line, 2022), 5));
}

/* The first 100 of 612 fall, all others rise by 3 a step. */
Test (forecast, theil_sen_takes_the_latest_points, .timeout = 20)
{
  gsize n = KPI_MAX_TREND_POINTS + 100;
  g_autofree KpiWaypoint *points = g_new (KpiWaypoint, n);
  g_autofree double *scratch = g_new (double, _kpi_trend_scratch (n));
  KpiTrend trend;

  for (gsize i = 0; i < n; i++)
    points[i] = (KpiWaypoint){(double)i, i < 100 ? -1e6 * (double)i : 3 * (double)i};
  trend = _kpi_trend_of_points (points, n, scratch);
  cr_expect (eq (dbl, trend.rate, 3));
  cr_expect (eq (dbl, _kpi_trend_at (&trend, 1000), 3000));
}
