/* SPDX-License-Identifier: MIT */
#include "score-support.h"

static KpiFlags
flags_of (const KpiScorecard *card, const char *area, const char *period, const char *node)
{
  g_autoptr (GError) error = NULL;
  gsize row;

  cr_assert (kpi_scorecard_find (card, area, period, node, &row, &error), "%s", error->message);
  return kpi_scorecard_get_flags (card, row);
}

static KpiScorecard *
score_as_of (const char *yaml, const char *csv, const char *day)
{
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();

  cr_assert (kpi_score_options_set_as_of (options, day, NULL));
  return score_with (yaml, csv, options);
}

/* A check of total, city and commune; `share` reads one of them, `other` none. */
static const char *const checked =
    "kpiscore: 1\nid: m\nindicators:\n  total: {}\n"
    "  share: {measure: {ratio: {of: [city], to: [total], per: 100}}}\n  other: {}\n"
    "checks: [{sum: [city, commune], equals: total}]\n";

Test (remarks, a_failed_check_marks_what_it_touches_in_its_area_and_period, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (checked,
                                              "area,period,total,city,commune,other\n"
                                              "A,2024,10,4,6,1\nA,2025,10,4,5,1\nB,2025,10,4,6,1\n",
                                              NULL);

  cr_expect (eq (int, flags_of (card, "A", "2025", "total"), KPI_FLAG_CONTRADICTORY));
  cr_expect (eq (int, flags_of (card, "A", "2025", "share"), KPI_FLAG_CONTRADICTORY));
  cr_expect (eq (int, flags_of (card, "A", "2025", "other"), 0));
  cr_expect (eq (int, flags_of (card, "A", "2024", "total"), 0));
  cr_expect (eq (int, flags_of (card, "B", "2025", "total"), 0));
}

/* In 2024 the figures contradict each other; once those of 2025 are there, that is old. */
Test (remarks, as_of_a_day_only_its_own_figures_are_marked, .timeout = 10)
{
  const char *csv = "area,period,total,city,commune,other\nA,2024,10,4,5,1\nA,2025,10,4,6,1\n";
  g_autoptr (KpiScorecard) then = score_as_of (checked, csv, "2025-06-30");
  g_autoptr (KpiScorecard) later = score_as_of (checked, csv, "2025-12-31");

  cr_expect (eq (int, flags_of (then, "A", "2025-06-30", "total"), KPI_FLAG_CONTRADICTORY));
  cr_expect (eq (int, flags_of (later, "A", "2025-12-31", "total"), 0));
}

Test (remarks, jumps_and_impossible_values_are_marked, .timeout = 10)
{
  const char *yaml = "kpiscore: 1\nid: m\nindicators:\n  x: {max_change: 10}\n"
                     "  y: {measure: {sum: [x, x]}, valid: [0, 100]}\n";
  const char *csv = "area,period,x\nA,2023,40\nA,2024,51\nA,2025,52\n";
  g_autoptr (KpiScorecard) card = score_with (yaml, csv, NULL);
  g_autoptr (KpiScorecard) then = score_as_of (yaml, csv, "2025-06-30");
  g_autoptr (KpiScorecard) later = score_as_of (yaml, csv, "2025-12-31");

  cr_expect (eq (int, flags_of (card, "A", "2023", "x"), 0));
  cr_expect (eq (int, flags_of (card, "A", "2024", "x"), KPI_FLAG_JUMP));
  cr_expect (eq (int, flags_of (card, "A", "2025", "x"), 0));
  cr_expect (eq (int, flags_of (card, "A", "2024", "y"), KPI_FLAG_OUTSIDE)); /* 102 */
  cr_expect (eq (int, flags_of (then, "A", "2025-06-30", "x"), KPI_FLAG_JUMP));
  cr_expect (eq (int, flags_of (then, "A", "2025-06-30", "y"), KPI_FLAG_OUTSIDE));
  cr_expect (eq (int, flags_of (later, "A", "2025-12-31", "x"), 0));
}

/* P says 10 where its parts add up to 9; Q says nothing, and is rolled up. */
Test (remarks, a_parent_that_differs_from_its_parts_is_marked, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with ("kpiscore: 1\nid: m\nareas:\n  P: {}\n  A: {parent: P}\n  B: {parent: P}\n"
                  "  Q: {}\n  C: {parent: Q}\nindicators: {x: {rollup: sum}}\n",
                  "area,period,x\nP,2025,10\nA,2025,4\nB,2025,5\nC,2025,3\n", NULL);

  cr_expect (eq (int, flags_of (card, "P", "2025", "x"), KPI_FLAG_DIFFERS));
  cr_expect (eq (int, flags_of (card, "Q", "2025", "x"), KPI_FLAG_ROLLED_UP));
  cr_expect (eq (int, flags_of (card, "A", "2025", "x"), 0));
}

Test (remarks, a_group_has_no_flags, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with ("kpiscore: 1\nid: m\nindicators: {x: {max_change: 1, target: {at_least: 9}}}\n"
                  "index: {id: i, of: [x]}\n",
                  "area,period,x\nA,2024,1\nA,2025,9\n", NULL);

  cr_expect (eq (int, flags_of (card, "A", "2025", "x"), KPI_FLAG_JUMP));
  cr_expect (eq (int, flags_of (card, "A", "2025", "i"), 0));
}
