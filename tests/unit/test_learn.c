/* SPDX-License-Identifier: MIT */
#include "score-support.h"

#define MODEL(score) "kpiscore: 1\nid: m\nindicators: {a: {score: " score "}}\n"
#define TWO_YEARS "area,period,a\nX,2024,0\nY,2024,10\nX,2025,20\nY,2025,40\n"

Test (learn, from_all_periods_together_or_from_each, .timeout = 10)
{
  g_autoptr (KpiScorecard) all = score_with (MODEL ("minmax"), TWO_YEARS, NULL);
  g_autoptr (KpiScorecard) each =
      score_with (MODEL ("{method: minmax, over: period}"), TWO_YEARS, NULL);

  expect_score (all, "X", "a", 50.0); /* 20 of 0 to 40 */
  expect_score (each, "X", "a", 0.0); /* the least of 2025 */
  expect_number (each, "Y", "2024", "a", KPI_COLUMN_SCORE, 100.0);
}

/* Ranks are counted in each period unless asked otherwise: 1 and 2; together 1, 2, 3, 4. */
Test (learn, ranks_are_of_one_period_by_default, .timeout = 10)
{
  g_autoptr (KpiScorecard) each = score_with (MODEL ("rank"), TWO_YEARS, NULL);
  g_autoptr (KpiScorecard) all = score_with (MODEL ("{method: rank, over: all}"), TWO_YEARS, NULL);

  expect_score (each, "X", "a", 1.0);
  expect_score (each, "Y", "a", 2.0);
  expect_score (all, "X", "a", 3.0);
  expect_score (all, "Y", "a", 4.0);
}

/* Learned from 2024 alone, 0 to 10: 20 and 40 lie beyond, held and not. */
Test (learn, from_some_periods, .timeout = 10)
{
  g_autoptr (KpiScorecard) held =
      score_with (MODEL ("{method: minmax, fit: {periods: 2023..2024}}"), TWO_YEARS, NULL);
  g_autoptr (KpiScorecard) free_of_it =
      score_with (MODEL ("{method: minmax, clamp: false, fit: {periods: 2024}}"), TWO_YEARS, NULL);
  g_autoptr (KpiScorecard) none =
      score_with (MODEL ("{method: minmax, fit: {periods: 2020..2023}}"), TWO_YEARS, NULL);

  expect_score (held, "Y", "a", 100.0);
  expect_score (free_of_it, "X", "a", 200.0);
  expect_number (held, "Y", "2024", "a", KPI_COLUMN_SCORE, 100.0);
  expect_score (none, "X", "a", NAN);
  cr_expect (has_finding (kpi_scorecard_get_findings (none),
                          "found no value in the periods that it is to learn from"));
}

/* Each level has a yardstick of its own, and a frequency too. */
Test (learn, from_areas_of_one_level_and_values_of_one_frequency, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with ("kpiscore: 1\n"
                                              "id: m\n"
                                              "areas: {X: {level: city}, Y: {level: city},\n"
                                              "  U: {level: town}, V: {level: town}}\n"
                                              "indicators: {a: {score: minmax}}\n",
                                              "area,period,a\nX,2025,0\nY,2025,10\nU,2025,5\n"
                                              "V,2025,25\nX,2025-Q1,1\nY,2025-Q1,2\n",
                                              NULL);

  expect_score (card, "U", "a", 0.0);
  expect_score (card, "Y", "a", 100.0);
  expect_number (card, "Y", "2025-Q1", "a", KPI_COLUMN_SCORE, 100.0);
}

/* `>80` is above 80: the fit knows it, and so its rank is 3, not a tie. B may be above it all the
 * same, or not; A is below both. */
Test (learn, an_open_point_ranks_above_its_number, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with (MODEL ("rank"), "area,period,a\nA,2025,70\nB,2025,80\nC,2025,>80\n", NULL);

  expect_score (card, "B", "a", 2.0);
  expect_score (card, "C", "a", 3.0);
  expect_number (card, "C", "2025", "a", KPI_COLUMN_SCORE_LOW, 3.0);
  expect_number (card, "B", "2025", "a", KPI_COLUMN_SCORE_HIGH, 2.0);
}

/* A is 5 to 15 about 10, B 12: A may be the better one. */
Test (learn, ends_rank_against_opposite_ends, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with (MODEL ("rank"), "area,period,a\nA,2025,5..15\nB,2025,12\nC,2025,1\n", NULL);

  expect_score (card, "A", "a", 2.0);
  expect_number (card, "A", "2025", "a", KPI_COLUMN_SCORE_LOW, 2.0);
  expect_number (card, "A", "2025", "a", KPI_COLUMN_SCORE_HIGH, 3.0);
  expect_number (card, "B", "2025", "a", KPI_COLUMN_SCORE_LOW, 2.0);
  expect_number (card, "B", "2025", "a", KPI_COLUMN_SCORE_HIGH, 3.0);
  expect_number (card, "C", "2025", "a", KPI_COLUMN_SCORE_HIGH, 1.0);
}

/* A parent whose value was rolled up is scored by the fit, and not among what it learned. */
Test (learn, nothing_from_what_was_rolled_up, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with ("kpiscore: 1\n"
                  "id: m\n"
                  "areas: {P: {}, A: {parent: P}, B: {parent: P}}\n"
                  "indicators: {a: {rollup: sum, score: {method: rank, ties: high}}}\n",
                  "area,period,a\nA,2025,1\nB,2025,2\n", NULL);

  expect_score (card, "B", "a", 2.0);
  expect_score (card, "P", "a", 3.0);
}
