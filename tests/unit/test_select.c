/* SPDX-License-Identifier: MIT */
#include "score-support.h"

static const char *const model = "kpiscore: 1\nid: m\n"
                                 "areas:\n  VN-HUE: {aliases: [Thua Thien-Hue]}\n  VN-DN: {}\n"
                                 "indicators: {a: {}, b: {}}\nindex: {id: i, of: [a, b]}\n";
static const char *const data = "area,period,a,b\nThua Thien-Hue,2024,1,2\nVN-DN,2024,3,1\n"
                                "VN-HUE,2025,5,2\nVN-DN,2025,2,4\n";

static KpiScorecard *
select_rows (const char *area, const char *period, const char *node, GError **error)
{
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();

  if (area != NULL)
    kpi_score_options_add_area (options, area);
  if (node != NULL)
    kpi_score_options_add_node (options, node);
  if (period != NULL && !kpi_score_options_add_period (options, period, error))
    return NULL;
  return try_score (model, data, options, error);
}

Test (select, never_changes_a_number, .timeout = 10)
{
  g_autoptr (KpiScorecard) all = score_with (model, data, NULL);
  g_autoptr (KpiScorecard) one = select_rows ("Thua Thien-Hue", "2025-A1", "i", NULL);

  cr_assert (one != NULL);
  cr_assert (eq (sz, kpi_scorecard_get_n_rows (one), 1));
  for (int column = KPI_COLUMN_SCORE; column <= KPI_COLUMN_RANK_WORST; column++)
    expect_number (one, "VN-HUE", "2025", "i", column, get (all, "VN-HUE", "2025", "i", column));
}

Test (select, a_period_without_data_has_rows_when_asked_for, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = select_rows (NULL, "2026", NULL, NULL);

  cr_assert (card != NULL);
  cr_expect (eq (sz, kpi_scorecard_get_n_rows (card), 6));
  expect_status (card, "VN-DN", "2026", "a", "no_data");
}

Test (select, a_frequency_without_data_is_warned_of, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = select_rows (NULL, "2026-07", NULL, NULL);

  cr_assert (card != NULL);
  cr_expect (eq (sz, kpi_scorecard_get_n_rows (card), 0));
  cr_expect (has_finding (kpi_scorecard_get_findings (card), "found 2026-07"));
}

Test (select, unknown_names_are_errors_with_the_nearest, .timeout = 10)
{
  g_autoptr (GError) area = NULL, node = NULL, period = NULL;

  cr_expect (select_rows ("VN-HEU", NULL, NULL, &area) == NULL);
  cr_expect (g_error_matches (area, KPI_ERROR, KPI_ERROR_ARGUMENT));
  cr_expect (strstr (area->message, "did you mean VN-HUE?") != NULL, "%s", area->message);
  cr_expect (select_rows (NULL, NULL, "c", &node) == NULL);
  cr_expect (strstr (node->message, "node: found \"c\"") != NULL, "%s", node->message);
  cr_expect (select_rows (NULL, "2025-Q5", NULL, &period) == NULL);
  cr_expect (strstr (period->message, "2025-Q5") != NULL, "%s", period->message);
}

Test (select, areas_the_model_does_not_list_are_passed_over, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with (model, "area,period,a,b\nVN-HUE,2025,1,2\nVN-DM,2025,3,1\n", NULL);

  cr_expect (eq (sz, kpi_scorecard_get_n_rows (card), 6)); /* both listed areas, three nodes */
  cr_expect (has_finding (kpi_scorecard_get_findings (card), "found \"VN-DM\""));
  cr_expect (has_finding (kpi_scorecard_get_findings (card), "did you mean VN-DN?"));
}

Test (select, an_id_and_its_alias_may_not_both_have_a_value, .timeout = 10)
{
  g_autoptr (GError) error = NULL;

  cr_expect (try_score (model, "area,period,a,b\nVN-HUE,2025,1,2\nThua Thien-Hue,2025,3,1\n", NULL,
                        &error) == NULL);
  cr_expect (g_error_matches (error, KPI_ERROR, KPI_ERROR_DUPLICATE));
}

Test (select, series_that_nothing_uses_are_warned_of, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (
      "kpiscore: 1\nid: m\nindicators: {e_id_coverage: {}}\n",
      "area,series,period,value\nX,e_id_coverage,2025,1\nX,e_id_covrage,2025,2\n", NULL);

  cr_expect (has_finding (kpi_scorecard_get_findings (card),
                          "found \"e_id_covrage\", which no indicator uses; did you mean "
                          "e_id_coverage?"));
}
