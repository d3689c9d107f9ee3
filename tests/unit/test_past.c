/* SPDX-License-Identifier: MIT */
#include "score-support.h"

/* As many areas as days, each area with a day of its own: measured again as of the last day, that
 * would be 12,000 areas in 12,000 periods. */
static char *
diagonal (void)
{
  g_autoptr (GString) text = g_string_new ("area,series,period,value\n");

  for (int i = 0; i < 12000; i++)
    g_string_append_printf (text, "A%d,a,%04d-%02d-%02d,1\n", i, 1900 + i / 336, 1 + i / 28 % 12,
                            1 + i % 28);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
expect_refused (const char *indicator)
{
  g_autofree char *data = diagonal ();
  g_autofree char *model = g_strdup_printf ("kpiscore: 1\nid: m\nindicators: {a: %s}\n", indicator);
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (GError) error = NULL;

  cr_assert (kpi_score_options_set_as_of (options, "2025-12-31", NULL));
  cr_expect (try_score (model, data, options, &error) == NULL);
  cr_assert (error != NULL);
  cr_expect (g_error_matches (error, KPI_ERROR, KPI_ERROR_LIMIT), "%s", error->message);
  cr_expect (strstr (error->message, "12000 areas x 12000 periods") != NULL, "%s", error->message);
}

Test (past, no_more_cells_for_a_gap_than_for_a_run, .timeout = 60)
{
  expect_refused ("{impute: carry_forward, valid: [0, 5]}");
}

Test (past, no_more_cells_for_a_baseline_than_for_a_run, .timeout = 60)
{
  expect_refused ("{target: {at_least: 2, by: 2030, baseline: first}}");
}

/* What lies outside `valid` is a gap. Of what ended on one day the shortest is the freshest: the
 * month's 8 fills it, not the year's 90. */
Test (past, shortest_of_those_that_end_together, .timeout = 10)
{
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (KpiScorecard) card = NULL;

  cr_assert (kpi_score_options_set_as_of (options, "2025-06-30", NULL));
  card = score_with (
      "kpiscore: 1\nid: m\n"
      "indicators: {a: {measure: {sum: [b]}, impute: carry_forward, valid: [0, 100], "
      "score: {method: goalposts, posts: [0, 100]}}}\n",
      "area,series,period,value\nX,b,2024,90\nX,b,2024-12,8\nX,b,2025-01,500\n", options);
  expect_number (card, "X", "2025-06-30", "a", KPI_COLUMN_SCORE, 8.0);
}
