/* SPDX-License-Identifier: MIT */
/* Terms cost what their period holds, and a series is read once however often it is named. */
#include "score-support.h"

#define N_DIAGONAL 100000

/* A row for every area, each in a day of its own: areas times days would be 10^10. */
Test (terms, a_diagonal_costs_what_it_holds, .timeout = 30)
{
  g_autoptr (GString) csv = g_string_new ("area,series,period,value\n");
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (KpiScorecard) card = NULL;
  g_autoptr (GDate) day = g_date_new_dmy (1, 1, 1700);

  for (int i = 0; i < N_DIAGONAL; i++, g_date_add_days (day, 1))
    g_string_append_printf (csv, "a%06d,x,%04d-%02d-%02d,%d\n", i, g_date_get_year (day),
                            g_date_get_month (day), g_date_get_day (day), i);
  cr_assert (kpi_score_options_set_as_of (options, "latest", NULL));
  card = score_with ("kpiscore: 1\nid: m\nindicators: {x: {}}\n"
                     "checks: [{part: x, of: x}]\n",
                     csv->str, options);
  cr_expect (eq (sz, kpi_scorecard_get_n_rows (card), N_DIAGONAL));
  for (gsize row = 0; row < N_DIAGONAL; row += 9973)
    cr_expect (kpi_scorecard_get_number (card, row, KPI_COLUMN_VALUE) == (double)row);
}

Test (terms, a_series_may_be_named_twice, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with ("kpiscore: 1\nid: m\nareas: {P: {}, A: {parent: P}, B: {parent: P}}\n"
                  "indicators:\n"
                  "  twice: {measure: {sum: [a, b, a]}, rollup: sum}\n"
                  "  share: {measure: {ratio: {of: [a], to: [a, b]}}, rollup: ratio}\n",
                  "area,period,a,b\nA,2025,1,2\nB,2025,2,3\n", NULL);

  expect_number (card, "A", "2025", "twice", KPI_COLUMN_VALUE, 4);  /* 1 + 2 + 1 */
  expect_number (card, "P", "2025", "twice", KPI_COLUMN_VALUE, 11); /* 3 + 5 + 3 */
  expect_number (card, "P", "2025", "share", KPI_COLUMN_VALUE, 3.0 / 8);
}

/* What a period leaves behind in a row is not there in the next one. */
Test (terms, nothing_is_left_from_one_period_to_the_next, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with ("kpiscore: 1\nid: m\nindicators: {x: {measure: {sum: [a, b]}}}\n",
                  "area,series,period,value\n"
                  "A,a,2023,>1\nA,b,2023,2\nB,a,2024,3\nB,b,2024,4\nA,a,2025,5\nC,b,2025,6\n",
                  NULL);

  expect_number (card, "A", "2023", "x", KPI_COLUMN_VALUE_HIGH, NAN);
  expect_number (card, "A", "2024", "x", KPI_COLUMN_VALUE, NAN);
  expect_number (card, "B", "2024", "x", KPI_COLUMN_VALUE, 7);
  expect_number (card, "B", "2024", "x", KPI_COLUMN_VALUE_HIGH, 7);
  expect_number (card, "A", "2025", "x", KPI_COLUMN_VALUE, NAN);
  expect_number (card, "C", "2025", "x", KPI_COLUMN_VALUE, NAN);
}

/* Rows of the file go from Z to A; what is found goes by area, whichever way they stand. */
Test (terms, findings_go_by_area, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with ("kpiscore: 1\nid: m\n"
                  "indicators: {x: {measure: {sum: [a]}, valid: [0, 10]}}\n",
                  "area,period,a\nC,2025,11\nB,2025,12\nA,2025,13\n", NULL);
  KpiFindings *findings = kpi_scorecard_get_findings (card);

  cr_assert (eq (sz, kpi_findings_get_length (findings), 3));
  for (guint i = 0; i < 3; i++) {
    g_autofree char *line = kpi_findings_format (findings, i);
    g_autofree char *start = g_strdup_printf (":%u:", 4 - i);

    cr_expect (strstr (line, start) != NULL, "%s", line);
  }
}

/* The line is that of the observation, though its file knows the area by an alias. */
Test (terms, a_place_is_found_under_an_alias, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with ("kpiscore: 1\nid: m\nareas: {A: {}, B: {aliases: [Old B, Bee]}}\n"
                  "indicators: {x: {measure: {sum: [a]}, valid: [0, 10]}}\n",
                  "area,period,a\nA,2025,1\nBee,2025,12\n", NULL);

  cr_expect (has_finding (kpi_scorecard_get_findings (card), ".csv:3:"));
}
