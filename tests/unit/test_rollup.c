/* SPDX-License-Identifier: MIT */
#include "score-support.h"

/* A country of two provinces: P1 of the communes C1 and C2, P2 of C3. */
#define AREAS                                                                                      \
  "kpiscore: 1\nid: m\nareas:\n"                                                                   \
  "  VN: {level: country}\n"                                                                       \
  "  P1: {level: province, parent: VN}\n  P2: {level: province, parent: VN}\n"                     \
  "  C1: {level: commune, parent: P1}\n  C2: {level: commune, parent: P1}\n"                       \
  "  C3: {level: commune, parent: P2}\n"

static const char *const ratio =
    AREAS "indicators: {done: {rollup: ratio, measure: {ratio: {of: [a], to: [b], per: 100}}}}\n";

Test (rollup, ratios_by_their_sums, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with (ratio, "area,period,a,b\nC1,2025,1,4\nC2,2025,3,4\nC3,2025,1,10\n", NULL);

  expect_number (card, "P1", "2025", "done", KPI_COLUMN_VALUE, 50);               /* 100 * 4 / 8 */
  expect_number (card, "P2", "2025", "done", KPI_COLUMN_VALUE, 10);               /* 100 * 1 / 10 */
  expect_number (card, "VN", "2025", "done", KPI_COLUMN_VALUE, 100 * 5.0 / 18.0); /* not 30 */
}

Test (rollup, a_child_without_all_terms_takes_no_part_in_a_ratio, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with (ratio, "area,period,a,b\nC1,2025,1,4\nC2,2025,3,\nC3,2025,1,10\n", NULL);

  expect_number (card, "P1", "2025", "done", KPI_COLUMN_VALUE, 25); /* 100 * 1 / 4 */
  expect_number (card, "P1", "2025", "done", KPI_COLUMN_COVERAGE, 0.5);
  expect_number (card, "VN", "2025", "done", KPI_COLUMN_VALUE, 100 * 2.0 / 14.0);
}

Test (rollup, a_sum_needs_all_children, .timeout = 10)
{
  static const char *const data = "area,period,files\nC1,2025,10\nC3,2025,5\n";
  g_autoptr (KpiScorecard) all =
      score_with (AREAS "indicators: {files: {rollup: sum}}\n", data, NULL);
  g_autoptr (KpiScorecard) half = score_with (
      AREAS "indicators: {files: {rollup: {method: sum, at_least: 0.5}}}\n", data, NULL);

  expect_number (all, "P1", "2025", "files", KPI_COLUMN_VALUE, NAN);
  expect_number (all, "P2", "2025", "files", KPI_COLUMN_VALUE, 5);
  expect_number (all, "VN", "2025", "files", KPI_COLUMN_VALUE, NAN);
  expect_number (half, "P1", "2025", "files", KPI_COLUMN_VALUE, 10);
  expect_number (half, "P1", "2025", "files", KPI_COLUMN_COVERAGE, 0.5);
  expect_number (half, "VN", "2025", "files", KPI_COLUMN_VALUE, 15);
}

/* A district that has ended is no gap in the sum of those that are left. */
Test (rollup, children_that_are_gone_are_not_missing, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with ("kpiscore: 1\nid: m\nareas:\n"
                  "  P: {}\n  A: {parent: P}\n  B: {parent: P, until: 2024-06-30}\n"
                  "indicators: {x: {rollup: sum}, y: {rollup: mean}}\n",
                  "area,period,x,y\nA,2024,1,4\nB,2024,2,8\nA,2025,3,5\n", NULL);

  expect_number (card, "P", "2024", "x", KPI_COLUMN_VALUE, 3);
  expect_number (card, "P", "2025", "x", KPI_COLUMN_VALUE, 3);
  expect_number (card, "P", "2025", "x", KPI_COLUMN_COVERAGE, 1);
  expect_number (card, "P", "2025", "y", KPI_COLUMN_COVERAGE, 1);
}

Test (rollup, an_own_observation_wins_and_a_difference_is_said, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (
      AREAS "indicators: {files: {rollup: sum}}\n",
      "area,period,files\nC1,2025,10\nC2,2025,20\nC3,2025,5\nP1,2025,31\nP2,2025,5\n", NULL);

  expect_number (card, "P1", "2025", "files", KPI_COLUMN_VALUE, 31);
  expect_number (card, "VN", "2025", "files", KPI_COLUMN_VALUE, 36); /* 31 + 5 */
  cr_expect (has_finding (kpi_scorecard_get_findings (card),
                          "found 31 of files for P1 in 2025, expected the sum of its parts, 30"));
  cr_expect (eq (sz, kpi_findings_get_length (kpi_scorecard_get_findings (card)), 1));
}

Test (rollup, means_least_and_greatest, .timeout = 10)
{
  static const char *const data =
      "area,period,rate,people\nC1,2025,40,1\nC2,2025,80,3\nC3,2025,10,4\n";
  g_autoptr (KpiScorecard) mean =
      score_with (AREAS "indicators: {rate: {rollup: mean}, people: {}}\n", data, NULL);
  g_autoptr (KpiScorecard) weighted = score_with (
      AREAS "indicators: {rate: {rollup: {mean: people}}, people: {rollup: sum}}\n", data, NULL);
  g_autoptr (KpiScorecard) least =
      score_with (AREAS "indicators: {rate: {rollup: min}, people: {}}\n", data, NULL);

  expect_number (mean, "P1", "2025", "rate", KPI_COLUMN_VALUE, 60);
  expect_number (mean, "VN", "2025", "rate", KPI_COLUMN_VALUE, 35);     /* (60 + 10) / 2 */
  expect_number (weighted, "P1", "2025", "rate", KPI_COLUMN_VALUE, 70); /* (40 + 240) / 4 */
  expect_number (least, "VN", "2025", "rate", KPI_COLUMN_VALUE, 10);
}

Test (rollup, bounds_add_up, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with (AREAS "indicators: {files: {rollup: sum}}\n",
                  "area,period,files\nC1,2025,>10\nC2,2025,3..5\nC3,2025,1\n", NULL);

  expect_number (card, "P1", "2025", "files", KPI_COLUMN_VALUE, 14);
  expect_number (card, "P1", "2025", "files", KPI_COLUMN_VALUE_LOW, 13);
  expect_number (card, "P1", "2025", "files", KPI_COLUMN_VALUE_HIGH, NAN);
  expect_number (card, "VN", "2025", "files", KPI_COLUMN_VALUE_LOW, 14);
}

/* Without levels all areas are of one class; a parent is in no fit of its children all the same. */
Test (rollup, a_rolled_up_parent_is_in_no_fit, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with ("kpiscore: 1\nid: m\nareas: {P: {}, A: {parent: P}, B: {parent: P}}\n"
                  "indicators: {x: {rollup: sum, score: minmax}}\n",
                  "area,period,x\nA,2025,10\nB,2025,20\n", NULL);

  expect_score (card, "A", "x", 0.0);
  expect_score (card, "B", "x", 100.0); /* not 50, which a fit up to 30 would give */
  expect_score (card, "P", "x", 100.0);
}
