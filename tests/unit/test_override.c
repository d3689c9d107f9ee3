/* SPDX-License-Identifier: MIT */
#include "model-expect.h"

/* One indicator with a target of `target` and, under `for`, the given lines from line 10 on; areas
 * A of the level city and B of the level commune. */
#define FOR(target, lines)                                                                         \
  HEAD "areas:\n"                                                                                  \
       "  A: {level: city, aliases: [Alpha]}\n"                                                    \
       "  B: {level: commune}\n"                                                                   \
       "indicators:\n"                                                                             \
       "  a:\n"                                                                                    \
       "    target:\n"                                                                             \
       "      for:\n" lines "      " target "\n"

static const KpiTargetOverride *
find (const KpiModel *model, const char *area, const char *level)
{
  const KpiIndicator *indicator = &model->indicators[0];
  gsize i = 0;

  while (i < indicator->n_overrides && (g_strcmp0 (indicator->overrides[i].area, area) != 0 ||
                                        g_strcmp0 (indicator->overrides[i].level, level) != 0))
    i++;
  cr_assert (lt (sz, i, indicator->n_overrides));
  return &indicator->overrides[i];
}

Test (override, an_area_lies_over_its_level_over_the_default, .timeout = 10)
{
  g_autoptr (KpiModel) model =
      expect_silence (FOR ("at_least: 60\n      by: 2030\n      baseline: {value: 10, at: 2020}",
                           "        A: {baseline: {value: 20, at: 2021}}\n"
                           "        B: {at_least: 50}\n"
                           "        level:city: {at_least: 80, by: 2028}\n"));
  const KpiTarget *a = &find (model, "A", NULL)->target, *b = &find (model, "B", NULL)->target;
  const KpiTarget *city = &find (model, NULL, "city")->target;

  cr_expect (eq (sz, model->indicators[0].n_overrides, 3));
  cr_expect (eq (dbl, model->indicators[0].target.goal.low, 60));
  cr_expect (eq (dbl, city->goal.low, 80));
  cr_expect (eq (dbl, city->goal.baseline, 10));
  cr_expect (eq (i32, city->deadline, 740712)); /* 2028-12-31, by Python */
  /* A has the demand and the deadline of its level, B those of the default: it has no level's. */
  cr_expect (eq (dbl, a->goal.low, 80));
  cr_expect (eq (dbl, a->goal.baseline, 20));
  cr_expect (eq (i32, a->deadline, 740712));
  cr_expect (eq (dbl, b->goal.low, 50));
  cr_expect (eq (dbl, b->goal.baseline, 10));
  cr_expect (eq (i32, b->deadline, 741442)); /* 2030-12-31 */
  cr_expect (eq (u32, a->place.line, 10));
  cr_expect (eq (u32, city->place.line, 12));
}

Test (override, a_demand_takes_the_stretch_with_it, .timeout = 10)
{
  g_autoptr (KpiModel) model =
      expect_silence (FOR ("at_least: 60\n      stretch: 70", "        A: {more_than: 65}\n"
                                                              "        B: {stretch: 90}\n"));
  const KpiTarget *a = &find (model, "A", NULL)->target, *b = &find (model, "B", NULL)->target;

  cr_expect (eq (int, (int)a->goal.demand, KPI_DEMAND_MORE_THAN));
  cr_expect (eq (dbl, a->goal.low, 65));
  cr_expect (isnan (a->stretch));
  cr_expect (eq (int, (int)b->goal.demand, KPI_DEMAND_AT_LEAST));
  cr_expect (eq (dbl, b->stretch, 90));
  cr_expect (eq (dbl, model->indicators[0].target.stretch, 70));
}

Test (override, the_number_of_ranked_is_inherited, .timeout = 10)
{
  g_autoptr (KpiModel) model =
      expect_silence (FOR ("top: 5\n      of: {2025: 34}", "        A: {top: 3}\n"
                                                           "        B: {at_most: 9}\n"));
  const KpiTarget *a = &find (model, "A", NULL)->target, *b = &find (model, "B", NULL)->target;

  cr_assert (eq (sz, a->n_of, 1));
  cr_expect (eq (dbl, a->of[0].n, 34));
  cr_expect (ne (ptr, a->of, model->indicators[0].target.of));
  cr_expect (eq (sz, b->n_of, 0));
}

Test (override, null_takes_away_what_is_inherited, .timeout = 10)
{
  g_autoptr (KpiModel) model = expect_silence (
      FOR ("at_least: 60\n      by: 2030\n      stretch: 70\n      baseline: {value: 1, at: 2020}",
           "        A: {by: ~, stretch: ~, baseline: ~}\n"));
  const KpiTarget *a = &find (model, "A", NULL)->target;

  cr_expect (eq (dbl, a->goal.low, 60));
  cr_expect (not(a->has_deadline));
  cr_expect (isnan (a->stretch));
  cr_expect (isnan (a->goal.baseline));
  expect_error (FOR ("at_least: 60", "        A: {at_least: ~}\n"), KPI_ERROR_MISSING,
                "10:12: error: indicators.a.target.for.A: found no demand, expected at_least");
}

Test (override, a_baseline_that_one_demand_meets_may_serve_another, .timeout = 10)
{
  g_autoptr (KpiModel) model = expect_warning (
      FOR ("at_least: 20\n      baseline: {value: 25, at: 2020}", "        A: {at_least: 30}\n"
                                                                  "        B: {by: 2030}\n"),
      KPI_ERROR_UNUSED, "13:17: warning: indicators.a.target.baseline: found 25");

  cr_expect (isnan (model->indicators[0].target.goal.baseline));
  cr_expect (eq (dbl, find (model, "A", NULL)->target.goal.baseline, 25));
  cr_expect (isnan (find (model, "B", NULL)->target.goal.baseline));
}

Test (override, an_alias_names_the_area, .timeout = 10)
{
  g_autoptr (KpiModel) model =
      expect_silence (FOR ("at_least: 60", "        Alpha: {at_least: 70}\n"));

  cr_expect (eq (dbl, find (model, "A", NULL)->target.goal.low, 70));
  expect_error (FOR ("at_least: 60", "        Alpha: {at_least: 70}\n"
                                     "        A: {at_least: 80}\n"),
                KPI_ERROR_DUPLICATE,
                "11:9: error: indicators.a.target.for.A: found a second override for \"A\"");
}

Test (override, without_listed_areas_any_may_be_named, .timeout = 10)
{
  g_autoptr (KpiModel) model = expect_silence (
      ONE "    target: {at_least: 1, for: {' B ': {at_least: 2}, 'level: city': {at_least: 3}}}\n");

  cr_expect (eq (dbl, find (model, "B", NULL)->target.goal.low, 2));
  cr_expect (eq (dbl, find (model, NULL, "city")->target.goal.low, 3));
}

Test (override, it_names_a_listed_area, .timeout = 10)
{
  g_autoptr (KpiModel) model = expect_warning (
      FOR ("at_least: 60", "        level:comune: {at_least: 70}\n"), KPI_ERROR_UNUSED,
      "10:23: warning: indicators.a.target.for.level:comune: found \"comune\", "
      "which is no level of a listed area; did you mean commune?");

  expect_error (FOR ("at_least: 60", "        Alpa: {at_least: 70}\n"), KPI_ERROR_UNKNOWN,
                "10:9: error: indicators.a.target.for.Alpa: found \"Alpa\", which is no listed "
                "area; did you mean Alpha?");
}

Test (override, a_level_has_a_name, .timeout = 10)
{
  expect_error (
      FOR ("at_least: 60", "        'level: ': {at_least: 70}\n"), KPI_ERROR_VALUE,
      "10:9: error: indicators.a.target.for.level: : found no level, expected level:NAME");
}

Test (override, what_is_wrong_is_not_judged_as_well, .timeout = 10)
{
  expect_error (FOR ("at_least: 60", "        A: {between: [9, 5]}\n"), KPI_ERROR_VALUE,
                "10:22: error: indicators.a.target.for.A.between: found a range from 9 to 5");
}

Test (override, its_demand_keeps_the_direction, .timeout = 10)
{
  expect_error (FOR ("at_least: 60", "        A: {at_most: 50}\n"), KPI_ERROR_CONFLICT,
                "10:12: error: indicators.a.target.for.A: found a demand by which lower is better, "
                "but of this indicator higher is");
}

Test (override, what_is_inherited_wrong_is_reported_once, .timeout = 10)
{
  expect_error (FOR ("by: 2030", "        A: {by: 2029}\n        B: {by: 2028}\n"),
                KPI_ERROR_MISSING, "9:7: error: indicators.a.target: found no demand");
  expect_error (FOR ("by: 2030", "        A: {at_most: 5}\n"), KPI_ERROR_MISSING,
                "9:7: error: indicators.a.target: found no demand");
  expect_error (FOR ("top: 5\n      of: {2025: 34, 2025-A1: 34}", "        A: {top: 3}\n"),
                KPI_ERROR_DUPLICATE, "12:11: error: indicators.a.target.of: found 2025 twice");
  expect_error (FOR ("at_most: 0", "        A: {by: 2029}\n"), KPI_ERROR_VALUE,
                "9:7: error: indicators.a.target: found a target of 0 or less");
  expect_error (FOR ("top: 5\n      of: 5", "        A: {by: 2029}\n"), KPI_ERROR_VALUE,
                "12:11: error: indicators.a.target.of: found 5, expected more than the 5");
}

Test (override, each_whole_target_is_judged, .timeout = 10)
{
  expect_error (FOR ("at_least: 60", "        A: {at_least: 0}\n"), KPI_ERROR_VALUE,
                "10:12: error: indicators.a.target.for.A: found a target of 0 or less");
  expect_error (FOR ("top: 5\n      of: 34", "        A: {top: 34}\n"), KPI_ERROR_VALUE,
                "10:12: error: indicators.a.target.for.A: found 34, expected more than the 34");
}
