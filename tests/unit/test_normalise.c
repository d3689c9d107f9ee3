/* SPDX-License-Identifier: MIT */
#include "score-support.h"

static KpiScorecard *
score_equal (const char *score, const char *csv)
{
  g_autofree char *model = g_strdup_printf ("kpiscore: 1\nid: m\n"
                                            "indicators: {a: {score: %s}}\n"
                                            "index: {id: i, of: [a]}\n",
                                            score);

  return score_with (model, csv, NULL);
}

/* How often a constant column is told. */
static gsize
count_told (const KpiScorecard *card)
{
  KpiFindings *findings = kpi_scorecard_get_findings (card);
  gsize n = 0;

  for (gsize i = 0; i < kpi_findings_get_length (findings); i++)
    n += strstr (kpi_findings_get_text (findings, i), "constant column") != NULL;
  return n;
}

static const char equal[] = "area,period,a\nX,2024,7\nY,2024,7\nX,2025,7\nY,2025,7\n";

/* Once an indicator, whatever the number of periods; a method that learns nothing has no say. */
Test (normalise, a_constant_column_is_told_where_a_method_learns, .timeout = 10)
{
  static const char *const learning[] = {"minmax", "rank", "borda", "percentile_rank",
                                         "fraction_of_max"};
  g_autoptr (KpiScorecard) fixed = score_equal ("{method: goalposts, posts: [0, 10]}", equal);

  for (gsize i = 0; i < G_N_ELEMENTS (learning); i++) {
    g_autoptr (KpiScorecard) card = score_equal (learning[i], equal);

    cr_expect (eq (sz, count_told (card), 1), "%s", learning[i]);
  }
  cr_expect (eq (sz, count_told (fixed), 0));
}

/* Equal values are equal all the same: rank 1 from the worst, and the whole of the greatest. */
Test (normalise, a_constant_column_may_have_scores, .timeout = 10)
{
  g_autoptr (KpiScorecard) minmax = score_equal ("minmax", equal);
  g_autoptr (KpiScorecard) rank = score_equal ("rank", equal);
  g_autoptr (KpiScorecard) fraction = score_equal ("fraction_of_max", equal);

  expect_score (minmax, "X", "a", NAN);
  expect_score (rank, "X", "a", 1.0);
  expect_score (fraction, "X", "a", 100.0);
}

/* One value alone differs from none. */
Test (normalise, one_area_is_no_column, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_equal ("rank", "area,period,a\nX,2025,7\n");

  cr_expect (eq (sz, count_told (card), 0));
}
