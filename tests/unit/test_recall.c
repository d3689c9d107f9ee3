/* SPDX-License-Identifier: MIT */
#include "fit-support.h"

#define MODEL(said) "kpiscore: 1\nid: m\nindicators: {a: {" said "}}\n"

/* ---- Imputing */

#define OLD "area,period,a\nW,2024,\nX,2024,10\nY,2024,20\nZ,2024,60\n"

/* The mean of 10, 20 and 60 is 30, the median 20, whatever the new data hold; by min-max of 10 to
 * 60 30 is 40 and 20 is 20. By z-score the old data are 10, 20, 30, 60, as W has 30: mean 30, sd
 * sqrt ((400 + 100 + 900) / 3). */
Test (recall, gaps_of_new_data_are_filled_with_what_the_old_taught, .timeout = 10)
{
  static const struct {
    const char *model;
    double value, score, score_of_y;
  } cases[] = {{MODEL ("impute: mean, score: minmax"), 30, 40, 100},
               {MODEL ("impute: median, score: minmax"), 20, 20, 100},
               {MODEL ("impute: group_mean, score: minmax"), 30, 40, 100},
               {MODEL ("impute: group_median, score: minmax"), 20, 20, 100},
               {MODEL ("impute: mean, score: zscore"), 30, 0, 970 / 21.602468994692867},
               {MODEL ("impute: mean, score: {method: rank, ties: average}"), 30, 3, 5}};

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (KpiFit) fit = fit_with (cases[i].model, OLD);
    g_autoptr (KpiScorecard) card =
        score_by (cases[i].model, "area,period,a\nV,2024,\nY,2024,1000\n", fit, "imputed");
    double y = get (card, "Y", "2024", "a", KPI_COLUMN_SCORE);

    expect_number (card, "V", "2024", "a", KPI_COLUMN_VALUE, cases[i].value);
    expect_number (card, "V", "2024", "a", KPI_COLUMN_SCORE, cases[i].score);
    cr_expect (fabs (y - cases[i].score_of_y) < 1e-12, "%zu: %.17g", i, y);
  }
}

/* The fit knows 2024, and no other year. */
Test (recall, what_a_fit_does_not_know_stays_a_gap, .timeout = 10)
{
  static const char yaml[] = MODEL ("impute: mean, score: minmax");
  g_autoptr (KpiFit) fit = fit_with (yaml, OLD);
  g_autoptr (KpiScorecard) card =
      score_by (yaml, "area,period,a\nX,2025,35\nY,2025,\n", fit, "imputed");

  expect_score (card, "X", "a", 50);
  expect_score (card, "Y", "a", NAN);
  cr_expect (has_finding (kpi_scorecard_get_findings (card),
                          "indicators.a.impute: found nothing in the fit that fills gaps"));
}

static const char row_model[] = "kpiscore: 1\nid: m\n"
                                "indicators:\n"
                                "  a: {impute: {method: mean, by: row}, score: minmax}\n"
                                "  b: {score: minmax}\n"
                                "index: {id: i, of: [a, b]}\n";

/* b was 0 to 10 and a 100 to 200: with 2.5 in b an area has 125 in a; beyond them it is held. */
Test (recall, rows_are_filled_by_the_ranges_of_old_data, .timeout = 10)
{
  g_autoptr (KpiFit) fit = fit_with (row_model, "area,period,a,b\nX,2024,100,0\nY,2024,200,10\n");
  g_autoptr (KpiScorecard) card =
      score_by (row_model, "area,period,a,b\nU,2024,,2.5\nV,2024,,99\n", fit, "imputed");

  expect_number (card, "U", "2024", "a", KPI_COLUMN_VALUE, 125);
  expect_number (card, "U", "2024", "a", KPI_COLUMN_SCORE, 25);
  expect_number (card, "V", "2024", "a", KPI_COLUMN_VALUE, 200);
}

/* What is treated earlier in the model has been observed all the same: c of 1 ... 8 and 100, whose
 * logarithms are scored, ranges over 99; a is 0 to 10. With 50.5 in c an area has 5 in a. */
Test (recall, a_sibling_that_was_treated_still_tells, .timeout = 10)
{
  static const char yaml[] =
      "kpiscore: 1\nid: m\n"
      "indicators:\n"
      "  c: {score: minmax, treat: {winsorise: 0, then: log, skew: 1, kurtosis: 1}}\n"
      "  a: {impute: {method: mean, by: row}, score: minmax}\n"
      "index: {id: i, of: [a, c]}\n";
  static const char csv[] = "area,period,a,c\nA,2025,0,1\nB,2025,10,2\nC,2025,5,3\nD,2025,5,4\n"
                            "E,2025,5,5\nF,2025,5,6\nG,2025,5,7\nH,2025,5,100\nI,2025,,50.5\n";
  g_autoptr (KpiScorecard) card = score_with (yaml, csv, NULL);
  g_autoptr (KpiScorecard) treated = NULL;
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();

  cr_assert (kpi_score_options_set_stage (options, "treated", NULL));
  treated = score_with (yaml, csv, options);
  cr_expect (get (treated, "A", "2025", "c", KPI_COLUMN_VALUE) < 0, "it was to be treated");
  expect_score (card, "I", "a", 50);
}

/* ---- Treating */

#define TREATED MODEL ("score: {method: minmax, clamp: false}, treat: {}")
#define SEVEN                                                                                      \
  "area,period,a\nA,2024,1\nB,2024,2\nC,2024,3\nD,2024,4\nE,2024,5\nF,2024,6\nG,2024,7\n"

/* 1 ... 7 and 100 (skewness 2.809, kurtosis 7.917: test_treat.c): 100 was moved to 7. New values
 * are held to 1 ... 7. */
Test (recall, new_values_are_held_to_where_old_ones_were_moved, .timeout = 10)
{
  g_autoptr (KpiFit) fit = fit_with (TREATED, SEVEN "H,2024,100\n");
  g_autoptr (KpiScorecard) card =
      score_by (TREATED, "area,period,a\nA,2025,4\nB,2025,50\nC,2025,-9\n", fit, "treated");

  expect_number (card, "A", "2025", "a", KPI_COLUMN_VALUE, 4);
  expect_number (card, "B", "2025", "a", KPI_COLUMN_VALUE, 7);
  expect_number (card, "C", "2025", "a", KPI_COLUMN_VALUE, 1);
  expect_score (card, "A", "a", 50);
  expect_score (card, "B", "a", 100);
}

/* Where nothing was moved, nothing is held: 50 of 1 ... 7 is 49 / 6. */
Test (recall, what_was_in_order_holds_nothing, .timeout = 10)
{
  g_autoptr (KpiFit) fit = fit_with (TREATED, SEVEN);
  g_autoptr (KpiScorecard) card = score_by (TREATED, "area,period,a\nB,2025,50\n", fit, "treated");

  expect_number (card, "B", "2025", "a", KPI_COLUMN_VALUE, 50);
  expect_score (card, "B", "a", 100 * 49 / 6.0);
}

/* ln (x - 1 + 0.99) by the old least and greatest; what is less than 1 is held to it. */
Test (recall, logarithms_are_of_the_old_least_and_greatest, .timeout = 10)
{
  static const char yaml[] = MODEL ("score: minmax, treat: {winsorise: 0, then: log}");
  g_autoptr (KpiFit) fit = fit_with (yaml, SEVEN "H,2024,100\n");
  g_autoptr (KpiScorecard) card =
      score_by (yaml, "area,period,a\nA,2025,4\nB,2025,0.5\nC,2025,-1e9\n", fit, "treated");

  cr_expect (fabs (get (card, "A", "2025", "a", KPI_COLUMN_VALUE) - log (3.99)) < 1e-14);
  cr_expect (fabs (get (card, "B", "2025", "a", KPI_COLUMN_VALUE) - log (0.99)) < 1e-14);
  cr_expect (fabs (get (card, "A", "2025", "a", KPI_COLUMN_SCORE) -
                   100 * (log (3.99) - log (0.99)) / (log (99.99) - log (0.99))) < 1e-11);
  expect_score (card, "B", "a", 0);
  expect_score (card, "C", "a", 0);
}

/* Of 1 ... 4 and of 5, 6, 7, 100 neither part has the shape of the whole; merged they have. */
Test (recall, parts_are_treated_as_the_whole, .timeout = 10)
{
  g_autoptr (KpiFit) few =
      fit_with (TREATED, "area,period,a\nA,2024,1\nB,2024,2\nC,2024,3\nD,2024,4\n");
  g_autoptr (KpiFit) rest =
      fit_with (TREATED, "area,period,a\nE,2024,5\nF,2024,6\nG,2024,7\nH,2024,100\n");
  g_autoptr (KpiFit) both = kpi_fit_merge (few, rest, NULL);
  g_autoptr (KpiScorecard) card =
      score_by (TREATED, "area,period,a\nA,2025,4\nB,2025,50\n", both, "treated");

  expect_number (card, "B", "2025", "a", KPI_COLUMN_VALUE, 7);
  expect_score (card, "A", "a", 50);
}

/* ---- What a fit was not learned for */

static void
expect_refusal (const char *learned, const char *asked, const char *text)
{
  g_autoptr (KpiFit) fit = fit_with (learned, OLD);
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (GError) error = NULL;

  kpi_score_options_set_fit (options, fit);
  cr_expect (eq (ptr, try_score (asked, OLD, options, &error), NULL));
  cr_assert (g_error_matches (error, KPI_ERROR, KPI_ERROR_CONFLICT), "%s", error->message);
  expect_holds (error->message, text);
}

Test (recall, another_stage_is_refused, .timeout = 10)
{
  expect_refusal (MODEL ("impute: mean, score: minmax"), MODEL ("impute: median, score: minmax"),
                  "indicators.a.impute: found a fit that learned something else of it, expected "
                  "one that median by this model learned");
  expect_refusal (MODEL ("score: minmax"), MODEL ("score: minmax, treat: {}"),
                  "indicators.a.treat: found a fit that learned something else");
  expect_refusal (MODEL ("score: minmax, treat: {}"), MODEL ("score: minmax"),
                  "indicators.a.score: found a fit that learned something else");
}

/* A fit that names so many areas has as many gaps. */
Test (recall, gaps_count_against_the_limit, .timeout = 60)
{
  static const char yaml[] = MODEL ("impute: mean, score: {method: rank, over: all}");
  g_autoptr (GString) text = g_string_new ("kpiscore_fit: 1\nmodel: m\nareas: [A");
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (KpiFit) fit = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 1; i < KPI_MAX_FIT_VALUES / 2; i++)
    g_string_append_printf (text, ",A%d", i);
  g_string_append (text, "]\nlearned:\n");
  for (int year = 2020; year <= 2022; year++)
    g_string_append_printf (text,
                            "  - {node: a, stage: impute, period: %d, count: 1, least: 1, "
                            "greatest: 1, sum: [1], present: 1}\n",
                            year);
  g_string_append (text, "  - {node: a, stage: score, frequency: 1Y, count: 1, least: 1, "
                         "greatest: 1, order: [1]}\n");
  fit = load_text (text->str, &error);
  cr_assert (fit != NULL, "%s", error->message);
  kpi_score_options_set_fit (options, fit);
  cr_expect (eq (ptr, try_score (yaml, OLD, options, &error), NULL));
  cr_expect (g_error_matches (error, KPI_ERROR, KPI_ERROR_LIMIT), "%s", error->message);
}
