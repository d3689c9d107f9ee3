/* SPDX-License-Identifier: MIT */
#include "alert-support.h"

/* The most urgent kind first; in it the longest overdue, then the lowest pace. */
Test (alert, the_most_urgent_come_first, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = board_as_of (board, board_data, "2025-06-30");
  g_autoptr (KpiListing) alerts = alerts_of (card, NULL);

  expect_alerts (alerts, "overdue A late; overdue A later; moving_away C slow; behind B slow; "
                         "behind A slow; contradictory B total; stale A old");
}

/* What is equally urgent goes by area, then by node, in the model's order. */
Test (alert, the_order_is_total, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = board_as_of (
      "kpiscore: 1\nid: m\nareas: {B: {}, A: {}}\nindicators:\n"
      "  y: {target: {at_least: 2, by: 2024}}\n  x: {target: {at_least: 2, by: 2024}}\n",
      "area,period,x,y\nA,2024,1,1\nB,2024,1,1\n", "2025-06-30");
  g_autoptr (KpiListing) alerts = alerts_of (card, NULL);

  expect_alerts (alerts, "overdue B y; overdue B x; overdue A y; overdue A x");
}

/* Figures of 2023 come before those of 2024: they wait for longer. */
Test (alert, contradictions_are_told_once_each_the_oldest_first, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with ("kpiscore: 1\nid: m\nareas:\n  P: {}\n  Q: {parent: P}\n"
                  "indicators:\n  x: {max_change: 10, rollup: sum}\n"
                  "  y: {measure: {sum: [x, x]}, valid: [0, 100]}\n"
                  "checks: [{part: x, of: z}, {part: a, of: b}]\n",
                  "area,series,period,value\nQ,x,2022,30\nQ,x,2023,45\nQ,z,2023,40\n"
                  "P,x,2024,50\nQ,x,2024,49\nQ,a,2022,2\nQ,b,2022,1\n",
                  NULL);
  g_autoptr (KpiListing) alerts = alerts_of (card, NULL);

  /* 2022: a above b, of which no indicator is measured. 2023: P rolled up jumps as Q does by 15,
   * and x is above z; 2024: P has 50 of its own, and its part is 49. y is at most 100. */
  expect_alerts (alerts, "contradictory Q ; contradictory P x; contradictory Q x; "
                         "contradictory Q x; contradictory P x");
  cr_expect (eq (str, (char *)text_of (alerts, 0, "period"), "2022"));
  cr_expect (eq (str, (char *)text_of (alerts, 3, "period"), "2023"));
  cr_expect (eq (str, (char *)text_of (alerts, 4, "period"), "2024"));
}

/* As of a day figures that later ones have replaced are no news. */
Test (alert, old_contradictions_are_no_news, .timeout = 10)
{
  const char *yaml = "kpiscore: 1\nid: m\nindicators: {x: {max_change: 10}, total: {}}\n"
                     "checks: [{sum: [a, b], equals: total}, {part: p, of: q}]\n";
  const char *csv = "area,period,x,total,a,b,p,q\nA,2022,30,2,1,1,1,1\nA,2023,45,3,1,1,2,1\n"
                    "A,2024,46,4,2,2,1,1\n";
  g_autoptr (KpiScorecard) then = board_as_of (yaml, csv, "2023-12-31");
  g_autoptr (KpiScorecard) later = board_as_of (yaml, csv, "2024-12-31");
  g_autoptr (KpiListing) news = alerts_of (then, NULL);
  g_autoptr (KpiListing) none = alerts_of (later, NULL);

  expect_alerts (news, "contradictory A x; contradictory A total; contradictory A ");
  expect_alerts (none, "");
}

/* Rows that are not shown make no alert; a check without an indicator belongs to its area. */
Test (alert, only_what_is_shown_is_spoken_of, .timeout = 10)
{
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (KpiScorecard) card = NULL;
  g_autoptr (KpiListing) alerts = NULL;

  cr_assert (kpi_score_options_set_as_of (options, "2025-06-30", NULL));
  kpi_score_options_add_area (options, "A");
  kpi_score_options_add_node (options, "slow");
  kpi_score_options_add_node (options, "old");
  card = score_with (board, board_data, options);
  alerts = alerts_of (card, NULL);
  expect_alerts (alerts, "behind A slow; stale A old");
}

/* ---- Registers: two areas, and items with a level. As of 2025-06-30:
 * A   1 and 2 are open and overdue, 3 is open, 4 closed: 2 of 3; of level x item 1: 1 of 1
 * B   5, 6 and 7 overdue of 3 open, all of level y */
static const char *const items = "id,area,opened,due,closed,level\n"
                                 "1,A,2025-01-01,2025-02-01,,x\n"
                                 "2,A,2025-01-01,2025-06-29,,y\n"
                                 "3,A,2025-01-01,2025-06-30,,y\n"
                                 "4,A,2025-01-01,2025-02-01,2025-03-01,y\n"
                                 "5,B,2025-01-01,2025-02-01,,y\n"
                                 "6,B,2025-01-01,2025-02-01,2025-07-01,y\n"
                                 "7,B,2025-01-01,2025-02-01,,y\n";

static KpiListing *
alerts_of_items (const char *indicators, const char *node)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autofree char *path = NULL;
  g_autofree char *yaml =
      g_strdup_printf ("kpiscore: 1\nid: m\nareas: {P: {}, A: {parent: P}, B: {parent: P}}\n"
                       "registers: {tasks: {}}\nindicators:\n%s",
                       indicators);
  g_autoptr (KpiModel) model = kpi_model_parse (yaml, -1, &error);
  g_autoptr (KpiScorecard) card = NULL;
  int file = g_file_open_tmp ("kpiscore-XXXXXX.csv", &path, NULL);

  cr_assert (model != NULL, "%s", error->message);
  cr_assert (file >= 0);
  g_close (file, NULL);
  cr_assert (g_file_set_contents (path, items, -1, NULL));
  kpi_score_options_add_register (options, "tasks", path);
  cr_assert (kpi_score_options_set_as_of (options, "2025-06-30", NULL));
  if (node != NULL)
    kpi_score_options_add_node (options, node);
  card = kpi_model_score (model, NULL, options, &error);
  g_unlink (path);
  cr_assert (card != NULL, "%s", error->message);
  return alerts_of (card, NULL);
}

/* One alert for each area and choice of items, however many indicators count them; told under the
 * one that counts what is overdue, and the most items first. */
Test (alert, items_are_told_once_for_each_choice, .timeout = 10)
{
  g_autoptr (KpiListing) alerts =
      alerts_of_items ("  n: {measure: {register: tasks, count: opened}}\n"
                       "  late: {measure: {register: tasks, count: overdue}}\n"
                       "  rate: {measure: {register: tasks, count: timely_rate}}\n"
                       "  x: {measure: {register: tasks, count: open, where: {level: x}}}\n",
                       NULL);

  expect_alerts (alerts, "overdue B late; overdue A late; overdue A x");
  cr_expect (eq (dbl, number_of (alerts, 0, "value"), 3));
  cr_expect (eq (dbl, number_of (alerts, 1, "value"), 2));
  cr_expect (eq (str, (char *)text_of (alerts, 0, "text"), "3 of 3 open items are overdue."));
  cr_expect (eq (str, (char *)text_of (alerts, 1, "text"), "2 of 3 open items are overdue."));
  cr_expect (eq (str, (char *)text_of (alerts, 2, "text"), "1 of 1 open items are overdue."));
  cr_expect (isnan (number_of (alerts, 0, "days")));
}

Test (alert, items_are_told_under_what_is_shown, .timeout = 10)
{
  g_autoptr (KpiListing) alerts =
      alerts_of_items ("  n: {measure: {register: tasks, count: opened}}\n"
                       "  late: {measure: {register: tasks, count: overdue}}\n",
                       "n");

  expect_alerts (alerts, "overdue B n; overdue A n");
}

/* With a roll-up the parent has all five of 6; without one it has none. */
Test (alert, a_parent_has_the_items_of_its_parts, .timeout = 10)
{
  g_autoptr (KpiListing) alerts =
      alerts_of_items ("  n: {measure: {register: tasks, count: overdue}}\n"
                       "  up: {rollup: sum, measure: {register: tasks, count: overdue}}\n",
                       NULL);

  expect_alerts (alerts, "overdue P up; overdue B n; overdue B up; overdue A n; overdue A up");
  cr_expect (eq (str, (char *)text_of (alerts, 0, "text"), "5 of 6 open items are overdue."));
}
