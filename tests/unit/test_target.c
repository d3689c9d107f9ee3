/* SPDX-License-Identifier: MIT */
#include "model-expect.h"

/* An indicator whose target stands on line 5, its braces from column 13 on. */
#define TARGET(target) ONE "    target: " target "\n"

static KpiTarget
target_of (const KpiModel *model)
{
  cr_assert (model->indicators[0].has_target);
  return model->indicators[0].target;
}

static void
expect_demand (const char *yaml, KpiDemand demand, double low, double high)
{
  g_autoptr (KpiModel) model = expect_silence (yaml);
  KpiGoal goal = target_of (model).goal;

  cr_expect (eq (int, (int)goal.demand, (int)demand), "%s", yaml);
  cr_expect (eq (dbl, goal.low, low), "%s", yaml);
  cr_expect (eq (dbl, goal.high, high), "%s", yaml);
}

Test (target, each_demand_is_read, .timeout = 10)
{
  expect_demand (TARGET ("{at_least: 35}"), KPI_DEMAND_AT_LEAST, 35, 35);
  expect_demand (TARGET ("{more_than: 80}"), KPI_DEMAND_MORE_THAN, 80, 80);
  expect_demand (TARGET ("{at_most: 5}"), KPI_DEMAND_AT_MOST, 5, 5);
  expect_demand (TARGET ("{less_than: 5.5}"), KPI_DEMAND_LESS_THAN, 5.5, 5.5);
  expect_demand (ONE "    valid: [0, 100]\n    target: {between: [5, 10]}\n", KPI_DEMAND_BETWEEN, 5,
                 10);
  expect_demand (ONE "    valid: [0, 100]\n    target: {equal: 7}\n", KPI_DEMAND_BETWEEN, 7, 7);
  expect_demand (TARGET ("{top: 5}"), KPI_DEMAND_TOP, 5, 5);
}

Test (target, what_is_left_out_is_nothing, .timeout = 10)
{
  g_autoptr (KpiModel) model = expect_silence (TARGET ("{at_least: 35}"));
  KpiTarget target = target_of (model);

  cr_expect (isnan (target.goal.of));
  cr_expect (isnan (target.goal.baseline));
  cr_expect (isnan (target.stretch));
  cr_expect (not(target.has_deadline));
  cr_expect (eq (sz, target.n_of, 0));
  cr_expect (eq (dbl, target.goal.valid[0], -INFINITY));
  cr_expect (eq (dbl, target.goal.valid[1], INFINITY));
  cr_expect (eq (u32, target.place.line, 5));
  cr_expect (eq (u32, target.place.column, 13));
}

Test (target, the_goal_knows_what_is_possible, .timeout = 10)
{
  g_autoptr (KpiModel) model =
      expect_silence (ONE "    valid: [0, 100]\n    target: {at_least: 120}\n");

  cr_expect (eq (dbl, target_of (model).goal.valid[0], 0));
  cr_expect (eq (dbl, target_of (model).goal.valid[1], 100));
}

Test (target, there_is_exactly_one_demand, .timeout = 10)
{
  expect_error (TARGET ("{by: 2030}"), KPI_ERROR_MISSING,
                "5:13: error: indicators.a.target: found no demand, expected at_least, more_than, "
                "at_most, less_than, between, equal or top");
  expect_error (TARGET ("{at_least: 5, top: 3}"), KPI_ERROR_CONFLICT,
                "5:27: error: indicators.a.target.top: found top beside at_least, expected one");
}

Test (target, a_range_rises, .timeout = 10)
{
  g_autoptr (KpiModel) point =
      expect_silence (ONE "    valid: [0, 9]\n    target: {between: [5, 5]}\n");

  expect_error (TARGET ("{between: [10, 5]}"), KPI_ERROR_VALUE,
                "5:23: error: indicators.a.target.between: found a range from 10 to 5, expected");
}

Test (target, a_rank_counts_among_more_than_it_asks_for, .timeout = 10)
{
  g_autoptr (KpiModel) model = expect_silence (TARGET ("{top: 5, of: 34}"));

  cr_expect (eq (dbl, target_of (model).goal.of, 34));
  expect_error (TARGET ("{top: 0.5}"), KPI_ERROR_VALUE,
                "5:19: error: indicators.a.target.top: found 0.5, expected a rank of 1 or more");
  expect_error (TARGET ("{top: 5, of: 5}"), KPI_ERROR_VALUE,
                "5:26: error: indicators.a.target.of: found 5, expected more than the 5 that top");
  expect_error (TARGET ("{top: 5, of: {2024: 63, 2025: 4}}"), KPI_ERROR_VALUE,
                "5:26: error: indicators.a.target.of: found 4 for 2025, expected more than the 5");
}

Test (target, the_number_of_ranked_may_depend_on_the_period, .timeout = 10)
{
  g_autoptr (KpiModel) model = expect_silence (TARGET ("{top: 5, of: {2025: 34, 2024-A1: 63}}"));
  KpiTarget target = target_of (model);
  char period[KPI_PERIOD_SIZE];

  cr_expect (isnan (target.goal.of));
  cr_assert (eq (sz, target.n_of, 2));
  _kpi_period_format (&target.of[0].period, period);
  cr_expect (eq (str, period, "2024"));
  cr_expect (eq (dbl, target.of[0].n, 63));
  _kpi_period_format (&target.of[1].period, period);
  cr_expect (eq (str, period, "2025"));
  cr_expect (eq (dbl, target.of[1].n, 34));
  expect_error (TARGET ("{top: 5, of: {2025: 34, 2024: 63, 2025-A1: 34}}"), KPI_ERROR_DUPLICATE,
                "5:26: error: indicators.a.target.of: found 2025 twice, expected each period once");
}

/* Days as Python's date.toordinal() counts them. */
Test (target, the_deadline_is_the_last_day_that_counts, .timeout = 10)
{
  static const struct {
    const char *target;
    gint32 day;
  } cases[] = {
      {TARGET ("{at_least: 1, by: 2030}"), 741442},           /* 2030-12-31 */
      {TARGET ("{at_least: 1, by: 2027-S1}"), 740162},        /* 2027-06-30 */
      {TARGET ("{at_least: 1, by: 2025-09-30}"), 739524},     /* that day */
      {TARGET ("{at_least: 1, before: 2026-07-01}"), 739797}, /* 2026-06-30 */
      {TARGET ("{at_least: 1, before: 2026}"), 739616},       /* 2025-12-31 */
      {TARGET ("{at_least: 1, before: 2030/2031}"), 741077},  /* 2029-12-31 */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (KpiModel) model = expect_silence (cases[i].target);

    cr_expect (target_of (model).has_deadline);
    cr_expect (eq (i32, target_of (model).deadline, cases[i].day), "%s", cases[i].target);
  }
}

Test (target, by_and_before_exclude_each_other, .timeout = 10)
{
  expect_error (TARGET ("{at_least: 1, by: 2030, before: 2031}"), KPI_ERROR_CONFLICT,
                "5:37: error: indicators.a.target.before: found before beside by, expected one");
}

Test (target, stretch_lies_beyond_the_demand, .timeout = 10)
{
  g_autoptr (KpiModel) higher = expect_silence (TARGET ("{at_least: 85, stretch: 90}"));
  g_autoptr (KpiModel) lower = expect_silence (TARGET ("{less_than: 5, stretch: 3}"));
  g_autoptr (KpiModel) rank = expect_silence (TARGET ("{top: 5, stretch: 1}"));

  cr_expect (eq (dbl, target_of (higher).stretch, 90));
  cr_expect (eq (dbl, target_of (lower).stretch, 3));
  cr_expect (eq (dbl, target_of (rank).stretch, 1));
  expect_error (TARGET ("{at_least: 85, stretch: 85}"), KPI_ERROR_CONFLICT,
                "5:37: error: indicators.a.target.stretch: found 85, expected an ambition beyond");
  expect_error (TARGET ("{more_than: 85, stretch: 80}"), KPI_ERROR_CONFLICT,
                "5:38: error: indicators.a.target.stretch: found 80, expected an ambition beyond");
  expect_error (TARGET ("{at_most: 5, stretch: 6}"), KPI_ERROR_CONFLICT,
                "5:35: error: indicators.a.target.stretch: found 6, expected an ambition beyond");
  expect_error (TARGET ("{top: 5, stretch: 0}"), KPI_ERROR_CONFLICT,
                "5:31: error: indicators.a.target.stretch: found 0, expected an ambition beyond");
  expect_error (ONE "    valid: [0, 9]\n    target: {between: [1, 2], stretch: 1}\n",
                KPI_ERROR_CONFLICT,
                "6:40: error: indicators.a.target.stretch: found 1, expected none: nothing lies");
}

Test (target, a_baseline_is_where_it_started, .timeout = 10)
{
  g_autoptr (KpiModel) model =
      expect_silence (TARGET ("{at_least: 35, baseline: {value: 12, at: 2020}}"));

  cr_expect (eq (dbl, target_of (model).goal.baseline, 12));
}

/* What the strictness of the demand makes of a baseline on the target itself. */
Test (target, a_baseline_that_meets_the_demand_is_passed_over, .timeout = 10)
{
  g_autoptr (KpiModel) met = expect_warning (
      TARGET ("{at_least: 35, baseline: {value: 35, at: 2020}}"), KPI_ERROR_UNUSED,
      "5:38: warning: indicators.a.target.baseline: found 35, which meets the target already");
  g_autoptr (KpiModel) strict =
      expect_silence (TARGET ("{more_than: 35, baseline: {value: 35, at: 2020}}"));

  cr_expect (isnan (target_of (met).goal.baseline));
  cr_expect (eq (dbl, target_of (strict).goal.baseline, 35));
}

Test (target, the_scoring_method_is_asked, .timeout = 10)
{
  g_autoptr (KpiModel) range = expect_warning (
      TARGET ("{between: [5, 10]}"), KPI_ERROR_UNDEFINED,
      "5:13: warning: indicators.a.target: values above the range get no score: give `valid`");
  g_autoptr (KpiModel) counted = expect_silence (ONE "    score: met\n    target: {at_most: 0}\n");

  expect_error (TARGET ("{at_most: 0}"), KPI_ERROR_VALUE,
                "5:13: error: indicators.a.target: found a target of 0 or less");
}

Test (target, all_mistakes_come_at_once, .timeout = 10)
{
  g_autoptr (GError) error = NULL;
  const char *yaml = TARGET ("{between: [2, 1], by: 2030, before: 2031, top: 1}");
  g_autoptr (KpiModel) model = kpi_model_parse (yaml, -1, &error);
  KpiFindings *findings = kpi_error_get_findings (error);

  cr_assert (eq (sz, kpi_findings_get_length (findings), 3));
  expect_finding (findings, 0, KPI_ERROR_VALUE, "5:23: error: indicators.a.target.between", yaml);
  expect_finding (findings, 2, KPI_ERROR_CONFLICT, "5:55: error: indicators.a.target.top", yaml);
  expect_finding (findings, 1, KPI_ERROR_CONFLICT, "5:41: error: indicators.a.target.before", yaml);
}
