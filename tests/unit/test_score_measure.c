/* SPDX-License-Identifier: MIT */
#include "score-support.h"

static const char *const tasks =
    "kpiscore: 1\nid: m\nindicators:\n"
    "  done: {measure: {ratio: {of: [on_time, late], to: [assigned], per: 100}}}\n"
    "  open: {measure: {sum: [assigned, -on_time, -late]}}\n";

/* Ha Noi, 2025-11-14: 187 central tasks, 83 on time and 15 late. */
Test (measure, sums_and_ratios, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (tasks,
                                              "area,period,assigned,on_time,late\n"
                                              "HN,2025-11-14,187,83,15\n"
                                              "DN,2025-11-14,0,0,0\n"
                                              "VY,2025-11-14,10,,1\n",
                                              NULL);

  expect_number (card, "HN", "2025-11-14", "done", KPI_COLUMN_VALUE, 100 * 98.0 / 187);
  expect_number (card, "HN", "2025-11-14", "open", KPI_COLUMN_VALUE, 89);
  expect_number (card, "DN", "2025-11-14", "done", KPI_COLUMN_VALUE, NAN); /* 0 / 0 */
  expect_number (card, "DN", "2025-11-14", "open", KPI_COLUMN_VALUE, 0);   /* a zero is a value */
  expect_number (card, "VY", "2025-11-14", "open", KPI_COLUMN_VALUE, NAN);
  expect_number (card, "HN", "2025-11-14", "open", KPI_COLUMN_SCORE, NAN);
  expect_status (card, "HN", "2025-11-14", "open", "no_target");
}

Test (measure, a_value_computed_outside_valid_counts_as_missing, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with ("kpiscore: 1\nid: m\nindicators:\n"
                  "  s: {valid: [0, 100], target: {at_least: 50},\n"
                  "      measure: {ratio: {of: [a], to: [b], per: 100}}}\n",
                  "area,period,a,b\nX,2025,3,2\nY,2025,1,2\n", NULL);

  expect_number (card, "X", "2025", "s", KPI_COLUMN_VALUE, 150);
  expect_number (card, "X", "2025", "s", KPI_COLUMN_SCORE, NAN);
  expect_number (card, "X", "2025", "s", KPI_COLUMN_COVERAGE, 0);
  expect_status (card, "X", "2025", "s", "no_data");
  expect_number (card, "Y", "2025", "s", KPI_COLUMN_SCORE, 100);
  cr_expect (has_finding (kpi_scorecard_get_findings (card), "a computed value of 150"));
}

Test (measure, an_observation_outside_valid_is_an_error_at_its_place, .timeout = 10)
{
  g_autoptr (GError) error = NULL;
  KpiScorecard *card =
      try_score ("kpiscore: 1\nid: m\nindicators: {s: {valid: [0, 100]}}\n",
                 "area,series,period,value\nX,s,2024,50\nX,s,2025,120\n", NULL, &error);

  cr_assert (card == NULL);
  cr_expect (g_error_matches (error, KPI_ERROR, KPI_ERROR_VALUE));
  cr_expect (strstr (error->message, ".csv:3:") != NULL, "%s", error->message);
  cr_expect (strstr (error->message, "indicators.s.valid: found 120 for X in 2025, "
                                     "expected 0 to 100") != NULL,
             "%s", error->message);
}

/* Of the parts 60 and 70 each is valid, and no one of them is wrong: their sum is a warning. */
static void
expect_made_outside (const char *made_by, const char *csv, const char *area)
{
  g_autofree char *yaml = g_strdup_printf ("kpiscore: 1\nid: m\n%s", made_by);
  g_autoptr (KpiScorecard) card = score_with (yaml, csv, NULL);

  expect_number (card, area, "2025", "s", KPI_COLUMN_VALUE, 130);
  expect_number (card, area, "2025", "s", KPI_COLUMN_COVERAGE, 0);
  expect_status (card, area, "2025", "s", "no_data");
  cr_expect (has_finding (kpi_scorecard_get_findings (card), "a computed value of 130"));
}

Test (measure, what_is_made_of_parts_is_no_observation, .timeout = 10)
{
  expect_made_outside ("areas: {P: {}, A: {parent: P}, B: {parent: P}}\n"
                       "indicators: {s: {valid: [0, 100], rollup: sum}}\n",
                       "area,period,s\nA,2025,60\nB,2025,70\n", "P");
  expect_made_outside ("every: 1Y\nseries: {s: {over_time: sum}}\n"
                       "indicators: {s: {valid: [0, 100]}}\n",
                       "area,period,s\nA,2025-S1,60\nA,2025-S2,70\n", "A");
}

Test (measure, a_bound_beyond_valid_is_outside, .timeout = 10)
{
  g_autoptr (GError) error = NULL;
  KpiScorecard *card = try_score ("kpiscore: 1\nid: m\nindicators: {s: {valid: [0, 100]}}\n",
                                  "area,period,s\nX,2025,>100\n", NULL, &error);

  cr_assert (card == NULL);
  cr_expect (strstr (error->message, "found more than 100 for X in 2025") != NULL, "%s",
             error->message);
}

static const char *const board = "kpiscore: 1\nid: m\nindicators:\n"
                                 "  a: {target: {at_least: 100, by: 2025}}\n"
                                 "  r: {measure: {ratio: {of: [n], to: [d]}}}\n";
static const char *const dated = "area,series,period,value\n"
                                 "X,a,2024,10\nX,a,2025-S1,20\nX,a,2025-11,30\n"
                                 "X,n,2024,1\nX,d,2024,4\nX,n,2025,3\nY,a,2024,7\n";

static KpiScorecard *
score_as_of (const char *day)
{
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();

  cr_assert (kpi_score_options_set_as_of (options, day, NULL));
  return score_with (board, dated, options);
}

Test (measure, as_of_takes_the_latest_that_had_ended, .timeout = 10)
{
  g_autoptr (KpiScorecard) before = score_as_of ("2025-06-29");
  g_autoptr (KpiScorecard) on = score_as_of ("2025-06-30");
  g_autoptr (KpiScorecard) late = score_as_of ("2025-12-31");
  g_autoptr (KpiScorecard) latest = score_as_of ("latest");
  g_autoptr (KpiScorecard) early = score_as_of ("2020-01-01");

  expect_number (before, "X", "2025-06-29", "a", KPI_COLUMN_VALUE, 10);
  expect_number (on, "X", "2025-06-30", "a", KPI_COLUMN_VALUE, 20);
  expect_number (late, "X", "2025-12-31", "a", KPI_COLUMN_VALUE, 30);
  expect_number (late, "Y", "2025-12-31", "a", KPI_COLUMN_VALUE, 7);
  /* numerator and denominator are of one period: 2025 has no d */
  expect_number (late, "X", "2025-12-31", "r", KPI_COLUMN_VALUE, 0.25);
  expect_number (latest, "X", "2025-12-31", "a", KPI_COLUMN_VALUE, 30);
  expect_status (on, "X", "2025-06-30", "a", "open");
  expect_status (late, "X", "2025-12-31", "a", "missed");
  /* nobody had heard of X then: a later row must not change the board of that day */
  cr_expect (eq (sz, kpi_scorecard_get_n_rows (early), 0));
}

/* What is observed later changes nothing of an earlier day's scorecard. */
Test (measure, as_of_knows_nothing_of_later, .timeout = 10)
{
  g_autofree char *more = g_strconcat (dated, "X,a,2026,99\nX,d,2025,5\n", NULL);
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (KpiScorecard) card = score_as_of ("2025-06-30");
  g_autoptr (KpiScorecard) later = NULL;

  cr_assert (kpi_score_options_set_as_of (options, "2025-06-30", NULL));
  later = score_with (board, more, options);
  cr_assert (eq (sz, kpi_scorecard_get_n_rows (card), kpi_scorecard_get_n_rows (later)));
  for (gsize row = 0; row < kpi_scorecard_get_n_rows (card); row++) {
    double a = kpi_scorecard_get_number (card, row, KPI_COLUMN_VALUE);
    double b = kpi_scorecard_get_number (later, row, KPI_COLUMN_VALUE);

    cr_expect (a == b || (isnan (a) && isnan (b)));
  }
}
