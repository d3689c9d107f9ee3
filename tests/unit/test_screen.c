/* SPDX-License-Identifier: MIT */
#include "prepare-support.h"

static const char text[] =
    "kpiscore: 1\nid: m\nscreen: {%s}\n"
    "defaults: {score: {method: goalposts, posts: [0, 100]}, missing: {policy: %s}}\n"
    "indicators: {a: {}, b: {}, c: {}, outside: {score: {method: goalposts, posts: [0, 100]}}}\n"
    "index: {id: all, of: [{id: g, of: [a, b]}, {id: h, of: [c]}]}\n";

/* `a` is there in all of four areas, `b` in three, `c` in one. */
static const char data[] = "area,period,a,b,c,outside\n"
                           "A,2025,10,20,90,1\n"
                           "B,2025,30,40,,1\n"
                           "C,2025,50,60,,1\n"
                           "D,2025,70,,,1\n";

static KpiScorecard *
screen (const char *shares, const char *policy, const char *stage)
{
  g_autofree char *yaml = g_strdup_printf (text, shares, policy);

  return score_at (yaml, data, stage);
}

/* c has 0.25 of the areas; a group of nothing else goes with it. */
Test (screen, leaves_indicators_out, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = screen ("indicators: 0.66", "reweigh", "measured");
  g_autoptr (KpiScorecard) imputed = screen ("indicators: 0.66", "reweigh", "imputed");

  expect_number (card, "A", "2025", "c", KPI_COLUMN_VALUE, 90); /* measured all the same */
  expect_score (card, "A", "c", NAN);
  expect_score (card, "A", "h", NAN);
  expect_score (card, "A", "g", 15);
  expect_score (card, "A", "all", 15);
  expect_score (card, "D", "all", 70);
  expect_number (card, "B", "2025", "all", KPI_COLUMN_COVERAGE, 1);
  expect_number (card, "D", "2025", "all", KPI_COLUMN_COVERAGE, 0.5);
  expect_number (imputed, "A", "2025", "c", KPI_COLUMN_VALUE, NAN);
  cr_expect (has_finding (kpi_scorecard_get_findings (card),
                          "screen.indicators: found too few data (c in 2025 with 0.25), expected a "
                          "share of at least 0.66; left out of the trees: 1"));
}

/* As if it had the weight 0: not as 0 under `zero`, not as missing under `fail`. */
Test (screen, what_is_left_out_is_no_child, .timeout = 10)
{
  g_autoptr (KpiScorecard) zero = screen ("indicators: 0.66", "zero", "measured");
  g_autoptr (KpiScorecard) fail = screen ("indicators: 0.66", "fail", "measured");
  g_autoptr (KpiScorecard) mean = screen ("indicators: 0.66", "mean", "measured");

  expect_score (zero, "A", "all", 15);
  expect_score (zero, "D", "all", 35); /* b is missing there, and 0 */
  expect_score (fail, "A", "all", 15);
  expect_score (fail, "D", "all", NAN);
  expect_score (mean, "D", "all", 55); /* (70 + 40) / 2 */
}

/* D has 1 of the 3 indicators, B and C 2 of 3. */
Test (screen, leaves_areas_out, .timeout = 10)
{
  static const char *const policies[] = {"reweigh", "zero", "mean"};

  for (gsize i = 0; i < G_N_ELEMENTS (policies); i++) {
    g_autoptr (KpiScorecard) card = screen ("areas: 0.66", policies[i], "measured");

    expect_number (card, "D", "2025", "a", KPI_COLUMN_VALUE, 70);
    expect_score (card, "D", "a", NAN);
    expect_score (card, "D", "all", NAN);
    expect_number (card, "D", "2025", "all", KPI_COLUMN_RANK, NAN);
    cr_expect (not(isnan (get (card, "B", "2025", "all", KPI_COLUMN_SCORE))));
    expect_score (card, "D", "outside", 1); /* in no tree: not screened */
    cr_expect (has_finding (kpi_scorecard_get_findings (card), "(D in 2025 with 0.333"));
  }
}

/* Once c is out, D has 1 of 2 and all others have both. */
Test (screen, indicators_go_first, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = screen ("indicators: 0.66, areas: 0.7", "reweigh", "measured");

  expect_score (card, "B", "all", 35);
  expect_score (card, "D", "all", NAN);
}

/* The share is at least as great where it is the same. */
Test (screen, a_share_that_is_just_enough_is, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = screen ("indicators: 0.25, areas: 0.3", "reweigh", "measured");

  expect_score (card, "A", "c", 90);
  expect_score (card, "D", "a", 70);
  cr_expect (eq (sz, kpi_findings_get_length (kpi_scorecard_get_findings (card)), 0));
}

/* D's 70 is in no fit: 10, 30, 50 are left. */
Test (screen, what_is_left_out_is_in_no_fit, .timeout = 10)
{
  static const char yaml[] = "kpiscore: 1\nid: m\nscreen: {areas: 0.66}\n"
                             "indicators: {a: {}, b: {}, c: {}}\nindex: {id: all, of: [a, b, c]}\n";
  g_autoptr (KpiScorecard) card = score_at (yaml, data, "measured");

  expect_score (card, "C", "a", 100);
  expect_score (card, "B", "a", 50);
}

/* Data are what was measured: imputing first would leave nobody out. */
Test (screen, goes_before_imputing, .timeout = 10)
{
  static const char yaml[] =
      "kpiscore: 1\nid: m\nscreen: {areas: 0.66}\ndefaults: {impute: mean, score: {method: "
      "goalposts, posts: [0, 100]}}\n"
      "indicators: {a: {}, b: {}, c: {}}\nindex: {id: all, of: [a, b, c]}\n";
  g_autoptr (KpiScorecard) card = score_at (yaml, data, "imputed");

  expect_number (card, "D", "2025", "b", KPI_COLUMN_VALUE, NAN);
  expect_score (card, "D", "all", NAN);
  expect_number (card, "B", "2025", "c", KPI_COLUMN_VALUE, 90);
}

/* Levels are counted apart: what communes do not report is no gap of theirs. */
Test (screen, counts_among_the_areas_of_one_level, .timeout = 10)
{
  static const char yaml[] =
      "kpiscore: 1\nid: m\nscreen: {areas: 0.9, indicators: 0.9}\n"
      "areas: {P: {level: province}, X: {level: commune}, Y: {level: commune}}\n"
      "defaults: {score: {method: goalposts, posts: [0, 100]}}\n"
      "indicators: {a: {}, b: {}}\nindex: {id: all, of: [a, b]}\n";
  g_autoptr (KpiScorecard) card =
      score_at (yaml, "area,period,a,b\nP,2025,10,20\nX,2025,30,\nY,2025,50,\n", "measured");

  expect_score (card, "P", "all", 15);
  expect_score (card, "X", "all", 30);
  expect_number (card, "X", "2025", "all", KPI_COLUMN_COVERAGE, 1);
}

/* A zero is a value. */
Test (screen, a_zero_is_data, .timeout = 10)
{
  static const char yaml[] = "kpiscore: 1\nid: m\nscreen: {areas: 1, indicators: 1}\n"
                             "defaults: {score: {method: goalposts, posts: [0, 10]}}\n"
                             "indicators: {a: {}, b: {}}\nindex: {id: all, of: [a, b]}\n";
  g_autoptr (KpiScorecard) card =
      score_at (yaml, "area,period,a,b\nA,2025,0,0\nB,2025,1,0\n", "measured");

  expect_score (card, "A", "all", 0);
  expect_score (card, "B", "all", 5);
}
