/* SPDX-License-Identifier: MIT */
#include "score-support.h"

#define DATA "area,series,period,value\n"

/* From 0 at the end of 2019; 29 in 2022 is out of the way. */
static const char model_text[] = "kpiscore: 1\nid: m\n"
                                 "status: {method: projected, forecast: theil_sen}\n"
                                 "areas: {A: {}, B: {}, C: {}}\n"
                                 "indicators:\n"
                                 "  a:\n"
                                 "    valid: [0, 100]\n"
                                 "    target: {at_least: 30, by: 2030, baseline: {value: 0, at: "
                                 "2019}, for: {B: {baseline: first}}}\n";
static const char data_text[] = DATA "A,a,2020,2\nA,a,2021,4\nA,a,2022,29\nA,a,2023,8\n"
                                     "B,a,2021,4\nB,a,2021-12,4\nB,a,2022,5\nB,a,2023,7\n"
                                     "C,a,2023,8\n";

static KpiScorecard *
score_as_of (const char *data, const char *day)
{
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();

  cr_assert (kpi_score_options_set_as_of (options, day, NULL));
  return score_with (model_text, data, options);
}

static double
projected (const KpiScorecard *card, const char *area, const char *period)
{
  return get (card, area, period, "a", KPI_COLUMN_PROJECTED);
}

/* A: slope 2, 8 at the end of 2023, and 7 years to go. B: slopes 1, 2, 1.5, so 1.5; heights 7, 6.5,
 * 7, so 7. C: the line from 0 to 8, 2 a year. */
Test (history, a_trend_knows_all_points_so_far, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (model_text, data_text, NULL);

  cr_expect (epsilon_eq (dbl, projected (card, "A", "2021"), 22, 1e-12));
  cr_expect (epsilon_eq (dbl, projected (card, "A", "2023"), 22, 1e-12));
  cr_expect (epsilon_eq (dbl, get (card, "A", "2023", "a", KPI_COLUMN_PACE), 22.0 / 30, 1e-12));
  expect_status (card, "A", "2023", "a", "behind");
  cr_expect (epsilon_eq (dbl, projected (card, "B", "2023"), 17.5, 1e-12));
  cr_expect (isnan (projected (card, "B", "2021")), "one point at one time");
  cr_expect (epsilon_eq (dbl, projected (card, "C", "2023"), 22, 1e-12));
  cr_expect (isnan (projected (card, "C", "2022")), "no value");
}

Test (history, as_of_a_day_it_is_the_same, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_as_of (data_text, "2023-12-31");

  cr_expect (epsilon_eq (dbl, projected (card, "A", "2023-12-31"), 22, 1e-12));
  cr_expect (epsilon_eq (dbl, projected (card, "B", "2023-12-31"), 17.5, 1e-12));
  cr_expect (eq (dbl, get (card, "B", "2023-12-31", "a", KPI_COLUMN_REQUIRED),
                 4 + 26 * 2.0 / 9)); /* from the end of 2021 */
}

static gboolean
append (const char *bytes, gsize length, gpointer text, GError **error)
{
  (void)error;
  g_string_append_len (text, bytes, (gssize)length);
  return TRUE;
}

static char *
format (const KpiScorecard *card)
{
  GString *text = g_string_new (NULL);

  cr_assert (kpi_scorecard_write (card, KPI_FORMAT_CSV, NULL, append, text, NULL));
  return g_string_free (text, FALSE);
}

Test (history, what_is_observed_later_changes_nothing, .timeout = 10)
{
  g_autofree char *more =
      g_strconcat (data_text, "A,a,2024,99\nC,a,2024-01,50\nB,a,2025,0\n", NULL);
  g_autoptr (KpiScorecard) before = score_as_of (data_text, "2023-12-31");
  g_autoptr (KpiScorecard) after = score_as_of (more, "2023-12-31");
  g_autofree char *was = format (before), *is = format (after);

  cr_expect (eq (str, was, is));
}

/* What was computed outside `valid` long ago is of another day. */
Test (history, says_nothing_of_earlier_days, .timeout = 10)
{
  static const char model[] =
      "kpiscore: 1\nid: m\nindicators: {a: {measure: {sum: [b]}, "
      "valid: [0, 10], target: {at_least: 9, by: 2030, baseline: first}}}\n";
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (KpiScorecard) card = NULL;

  cr_assert (kpi_score_options_set_as_of (options, "2025-12-31", NULL));
  card = score_with (model, DATA "A,b,2020,11\nA,b,2021,1\nA,b,2025,5\n", options);
  cr_expect (eq (sz, kpi_findings_get_length (kpi_scorecard_get_findings (card)), 0));
  cr_expect (epsilon_eq (dbl, get (card, "A", "2025-12-31", "a", KPI_COLUMN_REQUIRED),
                         1 + 8 * 4.0 / 9, 1e-12));
}
