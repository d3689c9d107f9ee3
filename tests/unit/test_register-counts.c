/* SPDX-License-Identifier: MIT */
#include "score-support.h"

/* Tasks of two areas. As of 2025-03-31:
 *
 *   A  opened 5, closed 3 (on time 2 after 10 and 31 days, late 1 after 32), open 2, overdue 1
 *   B  opened 2, closed 1 (on time, without a due date, after 20 days), open 1, overdue 0
 *
 * In March alone A opened 1 and closed 1, B opened 2 and closed 1. */
static const char *const tasks = "id,area,opened,due,closed,level\n"
                                 "1,A,2025-01-10,2025-02-10,2025-02-10,central\n"
                                 "2,A,2025-01-10,2025-02-10,2025-02-11T09:00:00+07:00,central\n"
                                 "3,A,2025-02-01,2025-03-30,2025-04-02,city\n"
                                 "4,A,2025-02-20,2025-03-31,,city\n"
                                 "5,A,2025-03-01,2025-03-20,2025-03-11,commune\n"
                                 "6,B,2025-03-05,,2025-03-25,central\n"
                                 "7,B,2025-03-06,2025-06-01,,city\n"
                                 "8,B,2025-04-01,2025-04-02,,city\n";

#define MODEL(indicators) "kpiscore: 1\nid: m\nregisters: {tasks: {}}\nindicators:\n" indicators

/* Scores a model by a register alone, or beside `csv`; `period` or `day` may be NULL. */
static KpiScorecard *
score_register (const char *yaml, const char *csv, const char *text, const char *period,
                const char *day, GError **error)
{
  g_autoptr (KpiModel) model = kpi_model_parse (yaml, -1, error);
  g_autoptr (KpiDataset) data = csv != NULL ? read_data (csv) : NULL;
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autofree char *path = NULL;
  int file = g_file_open_tmp ("kpiscore-XXXXXX.csv", &path, NULL);
  KpiScorecard *card;

  cr_assert (model != NULL, "%s", (*error)->message);
  cr_assert (file >= 0);
  g_close (file, NULL);
  cr_assert (g_file_set_contents (path, text, -1, NULL));
  kpi_score_options_add_register (options, "tasks", path);
  if (period != NULL)
    cr_assert (kpi_score_options_add_period (options, period, NULL));
  if (day != NULL)
    cr_assert (kpi_score_options_set_as_of (options, day, NULL));
  card = kpi_model_score (model, data, options, error);
  g_unlink (path);
  return card;
}

static KpiScorecard *
score_tasks (const char *yaml, const char *period, const char *day)
{
  g_autoptr (GError) error = NULL;
  KpiScorecard *card = score_register (yaml, NULL, tasks, period, day, &error);

  cr_assert (card != NULL, "%s", error->message);
  return card;
}

/* A model of one indicator, `x`, and its values in A and B. */
static void
expect_count (const char *measure, const char *period, double in_a, double in_b)
{
  g_autofree char *yaml =
      g_strconcat ("areas: {A: {}, B: {}}\n", MODEL ("  x: {measure: {register: tasks, "), measure,
                   "}}\n", NULL);
  g_autoptr (KpiScorecard) card = score_tasks (yaml, period, NULL);
  double a = get (card, "A", period, "x", KPI_COLUMN_VALUE);
  double b = get (card, "B", period, "x", KPI_COLUMN_VALUE);

  cr_expect (a == in_a || (isnan (a) && isnan (in_a)), "%s in A: %g, not %g", measure, a, in_a);
  cr_expect (b == in_b || (isnan (b) && isnan (in_b)), "%s in B: %g, not %g", measure, b, in_b);
}

Test (register_counts, to_date, .timeout = 20)
{
  expect_count ("count: opened", "2025-03", 5, 2);
  expect_count ("count: closed", "2025-03", 3, 1);
  expect_count ("count: open", "2025-03", 2, 1);
  expect_count ("count: on_time", "2025-03", 2, 1);
  expect_count ("count: late", "2025-03", 1, 0);
  expect_count ("count: overdue", "2025-03", 1, 0); /* 3; the 31st is 4's last day in time */
  expect_count ("count: closed_rate", "2025-03", 60, 50);
  expect_count ("count: on_time_rate", "2025-03", 100 * 2.0 / 3, 100);
  expect_count ("count: timely_rate", "2025-03", 50, 100); /* 2 / (3 + 1), 1 / (1 + 0) */
  expect_count ("count: overdue_rate", "2025-03", 50, 0);
  expect_count ("count: median_days", "2025-03", 31, 20);              /* of 10, 31, 32 */
  expect_count ("count: p90_days", "2025-03", 31 + (2 * 0.9 - 1), 20); /* place 1.8 */
}

Test (register_counts, in_a_period, .timeout = 20)
{
  expect_count ("count: opened, window: period", "2025-03", 1, 2);
  expect_count ("count: closed, window: period", "2025-03", 1, 1);
  expect_count ("count: late, window: period", "2025-03", 0, 0);
  expect_count ("count: open, window: period", "2025-03", 2, 1); /* stocks either way */
  expect_count ("count: overdue, window: period", "2025-03", 1, 0);
  expect_count ("count: timely_rate, window: period", "2025-03", 50, 100); /* 1 / (1 + 1) */
  expect_count ("count: median_days, window: period", "2025-03", 10, 20);
  expect_count ("count: closed_rate, window: period", "2025-02", 100, NAN); /* 2 of 2; 0 of 0 */
}

/* 0 / 0 is missing, and a count of nothing is 0; before the first item there is neither. */
Test (register_counts, nothing, .timeout = 20)
{
  expect_count ("count: opened", "2025-01", 2, 0);
  expect_count ("count: on_time_rate", "2025-01", NAN, NAN);
  expect_count ("count: median_days", "2025-01", NAN, NAN);
  expect_count ("count: opened", "2024", NAN, NAN);
  expect_count ("count: opened", "2025-01-09", NAN, NAN);
  expect_count ("count: opened", "2025-01-10", 2, 0);
}

Test (register_counts, where_chooses_items, .timeout = 20)
{
  expect_count ("count: opened, where: {level: central}", "2025-03", 2, 1);
  expect_count ("count: opened, where: {level: [central, city]}", "2025-03", 4, 2);
  expect_count ("count: opened, where: {level: city, due: 2025-03-31}", "2025-03", 1, 0);
  expect_count ("count: opened, where: {closed: ''}", "2025-03", 1, 1);
}

/* An area none of whose items are chosen is not spoken of. */
Test (register_counts, areas_come_from_the_items_chosen, .timeout = 20)
{
  g_autoptr (KpiScorecard) card = score_tasks (
      MODEL ("  x: {measure: {register: tasks, count: opened, where: {level: commune}}}\n"), "2025",
      NULL);

  cr_expect (eq (sz, kpi_scorecard_get_n_rows (card), 1));
  expect_number (card, "A", "2025", "x", KPI_COLUMN_VALUE, 1);
}

Test (register_counts, as_of_a_day, .timeout = 20)
{
  const char *yaml =
      MODEL ("  open: {measure: {register: tasks, count: open}}\n"
             "  late: {measure: {register: tasks, count: late}}\n"
             "  days: {measure: {register: tasks, count: median_days}}\n"
             "  today: {measure: {register: tasks, count: closed, window: period}}\n");
  g_autoptr (KpiScorecard) tenth = score_tasks (yaml, NULL, "2025-02-10");
  g_autoptr (KpiScorecard) eleventh = score_tasks (yaml, NULL, "2025-02-11");
  g_autoptr (KpiScorecard) latest = score_tasks (yaml, NULL, "latest");

  expect_number (tenth, "A", "2025-02-10", "open", KPI_COLUMN_VALUE, 2); /* 2 and 3 */
  expect_number (tenth, "A", "2025-02-10", "late", KPI_COLUMN_VALUE, 0);
  expect_number (tenth, "A", "2025-02-10", "days", KPI_COLUMN_VALUE, 31);
  expect_number (tenth, "A", "2025-02-10", "today", KPI_COLUMN_VALUE, 1);
  expect_number (eleventh, "A", "2025-02-11", "late", KPI_COLUMN_VALUE, 1);
  expect_number (eleventh, "A", "2025-02-11", "days", KPI_COLUMN_VALUE, 31.5);
  cr_expect (eq (sz, kpi_scorecard_get_n_rows (tenth), 4)); /* B has no item yet */
  /* The last day on which something was opened or closed: 2025-04-02, when 3 was closed. */
  expect_number (latest, "A", "2025-04-02", "today", KPI_COLUMN_VALUE, 1);
  expect_number (latest, "A", "2025-04-02", "days", KPI_COLUMN_VALUE, 31.5); /* 10 31 32 60 */
  expect_number (latest, "B", "2025-04-02", "open", KPI_COLUMN_VALUE, 2);
}

/* Its own item and those of B and C, as one register: 1, 3 and 10 days. */
Test (register_counts, parents_merge_the_registers_of_their_parts, .timeout = 20)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiScorecard) card =
      score_register ("kpiscore: 1\nid: m\nregisters: {tasks: {unique: false}}\n"
                      "areas: {P: {}, B: {parent: P}, C: {parent: P, aliases: [Ce]}}\n"
                      "indicators:\n"
                      "  n: {measure: {register: tasks, count: closed}, rollup: sum}\n"
                      "  own: {measure: {register: tasks, count: closed}}\n"
                      "  days: {measure: {register: tasks, count: median_days}, rollup: ratio}\n",
                      NULL,
                      "area,opened,closed\nP,2025-01-01,2025-01-02\nB,2025-01-01,2025-01-04\n"
                      "Ce,2025-01-01,2025-01-11\nC,2025-02-01,\n",
                      "2025", NULL, &error);

  cr_assert (card != NULL, "%s", error->message);
  expect_number (card, "P", "2025", "n", KPI_COLUMN_VALUE, 3);
  expect_number (card, "P", "2025", "own", KPI_COLUMN_VALUE, 1);
  expect_number (card, "P", "2025", "days", KPI_COLUMN_VALUE, 3);
  expect_number (card, "C", "2025", "n", KPI_COLUMN_VALUE, 1);
}

Test (register_counts, beside_series, .timeout = 20)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiScorecard) card = score_register (
      MODEL ("  x: {measure: {register: tasks, count: opened}, target: {at_least: 10}}\n"
             "  s: {target: {at_least: 10}}\n") "index: {id: i, of: [x, s]}\n",
      "area,period,s\nA,2025-02,5\nC,2025-02,10\n", tasks, NULL, NULL, &error);

  cr_assert (card != NULL, "%s", error->message);
  expect_number (card, "A", "2025-02", "x", KPI_COLUMN_VALUE, 4);
  expect_number (card, "A", "2025-02", "i", KPI_COLUMN_SCORE, (40 + 50) / 2.0);
  expect_number (card, "C", "2025-02", "x", KPI_COLUMN_VALUE, 0); /* a zero is a value */
  expect_number (card, "B", "2025-02", "s", KPI_COLUMN_VALUE, NAN);
}

Test (register_counts, outside_valid_counts_as_missing, .timeout = 20)
{
  g_autoptr (KpiScorecard) card = score_tasks (
      MODEL ("  x: {valid: [0, 4], measure: {register: tasks, count: opened}}\n"), "2025-03", NULL);

  expect_number (card, "A", "2025-03", "x", KPI_COLUMN_VALUE, 5);
  expect_status (card, "A", "2025-03", "x", "no_data");
  expect_status (card, "B", "2025-03", "x", "no_target");
  cr_expect (has_finding (kpi_scorecard_get_findings (card), "a computed value of 5 for A"));
}
