/* SPDX-License-Identifier: MIT */
#include "score-support.h"

static const char *const yearly = "kpiscore: 1\nid: m\nindicators: {x: {stale: 1Y}, y: {}}\n";

static KpiScorecard *
score_as_of (const char *yaml, const char *csv, const char *day)
{
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();

  cr_assert (kpi_score_options_set_as_of (options, day, NULL));
  return score_with (yaml, csv, options);
}

static KpiFlags
flags_of (const KpiScorecard *card, const char *area, const char *period, const char *node)
{
  g_autoptr (GError) error = NULL;
  gsize row;

  cr_assert (kpi_scorecard_find (card, area, period, node, &row, &error), "%s", error->message);
  return kpi_scorecard_get_flags (card, row);
}

/* What ended on 2023-12-31 may be a year old on 2024-12-31 and no longer on the day after. */
Test (stale, the_last_day_that_is_allowed_is_fresh, .timeout = 10)
{
  const char *csv = "area,series,period,value\nA,x,2023,5\nA,y,2025,1\n";
  g_autoptr (KpiScorecard) fresh = score_as_of (yearly, csv, "2024-12-31");
  g_autoptr (KpiScorecard) stale = score_as_of (yearly, csv, "2025-01-01");

  cr_expect (eq (int, flags_of (fresh, "A", "2024-12-31", "x"), 0));
  cr_expect (eq (sz, kpi_findings_get_length (kpi_scorecard_get_findings (fresh)), 0));
  cr_expect (eq (int, flags_of (stale, "A", "2025-01-01", "x"), KPI_FLAG_STALE));
  cr_expect (
      has_finding (kpi_scorecard_get_findings (stale),
                   ".csv:2:10: warning: indicators.x.stale: found no observation for A since "
                   "2023, expected a later one by 2025-01-01"));
}

/* By periods, now is the end of 2025, the last period with a value; 2030 was only asked for. The
 * mark stands on the latest observation, and not on those before it. */
Test (stale, by_periods_the_data_say_what_is_now, .timeout = 10)
{
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (KpiScorecard) card = NULL;

  for (gsize i = 0; i < 4; i++)
    cr_assert (kpi_score_options_add_period (
        options, (const char *[]){"2022", "2023", "2025", "2030"}[i], NULL));
  card = score_with (yearly, "area,period,x,y\nA,2022,4,1\nA,2023,5,1\nB,2025,7,1\nC,2025,,1\n",
                     options);
  cr_expect (eq (int, flags_of (card, "A", "2022", "x"), 0));
  cr_expect (eq (int, flags_of (card, "A", "2023", "x"), KPI_FLAG_STALE));
  cr_expect (eq (int, flags_of (card, "B", "2025", "x"), 0));
  cr_expect (eq (int, flags_of (card, "C", "2025", "x"), 0), "no data is not stale");
  cr_expect (has_finding (kpi_scorecard_get_findings (card),
                          "found no observation for A since 2023, expected a later one by "
                          "2025-12-31"));
  cr_expect (eq (sz, kpi_findings_get_length (kpi_scorecard_get_findings (card)), 1));
}

/* District D ended in 2024, and sends nothing any more. */
Test (stale, an_area_that_has_ended_is_not_stale, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with ("kpiscore: 1\nid: m\nareas: {D: {until: 2024-06-30}, E: {}}\n"
                  "indicators: {x: {stale: 6M}}\n",
                  "area,series,period,value\nD,x,2023,5\nE,x,2025,5\n", NULL);

  cr_expect (eq (sz, kpi_findings_get_length (kpi_scorecard_get_findings (card)), 0));
}

/* A parent is as fresh as the freshest of its children: 2024, while A stopped in 2020. */
Test (stale, what_is_rolled_up_is_as_fresh_as_its_children, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_as_of ("kpiscore: 1\nid: m\nareas: {P: {}, A: {parent: P}, B: {parent: P}}\n"
                   "indicators: {x: {stale: 1Y, rollup: mean}}\n",
                   "area,series,period,value\nA,x,2020,5\nB,x,2024,7\n", "2025-06-30");

  cr_expect (eq (int, flags_of (card, "A", "2025-06-30", "x"), KPI_FLAG_STALE));
  cr_expect (eq (int, flags_of (card, "B", "2025-06-30", "x"), 0));
  cr_expect (eq (int, flags_of (card, "P", "2025-06-30", "x"), KPI_FLAG_ROLLED_UP));
  expect_number (card, "P", "2025-06-30", "x", KPI_COLUMN_VALUE, 6);
}

Test (stale, a_register_is_never_old, .timeout = 10)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiModel) model =
      kpi_model_parse ("kpiscore: 1\nid: m\nregisters: {tasks: {}}\nindicators:\n"
                       "  x: {stale: 1Y, measure: {register: tasks, count: open}}\n",
                       -1, &error);

  cr_assert (model == NULL);
  cr_expect (has_finding (kpi_error_get_findings (error),
                          "indicators.x.stale: found it beside the count of a register"));
}
