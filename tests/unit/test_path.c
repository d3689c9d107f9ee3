/* SPDX-License-Identifier: MIT */
#include "model-expect.h"

/* An indicator whose target stands on line 5, its braces from column 13 on. */
#define TARGET(target) ONE "    target: " target "\n"

#define WAY "{at_least: 35, by: 2030, baseline: {value: 12, at: 2020}, "

static void
expect_path (const KpiTarget *target, const KpiWaypoint *expected, gsize n)
{
  cr_assert (eq (sz, target->n_path, n));
  for (gsize i = 0; i < n; i++) {
    cr_expect (eq (dbl, target->path[i].time, expected[i].time));
    cr_expect (eq (dbl, target->path[i].value, expected[i].value));
  }
}

/* Days end at 2029.0, 2026 + 181/365, 2026.0. */
Test (path, milestones_ascend, .timeout = 10)
{
  const KpiWaypoint expected[] = {{2026, 20}, {2026 + 181.0 / 365, 22}, {2029, 29}};
  g_autoptr (KpiModel) model =
      expect_silence (TARGET (WAY "path: {2028: 29, 2025: 20, 2026-S1: 22}}"));
  const KpiTarget *target = &model->indicators[0].target;

  expect_path (target, expected, 3);
  cr_expect (eq (dbl, target->start, 2021));
  cr_expect (eq (dbl, target->goal.baseline, 12));
  cr_expect (not(target->goal.from_first));
  cr_expect (eq (int, (int)target->way, KPI_WAY_LINEAR));
}

Test (path, two_milestones_do_not_end_together, .timeout = 10)
{
  expect_error (TARGET (WAY "path: {2025: 20, 2025-12: 21}}"), KPI_ERROR_DUPLICATE,
                "5:77: error: indicators.a.target.path: found two milestones that end on "
                "2025-12-31, expected one");
}

Test (path, a_way_is_linear_or_geometric, .timeout = 10)
{
  g_autoptr (KpiModel) model = expect_silence (TARGET (WAY "way: geometric}"));

  cr_expect (eq (int, (int)model->indicators[0].target.way, KPI_WAY_GEOMETRIC));
  expect_error (TARGET ("{at_most: 0, by: 2030, baseline: {value: 12, at: 2020}, way: geometric}"),
                KPI_ERROR_CONFLICT,
                "5:74: error: indicators.a.target.way: found a geometric way to, from or across 0");
  expect_error (TARGET ("{at_least: 5, by: 2030, baseline: {value: -2, at: 2020}, way: geometric}"),
                KPI_ERROR_CONFLICT, "5:75: error: indicators.a.target.way: found a geometric way");
  expect_error (TARGET (WAY "way: geometric, path: {2025: 0}}"), KPI_ERROR_CONFLICT,
                "5:76: error: indicators.a.target.way: found a geometric way");
}

Test (path, a_baseline_may_be_the_first_observation, .timeout = 10)
{
  g_autoptr (KpiModel) model =
      expect_silence (TARGET ("{at_most: 0, by: 2030, baseline: first, path: {2015: 3}}"));
  const KpiTarget *target = &model->indicators[0].target;

  cr_expect (target->goal.from_first);
  cr_expect (isnan (target->goal.baseline));
  cr_expect (isnan (target->start));
}

Test (path, a_register_has_no_first_observation, .timeout = 10)
{
  expect_error (HEAD "registers: {r: {file: r.csv}}\nindicators:\n  a:\n"
                     "    measure: {register: r, count: open}\n"
                     "    target: {at_most: 3, baseline: first}\n",
                KPI_ERROR_CONFLICT,
                "7:36: error: indicators.a.target.baseline: found first, but a register has no");
}

Test (path, leads_from_a_baseline_to_a_deadline, .timeout = 10)
{
  g_autoptr (KpiModel) endless = expect_warning (
      TARGET ("{at_least: 35, baseline: {value: 12, at: 2020}, path: {2025: 20}}"),
      KPI_ERROR_UNUSED,
      "5:67: warning: indicators.a.target.path: found a path without a deadline: nothing is");
  g_autoptr (KpiModel) startless =
      expect_warning (TARGET ("{at_least: 35, by: 2030, path: {2025: 20}}"), KPI_ERROR_UNUSED,
                      "5:44: warning: indicators.a.target.path: found a path without a baseline");
  g_autoptr (KpiModel) late = expect_warning (
      TARGET ("{at_least: 35, by: 2030, baseline: {value: 12, at: 2030}}"), KPI_ERROR_CONFLICT,
      "5:48: warning: indicators.a.target.baseline: found a baseline that is not before the");

  cr_expect (endless != NULL && startless != NULL && late != NULL);
}

Test (path, milestones_outside_are_warned_of, .timeout = 10)
{
  g_autoptr (KpiModel) late = expect_warning (
      TARGET (WAY "path: {2030: 35}}"), KPI_ERROR_UNUSED,
      "5:77: warning: indicators.a.target.path: found a milestone that ends on 2030-12-31, "
      "expected one before the deadline; it is passed over");
  g_autoptr (KpiModel) early = expect_warning (
      TARGET (WAY "path: {2020-12-31: 12}}"), KPI_ERROR_UNUSED,
      "5:77: warning: indicators.a.target.path: found a milestone that ends on 2020-12-31, "
      "expected one after the baseline; it is passed over");

  cr_expect (late != NULL && early != NULL);
}

#define AREAS                                                                                      \
  HEAD "areas: {A: {level: town}, B: {level: town}, C: {}}\n"                                      \
       "indicators:\n  a:\n    target: " WAY "path: {2025: 20, 2028: 29}, way: geometric, "

Test (path, an_override_merges, .timeout = 10)
{
  const KpiWaypoint town[] = {{2027, 24}, {2029, 30}}, alpha[] = {{2029, 30}};
  g_autoptr (KpiModel) model = expect_silence (
      AREAS "for: {A: {path: {2026: null}, baseline: {value: 10}, way: linear}, "
            "'level:town': {path: {2025: null, 2026: 24, 2028: 30}, baseline: {at: 2021}}, "
            "C: {path: null}}}\n");
  const KpiTargetOverride *overrides = model->indicators[0].overrides;

  cr_assert (eq (sz, model->indicators[0].n_overrides, 3));
  /* those for an area first, bytewise: A, C, the level */
  expect_path (&overrides[0].target, alpha, 1);
  cr_expect (eq (dbl, overrides[0].target.goal.baseline, 10));
  cr_expect (eq (dbl, overrides[0].target.start, 2022));
  cr_expect (eq (int, (int)overrides[0].target.way, KPI_WAY_LINEAR));
  expect_path (&overrides[2].target, town, 2);
  cr_expect (eq (dbl, overrides[2].target.goal.baseline, 12));
  cr_expect (eq (dbl, overrides[2].target.start, 2022));
  cr_expect (eq (int, (int)overrides[2].target.way, KPI_WAY_GEOMETRIC));
  expect_path (&overrides[1].target, NULL, 0);
}

Test (path, an_override_of_the_baseline_is_whole, .timeout = 10)
{
  g_autoptr (KpiModel) first = expect_silence (AREAS "for: {A: {baseline: first}}}\n");

  cr_expect (first->indicators[0].overrides[0].target.goal.from_first);
  cr_expect (isnan (first->indicators[0].overrides[0].target.start));
  expect_error (HEAD "indicators:\n  a:\n    target: {at_least: 35, by: 2030, baseline: first, "
                     "for: {A: {baseline: {value: 10}}}}\n",
                KPI_ERROR_MISSING,
                "5:75: error: indicators.a.target.for.A.baseline: found a baseline without at");
  expect_error (HEAD "indicators:\n  a:\n    target: {at_least: 35, by: 2030, baseline: first, "
                     "for: {A: {baseline: {at: 2020}}}}\n",
                KPI_ERROR_MISSING,
                "5:75: error: indicators.a.target.for.A.baseline: found a baseline without value");
}

/* What an override inherits is reported where it stands, once. */
Test (path, an_override_is_not_blamed_for_what_it_inherits, .timeout = 10)
{
  g_autoptr (KpiModel) model = expect_warning (
      TARGET (WAY "path: {2031: 29}, for: {A: {by: 2028}, B: {at_least: 40}}}"), KPI_ERROR_UNUSED,
      "5:77: warning: indicators.a.target.path: found a milestone that ends on 2031-12-31");

  cr_expect (eq (sz, model->indicators[0].n_overrides, 2));
}
