/* SPDX-License-Identifier: MIT */
/* Mergers. On 2025-07-01 Đà Nẵng and Quảng Nam became Đà Nẵng; the data call the old and the new
 * city by one name. */
#include "score-support.h"

#define AREAS                                                                                      \
  "kpiscore: 1\nid: m\nareas:\n"                                                                   \
  "  VN: {level: country}\n"                                                                       \
  "  DN: {level: province, parent: VN, from: 2025-07-01, was: [DN, QNA]}\n"                        \
  "  DN-63: {level: old, parent: VN, until: 2025-06-30, aliases: [DN]}\n"                          \
  "  QNA: {level: old, parent: VN, until: 2025-06-30}\n"

static KpiScorecard *
score_as_of (const char *yaml, const char *csv, const char *day)
{
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();

  cr_assert (kpi_score_options_set_as_of (options, day, NULL));
  return score_with (yaml, csv, options);
}

static gboolean
has_row (const KpiScorecard *card, const char *area, const char *period, const char *node)
{
  return kpi_scorecard_find (card, area, period, node, &(gsize){0}, NULL);
}

static const char sums[] = AREAS "indicators: {x: {rollup: sum}}\n";
static const char years[] = "area,period,x\nDN,2023,100\nQNA,2023,50\nDN,2024,120\nQNA,2024,60\n"
                            "DN,2025,198\nDN,2026,216\n";

Test (hierarchy, a_merged_area_has_a_past, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (sums, years, NULL);

  expect_number (card, "DN", "2023", "x", KPI_COLUMN_VALUE, 150);
  expect_number (card, "DN", "2024", "x", KPI_COLUMN_VALUE, 180);
  expect_number (card, "DN", "2024", "x", KPI_COLUMN_COVERAGE, 1);
  expect_number (card, "DN", "2025", "x", KPI_COLUMN_VALUE, 198);
  /* its name meant the old city then */
  expect_number (card, "DN-63", "2024", "x", KPI_COLUMN_VALUE, 120);
  cr_expect (not(has_row (card, "DN-63", "2026", "x")));
  cr_expect (eq (sz, kpi_findings_get_length (kpi_scorecard_get_findings (card)), 0));
}

/* Once by those that were there: 120 + 60, not 180 more. In 2025 all of them were, and the new city
 * tells of all of it. */
Test (hierarchy, a_country_counts_nobody_twice, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (sums, years, NULL);

  expect_number (card, "VN", "2024", "x", KPI_COLUMN_VALUE, 180);
  expect_number (card, "VN", "2025", "x", KPI_COLUMN_VALUE, 198);
  expect_number (card, "VN", "2025", "x", KPI_COLUMN_COVERAGE, 1);
  expect_number (card, "VN", "2026", "x", KPI_COLUMN_VALUE, 216);
}

/* 100 . (30 + 10) / (40 + 40), not the mean of 75 and 25; and the growth of the whole: 55 / 50. */
Test (hierarchy, ratios_and_changes_of_the_whole, .timeout = 10)
{
  g_autoptr (KpiScorecard) ratio = score_with (
      AREAS "indicators: {r: {rollup: ratio, measure: {ratio: {of: [a], to: [b], per: 100}}}}\n",
      "area,period,a,b\nDN,2024,30,40\nQNA,2024,12,48\nDN,2026,1,2\n", NULL);
  g_autoptr (KpiScorecard) change =
      score_with (AREAS "indicators: {g: {rollup: sum, measure: {change: x, over: 1Y}}}\n",
                  "area,period,x\nDN,2024,30\nQNA,2024,20\nDN,2025,55\n", NULL);

  expect_number (ratio, "DN", "2024", "r", KPI_COLUMN_VALUE, 100 * 42.0 / 88);
  expect_number (ratio, "DN", "2026", "r", KPI_COLUMN_VALUE, 50);
  expect_number (change, "DN", "2025", "g", KPI_COLUMN_VALUE, 10);
}

Test (hierarchy, means_by_weight_of_what_it_was, .timeout = 10)
{
  static const char yaml[] = AREAS "indicators: {rate: {rollup: {mean: people}}, people: {}}\n";
  static const char csv[] = "area,period,rate,people\nDN,2024,40,1\nQNA,2024,80,3\n";
  g_autoptr (KpiScorecard) card = score_with (yaml, csv, NULL);
  g_autoptr (KpiScorecard) before = score_as_of (yaml, csv, "2025-06-30");
  g_autoptr (KpiScorecard) after = score_as_of (yaml, csv, "2025-07-01");

  expect_number (card, "DN", "2024", "rate", KPI_COLUMN_VALUE, 70); /* (40 + 240) / 4 */
  expect_number (before, "DN", "2025-06-30", "rate", KPI_COLUMN_VALUE, 70);
  expect_number (before, "DN-63", "2025-06-30", "rate", KPI_COLUMN_VALUE, 40);
  expect_number (after, "DN", "2025-07-01", "rate", KPI_COLUMN_VALUE, 70);
  cr_expect (not(has_row (after, "DN-63", "2025-07-01", "rate")));
}

/* As of a day the new city takes its latest value: of 2024 until it has one of its own. */
Test (hierarchy, as_of_a_day, .timeout = 10)
{
  static const struct {
    const char *day;
    double x;
  } cases[] = {{"2023-12-31", 150}, {"2025-06-30", 180}, {"2025-07-01", 180}, {"2025-12-31", 198}};

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (KpiScorecard) card = score_as_of (sums, years, cases[i].day);

    expect_number (card, "DN", cases[i].day, "x", KPI_COLUMN_VALUE, cases[i].x);
  }
}

Test (hierarchy, what_is_missing_is_missed, .timeout = 10)
{
  static const char csv[] = "area,period,x\nDN,2024,120\nDN,2026,1\n";
  g_autoptr (KpiScorecard) all = score_with (sums, csv, NULL);
  g_autoptr (KpiScorecard) half =
      score_with (AREAS "indicators: {x: {rollup: {method: sum, at_least: 0.5}}}\n", csv, NULL);
  /* QNA is not listed, so that nobody knows of it */
  g_autoptr (KpiScorecard) unlisted = score_with (
      "kpiscore: 1\nid: m\nareas:\n"
      "  DN: {from: 2025-07-01, was: [DN, QNA]}\n  DN-63: {until: 2025-06-30, aliases: [DN]}\n"
      "indicators: {x: {rollup: sum}}\n",
      csv, NULL);

  expect_number (all, "DN", "2024", "x", KPI_COLUMN_VALUE, NAN);
  expect_number (half, "DN", "2024", "x", KPI_COLUMN_VALUE, 120);
  expect_number (half, "DN", "2024", "x", KPI_COLUMN_COVERAGE, 0.5);
  expect_number (unlisted, "DN", "2024", "x", KPI_COLUMN_VALUE, NAN);
}

/* A series that was published anew for the new area. */
Test (hierarchy, an_own_observation_wins_and_a_difference_is_said, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (
      "kpiscore: 1\nid: m\nareas:\n"
      "  N: {from: 2025-07-01, was: [A, B]}\n  A: {until: 2025-06-30}\n  B: {until: 2025-06-30}\n"
      "indicators: {x: {rollup: sum}}\n",
      "area,period,x\nA,2024,1\nB,2024,2\nN,2024,4\n", NULL);

  expect_number (card, "N", "2024", "x", KPI_COLUMN_VALUE, 4);
  cr_expect (has_finding (kpi_scorecard_get_findings (card),
                          "found 4 of x for N in 2024, expected the sum of its parts, 3"));
}

/* A became part of N in 2010, and N with B of M in 2020. C was divided between M and L. */
Test (hierarchy, mergers_follow_one_another_and_what_is_divided_is_lost, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (
      "kpiscore: 1\nid: m\nareas:\n"
      "  M: {from: 2020, was: [N, B]}\n  N: {from: 2010, until: 2019, was: [A]}\n"
      "  A: {until: 2009}\n  B: {until: 2019}\n"
      "  L: {from: 2020, was: [C]}\n  K: {from: 2020, was: [C]}\n  C: {until: 2019}\n"
      "indicators: {x: {rollup: sum}, y: {rollup: mean}}\n",
      "area,period,x,y\nA,2005,1,10\nB,2005,2,20\nC,2005,4,30\nN,2015,8,40\nB,2015,16,60\n", NULL);

  expect_number (card, "M", "2005", "x", KPI_COLUMN_VALUE, 3);
  expect_number (card, "N", "2005", "x", KPI_COLUMN_VALUE, 1);
  expect_number (card, "M", "2005", "y", KPI_COLUMN_VALUE, 15);
  expect_number (card, "M", "2015", "x", KPI_COLUMN_VALUE, 24);
  cr_expect (not(has_row (card, "L", "2005", "x")));
}

/* Without a roll-up nothing is made of anything, and the name alone is not enough. */
Test (hierarchy, without_a_rollup_there_is_no_past, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (AREAS "indicators: {x: {}}\n", years, NULL);

  cr_expect (not(has_row (card, "DN", "2024", "x")));
  expect_number (card, "DN-63", "2024", "x", KPI_COLUMN_VALUE, 120);
  expect_number (card, "DN", "2025", "x", KPI_COLUMN_VALUE, 198);
}

/* What is made of others is in no fit, and leaves the ranks of those that were there alone: they
 * are of another level. */
Test (hierarchy, ranks_run_within_a_level, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (
      AREAS "indicators: {x: {rollup: sum, score: {method: goalposts, posts: [0, 200]}}}\n", years,
      NULL);

  expect_number (card, "DN", "2024", "x", KPI_COLUMN_RANK, 1);
  expect_number (card, "DN-63", "2024", "x", KPI_COLUMN_RANK, 1);
  expect_number (card, "QNA", "2024", "x", KPI_COLUMN_RANK, 2);
}
