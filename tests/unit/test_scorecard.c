/* SPDX-License-Identifier: MIT */
#include "score-support.h"

/* Three areas, four indicators, two levels. The scores by hand:
 *
 *            share      rank              cost    cover   digital                 service
 *   A        60  ->  75   20 ->  50      10 -> 100   64   (75 + 3*50)/4 = 56.25   sqrt(100*64) = 80
 *   B       >80  -> 100    5 -> 100      30 ->  50    -   100                     50 (cost alone)
 *   C        40  ->  50   35 ->   0      50 ->   0   81   (50 + 0)/4 = 12.5       0 (cost is 0)
 *
 *   share 100 x/80; rank 100 (35 - x)/(35 - 5); cost 100 (50 - x)/(50 - 10); cover as it is
 *   index (2 digital + service)/3: A 192.5/3, B 250/3, C 25/3
 *   coverage: B's service 1/2, so its index (2*1 + 1/2)/3 */
static const char *const city =
    "kpiscore: 1\n"
    "id: city\n"
    "indicators:\n"
    "  share: {valid: [0, 100], target: {at_least: 80, by: 2030}}\n"
    "  rank: {target: {top: 5, of: 35}}\n"
    "  cost: {better: lower}\n"
    "  cover: {score: {method: goalposts, posts: [0, 100]}}\n"
    "index:\n"
    "  id: idx\n"
    "  of:\n"
    "    - {id: digital, weight: 2, of: [share, {id: rank, weight: 3}]}\n"
    "    - {id: service, combine: geometric, of: [cost, cover]}\n";

static const char *const figures = "area,series,period,value\n"
                                   "A,share,2025,60\nA,rank,2025,20\nA,cost,2025,10\n"
                                   "A,cover,2025,64\nB,share,2025,>80\nB,rank,2025,5\n"
                                   "B,cost,2025,30\nB,cover,2025,\nC,share,2025,40\n"
                                   "C,rank,2025,35\nC,cost,2025,50\nC,cover,2025,81\n";

Test (scorecard, hand_computed_scores, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (city, figures, NULL);

  expect_score (card, "A", "share", 75.0);
  expect_score (card, "B", "share", 100.0);
  expect_score (card, "C", "share", 50.0);
  expect_score (card, "A", "rank", 50.0);
  expect_score (card, "B", "rank", 100.0);
  expect_score (card, "C", "rank", 0.0);
  expect_score (card, "A", "cost", 100.0);
  expect_score (card, "B", "cost", 50.0);
  expect_score (card, "C", "cost", 0.0);
  expect_score (card, "B", "cover", NAN);
  expect_score (card, "A", "digital", 56.25);
  expect_score (card, "B", "digital", 100.0);
  expect_score (card, "C", "digital", 12.5);
  cr_expect (fabs (get (card, "A", "2025", "service", KPI_COLUMN_SCORE) - 80) < 1e-12);
  cr_expect (fabs (get (card, "B", "2025", "service", KPI_COLUMN_SCORE) - 50) < 1e-12);
  expect_score (card, "C", "service", 0.0);
  cr_expect (fabs (get (card, "A", "2025", "idx", KPI_COLUMN_SCORE) - 192.5 / 3) < 1e-12);
  cr_expect (fabs (get (card, "B", "2025", "idx", KPI_COLUMN_SCORE) - 250.0 / 3) < 1e-12);
  expect_score (card, "C", "idx", 25.0 / 3);
  cr_expect (has_finding (kpi_scorecard_get_findings (card), "to: [1, 100]"));
}

Test (scorecard, ranks_coverage_and_statuses, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (city, figures, NULL);

  expect_number (card, "A", "2025", "idx", KPI_COLUMN_RANK, 2);
  expect_number (card, "B", "2025", "idx", KPI_COLUMN_RANK, 1);
  expect_number (card, "C", "2025", "idx", KPI_COLUMN_RANK, 3);
  expect_number (card, "B", "2025", "cover", KPI_COLUMN_RANK, NAN);
  expect_number (card, "B", "2025", "cover", KPI_COLUMN_COVERAGE, 0);
  expect_number (card, "B", "2025", "service", KPI_COLUMN_COVERAGE, 0.5);
  expect_number (card, "B", "2025", "idx", KPI_COLUMN_COVERAGE, 2.5 / 3);
  expect_number (card, "A", "2025", "share", KPI_COLUMN_TARGET, 80);
  expect_number (card, "A", "2025", "cover", KPI_COLUMN_TARGET, NAN);
  expect_status (card, "A", "2025", "share", "open");
  expect_status (card, "B", "2025", "share", "achieved");
  expect_status (card, "B", "2025", "cover", "no_data");
  expect_status (card, "A", "2025", "cover", "no_target");
  expect_status (card, "A", "2025", "idx", "");
}

Test (scorecard, bounds_of_a_value_reach_the_index, .timeout = 10)
{
  static const char *const model = "kpiscore: 1\nid: m\nindicators:\n"
                                   "  a: {valid: [0, 100], target: {at_least: 80}}\n"
                                   "  b: {score: {method: goalposts, posts: [0, 10]}}\n"
                                   "index: {id: i, of: [a, {id: b, weight: 3}]}\n";
  g_autoptr (KpiScorecard) card =
      score_with (model,
                  "area,period,a,b\n"
                  "X,2025,40..60,5\n" /* a: 50 -> 62.5, 40 -> 50, 60 -> 75; b 50 */
                  "Y,2025,>60,5\n",   /* a: 60 -> 75, at most 100 -> 100 */
                  NULL);

  expect_number (card, "X", "2025", "a", KPI_COLUMN_VALUE, 50);
  expect_number (card, "X", "2025", "a", KPI_COLUMN_VALUE_LOW, 40);
  expect_number (card, "X", "2025", "a", KPI_COLUMN_VALUE_HIGH, 60);
  expect_number (card, "X", "2025", "a", KPI_COLUMN_SCORE, 62.5);
  expect_number (card, "X", "2025", "a", KPI_COLUMN_SCORE_LOW, 50);
  expect_number (card, "X", "2025", "a", KPI_COLUMN_SCORE_HIGH, 75);
  expect_number (card, "X", "2025", "b", KPI_COLUMN_SCORE_LOW, 50);
  expect_number (card, "X", "2025", "i", KPI_COLUMN_SCORE, 53.125);     /* (62.5 + 150)/4 */
  expect_number (card, "X", "2025", "i", KPI_COLUMN_SCORE_LOW, 50);     /* (50 + 150)/4 */
  expect_number (card, "X", "2025", "i", KPI_COLUMN_SCORE_HIGH, 56.25); /* (75 + 150)/4 */
  expect_number (card, "Y", "2025", "a", KPI_COLUMN_VALUE_HIGH, 100);
  expect_number (card, "Y", "2025", "i", KPI_COLUMN_SCORE_HIGH, 62.5);
  expect_status (card, "Y", "2025", "a", "undecided");
  /* X 50 … 56.25, Y 56.25 … 62.5: touching bounds leave both at their rank */
  expect_number (card, "X", "2025", "i", KPI_COLUMN_RANK_BEST, 1);
  expect_number (card, "X", "2025", "i", KPI_COLUMN_RANK_WORST, 2);
  expect_number (card, "Y", "2025", "i", KPI_COLUMN_RANK_WORST, 1);
}

Test (scorecard, nothing_bounds_an_open_side_without_valid, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with ("kpiscore: 1\nid: m\nindicators: {a: {target: {at_least: 100}}}\n",
                  "area,period,a\nX,2025,>80\n", NULL);

  expect_number (card, "X", "2025", "a", KPI_COLUMN_VALUE_LOW, 80);
  expect_number (card, "X", "2025", "a", KPI_COLUMN_VALUE_HIGH, NAN);
  expect_number (card, "X", "2025", "a", KPI_COLUMN_SCORE_HIGH, 100);
}

/* Rows: each indicator where a value of the frequency exists, or none at all; a tree with its
 * leaves. */
Test (scorecard, rows_by_frequency, .timeout = 10)
{
  static const char *const model =
      "kpiscore: 1\nid: m\nindicators:\n  yearly: {target: {at_least: 1}}\n"
      "  monthly: {target: {at_least: 1}}\n  never: {target: {at_least: 1}}\n"
      "index: {id: i, of: [yearly]}\n";
  g_autoptr (KpiScorecard) card = score_with (model,
                                              "area,series,period,value\n"
                                              "X,yearly,2025,1\nX,monthly,2025-02,1\n"
                                              "X,monthly,2025-01,1\n",
                                              NULL);
  static const char *const expected[] = {"2025 yearly",     "2025 never",    "2025 i",
                                         "2025-01 monthly", "2025-01 never", "2025-02 monthly",
                                         "2025-02 never"};
  g_autoptr (GString) all = g_string_new (NULL), wanted = g_string_new (NULL);

  for (gsize row = 0; row < kpi_scorecard_get_n_rows (card); row++)
    g_string_append_printf (all, "%s %s\n", kpi_scorecard_get_text (card, row, KPI_COLUMN_PERIOD),
                            kpi_scorecard_get_text (card, row, KPI_COLUMN_NODE));
  /* by start, then end: January starts with the year and ends before it */
  for (int i = 3; i < 5; i++)
    g_string_append_printf (wanted, "%s\n", expected[i]);
  for (int i = 0; i < 3; i++)
    g_string_append_printf (wanted, "%s\n", expected[i]);
  for (int i = 5; i < 7; i++)
    g_string_append_printf (wanted, "%s\n", expected[i]);
  cr_expect (eq (str, all->str, wanted->str));
}

Test (scorecard, out_of_scales_what_is_shown_alone, .timeout = 10)
{
  static const char *const model =
      "kpiscore: 1\nid: m\nindicators: {a: {score: {method: goalposts, posts: [0, 100]}}}\n"
      "index: {id: i, out_of: 1000, of: [{id: g, out_of: 200, of: [a]}]}\n";
  g_autoptr (KpiScorecard) card = score_with (model, "area,period,a\nX,2025,40..60\n", NULL);

  expect_score (card, "X", "a", 50.0);
  expect_score (card, "X", "g", 100.0);
  expect_score (card, "X", "i", 500.0);
  expect_number (card, "X", "2025", "i", KPI_COLUMN_SCORE_HIGH, 600);
}

/* Scores and ranks do not depend on the order in which areas were written. */
Test (scorecard, free_of_the_order_of_areas, .timeout = 10)
{
  static const char *const turned = "area,series,period,value\n"
                                    "C,cover,2025,81\nC,cost,2025,50\nC,rank,2025,35\n"
                                    "C,share,2025,40\nB,cover,2025,\nB,cost,2025,30\n"
                                    "B,rank,2025,5\nB,share,2025,>80\nA,cover,2025,64\n"
                                    "A,cost,2025,10\nA,rank,2025,20\nA,share,2025,60\n";
  g_autoptr (KpiScorecard) card = score_with (city, figures, NULL);
  g_autoptr (KpiScorecard) other = score_with (city, turned, NULL);

  cr_assert (eq (sz, kpi_scorecard_get_n_rows (card), kpi_scorecard_get_n_rows (other)));
  for (gsize row = 0; row < kpi_scorecard_get_n_rows (card); row++)
    for (int column = 0; column < KPI_N_COLUMNS; column++) {
      double a = kpi_scorecard_get_number (card, row, column);
      double b = kpi_scorecard_get_number (other, row, column);

      cr_expect (a == b || (isnan (a) && isnan (b)));
      cr_expect (eq (str, (char *)kpi_scorecard_get_text (card, row, column),
                     (char *)kpi_scorecard_get_text (other, row, column)));
    }
}

Test (scorecard, status_is_the_text_as_a_value, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (city, figures, NULL);

  for (gsize row = 0; row < kpi_scorecard_get_n_rows (card); row++)
    cr_expect (eq (str, (char *)kpi_status_get_name (kpi_scorecard_get_status (card, row)),
                   (char *)kpi_scorecard_get_text (card, row, KPI_COLUMN_STATUS)));
  cr_expect (eq (str, (char *)get_status (card, "A", "2025", "share"), "open"));
  cr_expect (eq (str, (char *)get_status (card, "A", "2025", "idx"), ""));
}
