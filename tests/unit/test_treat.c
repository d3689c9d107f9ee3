/* SPDX-License-Identifier: MIT */
#include "prepare-support.h"

/* 1 ... 7 and 100 in eight areas: skewness 2.809, kurtosis 7.917 (scipy, bias=False). */
static char *
make_data (const char *last)
{
  GString *text = g_string_new ("area,series,period,value\n");

  for (int i = 1; i <= 7; i++)
    g_string_append_printf (text, "A%d,a,2025,%d\n", i, i);
  g_string_append_printf (text, "A8,a,2025,%s\n", last);
  return g_string_free (text, FALSE);
}

static KpiScorecard *
treat (const char *said, const char *last, const char *stage)
{
  g_autofree char *yaml = g_strdup_printf (
      "kpiscore: 1\nid: m\nindicators: {a: {score: {method: minmax, clamp: false}, treat: {%s}}}\n",
      said);
  g_autofree char *csv = make_data (last);

  return score_at (yaml, csv, stage);
}

Test (treat, moves_the_outlier_alone, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = treat ("winsorise: 5", "100", "treated");
  g_autoptr (KpiScorecard) before = treat ("winsorise: 5", "100", "measured");

  expect_number (card, "A8", "2025", "a", KPI_COLUMN_VALUE, 7);
  expect_number (card, "A7", "2025", "a", KPI_COLUMN_VALUE, 7);
  expect_number (card, "A4", "2025", "a", KPI_COLUMN_VALUE, 4);
  expect_score (card, "A8", "a", 100);
  expect_score (card, "A4", "a", 50); /* (4 - 1) / (7 - 1) */
  expect_number (before, "A8", "2025", "a", KPI_COLUMN_VALUE, 100);
  expect_score (before, "A4", "a", 50);
}

/* The same values in other units, and turned, are treated alike. */
Test (treat, is_blind_to_what_is_better, .timeout = 10)
{
  g_autofree char *csv = make_data ("100");
  g_autoptr (KpiScorecard) card =
      score_at ("kpiscore: 1\nid: m\nindicators: {a: {score: minmax, better: lower, treat: {}}}\n",
                csv, "treated");

  expect_number (card, "A8", "2025", "a", KPI_COLUMN_VALUE, 7);
  expect_score (card, "A8", "a", 0);
}

/* ln (x - 1 + 0.01 . 99) of all; the score of 4 is (ln 3.99 - ln 0.99) / (ln 99.99 - ln 0.99). */
Test (treat, takes_logarithms_of_all, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = treat ("winsorise: 0, then: log", "100", "treated");
  double scored = 100 * (log (3.99) - log (0.99)) / (log (99.99) - log (0.99));

  cr_expect (fabs (get (card, "A1", "2025", "a", KPI_COLUMN_VALUE) - log (0.99)) < 1e-14);
  cr_expect (fabs (get (card, "A8", "2025", "a", KPI_COLUMN_VALUE) - log (99.99)) < 1e-14);
  cr_expect (fabs (get (card, "A4", "2025", "a", KPI_COLUMN_SCORE) - scored) < 1e-11);
}

Test (treat, leaves_what_is_in_order, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = treat ("then: log", "8", "treated");

  expect_number (card, "A8", "2025", "a", KPI_COLUMN_VALUE, 8);
}

/* 90 to 110 about 100: both ends, and the point, are held to 7. */
Test (treat, takes_bounds_along, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = treat ("winsorise: 5", "90..110", "treated");
  g_autoptr (KpiScorecard) logged = treat ("winsorise: 0, then: log", "90..110", "treated");

  expect_number (card, "A8", "2025", "a", KPI_COLUMN_VALUE_LOW, 7);
  expect_number (card, "A8", "2025", "a", KPI_COLUMN_VALUE_HIGH, 7);
  expect_number (card, "A8", "2025", "a", KPI_COLUMN_SCORE_LOW, 100);
  expect_number (card, "A8", "2025", "a", KPI_COLUMN_SCORE_HIGH, 100);
  cr_expect (fabs (get (logged, "A8", "2025", "a", KPI_COLUMN_VALUE_LOW) - log (89.99)) < 1e-14);
  cr_expect (fabs (get (logged, "A8", "2025", "a", KPI_COLUMN_VALUE_HIGH) - log (109.99)) < 1e-14);
}

static char *
make_years (void)
{
  GString *text = g_string_new ("area,series,period,value\n");

  for (int i = 1; i <= 7; i++)
    g_string_append_printf (text, "A%d,a,2024,%d\nA%d,a,2025,%d\n", i, i, i, 90 + i);
  g_string_append (text, "A8,a,2024,100\nA8,a,2025,100\n");
  return g_string_free (text, FALSE);
}

/* Among both years 100 is nothing odd; in 2024 alone it is. */
Test (treat, learns_from_what_the_score_learns_from, .timeout = 10)
{
  static const char yaml[] =
      "kpiscore: 1\nid: m\nindicators: {a: {score: {method: minmax, over: %s}, treat: {}}}\n";
  g_autofree char *csv = make_years ();
  g_autofree char *over_all = g_strdup_printf (yaml, "all");
  g_autofree char *over_period = g_strdup_printf (yaml, "period");
  g_autoptr (KpiScorecard) all = score_at (over_all, csv, "treated");
  g_autoptr (KpiScorecard) each = score_at (over_period, csv, "treated");

  expect_number (all, "A8", "2024", "a", KPI_COLUMN_VALUE, 100);
  expect_number (each, "A8", "2024", "a", KPI_COLUMN_VALUE, 7);
  expect_number (each, "A8", "2025", "a", KPI_COLUMN_VALUE, 100);
}

/* What was imputed is treated too, and teaches: 1 ... 7, and 100 twice. */
Test (treat, comes_after_imputing, .timeout = 10)
{
  g_autofree char *csv = make_data ("100");
  g_autofree char *more = g_strconcat (csv, "A8,a,2024,100\nA9,a,2025,\n", NULL);
  g_autoptr (KpiScorecard) card =
      score_at ("kpiscore: 1\nid: m\nindicators: {a: {score: {method: minmax, over: period}, "
                "impute: mean, treat: {}}}\n",
                more, "treated");

  /* the mean of 1 ... 7, 100 is 16; then 100 and 16 are brought in to 7 */
  expect_number (card, "A8", "2025", "a", KPI_COLUMN_VALUE, 16);
  expect_number (card, "A9", "2025", "a", KPI_COLUMN_VALUE, 16);
}
