/* SPDX-License-Identifier: MIT */
#include <math.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "score/run/goals.h"

Test (goals, area_before_level_before_default, .timeout = 10)
{
  KpiTargetOverride overrides[] = {{.area = "VN-HUE", .target = {.stretch = 1}},
                                   {.level = "commune", .target = {.stretch = 2}}};
  KpiIndicator indicator = {.has_target = TRUE,
                            .target = {.stretch = 3},
                            .overrides = overrides,
                            .n_overrides = 2,
                            .n_area_overrides = 1};

  cr_expect (eq (dbl, _kpi_target_for (&indicator, "VN-HUE", "commune")->stretch, 1));
  cr_expect (eq (dbl, _kpi_target_for (&indicator, "Phong Thai", "commune")->stretch, 2));
  cr_expect (eq (dbl, _kpi_target_for (&indicator, "VN-DN", "city")->stretch, 3));
  indicator.has_target = FALSE;
  cr_expect (_kpi_target_for (&indicator, "VN-DN", "city") == NULL);
}

static KpiPeriod
period_of (const char *text)
{
  KpiPeriod period;
  const char *why;

  cr_assert (_kpi_period_parse (text, &period, &why));
  return period;
}

Test (goals, among_how_many_depends_on_the_period, .timeout = 10)
{
  KpiRanked of[] = {{period_of ("2024"), 63}, {period_of ("2025"), 34}};
  KpiTarget target = {.goal = {.demand = KPI_DEMAND_TOP, .of = NAN}, .of = of, .n_of = 2};
  KpiPeriod year = period_of ("2024"), month = period_of ("2025-11"), later = period_of ("2026");

  cr_expect (eq (dbl, _kpi_target_goal (&target, &year).of, 63));
  cr_expect (eq (dbl, _kpi_target_goal (&target, &month).of, 34));
  cr_expect (isnan (_kpi_target_goal (&target, &later).of));
}
