/* SPDX-License-Identifier: MIT */
#include "score-support.h"

#define N_AREAS 60
#define N_PERIODS 48
#define N_SERIES 30 /* 86,400 cells: enough for threads to be worth while */

/* Every way through a tree: leaves that pass, a leaf of two trees, one with bounds, one that learns
 * period by period, groups that fill gaps, turn, compare areas, and derive their weights. */
static const char tree[] =
    "index:\n"
    "  - id: index\n"
    "    of:\n"
    "      - {id: plain, weight: 2, of: [s0, {id: s1, weight: 3}, s2, s3]}\n"
    "      - id: deep\n"
    "        combine: geometric\n"
    "        of:\n"
    "          - {id: filled, missing: {policy: mean}, of: [s4, s5, s6, s7]}\n"
    "          - {id: turned, better: lower, missing: {policy: zero}, of: [s8, s9]}\n"
    "      - {id: bounded, of: [s10, s11], missing: {at_least: 0.6}}\n"
    "  - {id: compared, combine: copeland, of: [s12, s13, s14, s0]}\n"
    "  - {id: derived, weights: entropy, of: [{id: inner, of: [s15, s16]}, s17, s18]}\n"
    "  - {id: rest, of: [s19, s20, s21, s22, s23, s24, s25, s26, s27, s28, s29]}\n";

static KpiModel *
make_model (void)
{
  g_autoptr (GString) yaml = g_string_new ("kpiscore: 1\nid: m\nindicators:\n");
  g_autoptr (GError) error = NULL;
  KpiModel *model;

  for (int s = 0; s < N_SERIES; s++)
    g_string_append_printf (yaml, "  s%d: {score: %s, better: %s}\n", s,
                            s == 3    ? "{method: minmax, over: period, to: [1, 100]}"
                            : s == 20 ? "zscore"
                                      : "{method: minmax, to: [1, 100]}",
                            s % 4 == 1 ? "lower" : "higher");
  g_string_append (yaml, tree);
  model = kpi_model_parse (yaml->str, -1, &error);
  cr_assert (model != NULL, "%s", error->message);
  return model;
}

static KpiDataset *
make_data (void)
{
  g_autoptr (GString) csv = g_string_new ("area,series,period,value\n");

  for (int s = 0; s < N_SERIES; s++)
    for (int p = 0; p < N_PERIODS; p++)
      for (int a = 0; a < N_AREAS; a++) {
        int value = (s * 7919 + p * 104729 + a * 1299709) % 1009;

        if (value % 23 != 0)
          g_string_append_printf (csv, "A%02d,s%d,%d-%02d,%s%d\n", a, s, 2020 + p / 12, 1 + p % 12,
                                  s == 10 && value % 5 == 0 ? ">" : "", value);
      }
  return read_data (csv->str);
}

static KpiScorecard *
score_by (KpiModel *model, KpiDataset *data, guint n_threads, gboolean shown_only)
{
  static const char *const shown[] = {"index", "compared", "derived", "rest", "deep"};
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (GError) error = NULL;
  KpiScorecard *card;

  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    kpi_score_options_add_node (options, shown[i]);
  kpi_score_options_set_threads (options, n_threads);
  kpi_score_options_set_shown_only (options, shown_only);
  card = kpi_model_score (model, data, options, &error);
  cr_assert (card != NULL, "%s", error->message);
  return card;
}

static void
expect_same (const KpiScorecard *card, const KpiScorecard *other)
{
  gsize n_rows = kpi_scorecard_get_n_rows (card);
  KpiFindings *findings = kpi_scorecard_get_findings (card);

  cr_assert (eq (sz, kpi_scorecard_get_n_rows (other), n_rows));
  cr_assert (gt (sz, n_rows, 0));
  for (gsize row = 0; row < n_rows; row++)
    for (KpiColumn column = KPI_COLUMN_SCORE; column < KPI_N_COLUMNS; column++) {
      double left = kpi_scorecard_get_number (card, row, column);
      double right = kpi_scorecard_get_number (other, row, column);

      cr_assert (left == right || (isnan (left) && isnan (right)), "%s %zu: %.17g, %.17g",
                 kpi_column_get_name (column), row, left, right);
    }
  cr_assert (eq (sz, kpi_findings_get_length (kpi_scorecard_get_findings (other)),
                 kpi_findings_get_length (findings)));
}

Test (trees, neither_threads_nor_what_is_kept_changes_a_bit, .timeout = 60)
{
  g_autoptr (KpiModel) model = make_model ();
  g_autoptr (KpiDataset) data = make_data ();
  g_autoptr (KpiScorecard) card = score_by (model, data, 1, FALSE);

  for (guint n_threads = 1; n_threads <= 4; n_threads++) {
    g_autoptr (KpiScorecard) kept = score_by (model, data, n_threads, FALSE);
    g_autoptr (KpiScorecard) passed = score_by (model, data, n_threads, TRUE);

    expect_same (card, kept);
    expect_same (card, passed);
  }
}

/* By hand: with `over: all` 10 to 30 are 0 to 100; a leaf of two trees is normalised once. */
Test (trees, a_leaf_of_two_trees_serves_both, .timeout = 10)
{
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (KpiScorecard) card = NULL;

  kpi_score_options_set_shown_only (options, TRUE);
  kpi_score_options_add_node (options, "i");
  kpi_score_options_add_node (options, "j");
  card = score_with ("kpiscore: 1\nid: m\nindicators: {a: {}, b: {}}\n"
                     "index: [{id: i, of: [a]}, {id: j, of: [{id: g, of: [a, b]}]}]\n",
                     "area,period,a,b\nX,2025,10,5\nY,2025,20,7\nZ,2025,30,6\n", options);

  expect_score (card, "Y", "i", 50.0);
  expect_score (card, "Y", "j", 75.0);
  expect_score (card, "Z", "j", 75.0);
}
