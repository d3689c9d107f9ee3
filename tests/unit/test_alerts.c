/* SPDX-License-Identifier: MIT */
#include "alert-support.h"

static void
expect_row (const KpiListing *alerts, gsize row, const char *status, double value, double target,
            double required, const char *deadline, double days, double pace)
{
  const char *numbers[] = {"value", "target", "required", "days", "pace"};
  double expected[] = {value, target, required, days, pace};

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++) {
    double found = number_of (alerts, row, numbers[i]);

    gboolean same = isnan (expected[i]) ? isnan (found) : fabs (found - expected[i]) < 1e-9;

    cr_expect (same, "row %zu: %s is %.17g, not %.17g", row, numbers[i], found, expected[i]);
  }
  cr_expect (eq (str, (char *)text_of (alerts, row, "status"), (char *)status));
  cr_expect (eq (str, (char *)text_of (alerts, row, "deadline"), (char *)deadline));
  cr_expect (kpi_listing_get_kind (alerts, column_of (alerts, "days")) == KPI_LISTING_WHOLE);
}

/* The numbers of alert-support.h. */
Test (alerts, the_columns, .timeout = 10)
{
  double required = 100 * (2 + 181.0 / 365) / 4;
  g_autoptr (KpiScorecard) card = board_as_of (board, board_data, "2025-06-30");
  g_autoptr (KpiListing) alerts = alerts_of (card, NULL);

  cr_assert (eq (sz, kpi_listing_get_n_rows (alerts), 7));
  expect_row (alerts, 0, "missed", 60, 80, NAN, "2024-12-31", 181, NAN);
  expect_row (alerts, 1, "missed", 12, 10, NAN, "2025-03-31", 91, NAN);
  expect_row (alerts, 2, "moving_away", -5, 100, required, "2026-12-31", 549, -5 / required);
  expect_row (alerts, 3, "far_behind", 10, 100, required, "2026-12-31", 549, 10 / required);
  expect_row (alerts, 4, "behind", 50, 100, required, "2026-12-31", 549, 50 / required);
  expect_row (alerts, 5, "", 9, NAN, NAN, "", NAN, NAN);
  expect_row (alerts, 6, "no_target", 1, NAN, NAN, "", 2008, NAN);
  cr_expect (eq (str, (char *)text_of (alerts, 0, "period"), "2025-06-30"));
  cr_expect (eq (str, (char *)text_of (alerts, 5, "period"), "2024"), "that of its figures");
}

static gboolean
keep (const char *bytes, gsize length, gpointer out, GError **error)
{
  (void)error;
  g_string_append_len (out, bytes, (gssize)length);
  return TRUE;
}

static char *
csv_of (const KpiScorecard *card)
{
  GString *out = g_string_new (NULL);

  cr_assert (kpi_scorecard_write_alerts (card, KPI_FORMAT_CSV, NULL, keep, out, NULL));
  return g_string_free (out, FALSE);
}

/* `board_data` with a publishing day behind each row, and then what comes later: new figures, and
 * another vintage of those that were known. */
static char *
add_later_news (void)
{
  g_auto (GStrv) lines = g_strsplit (board_data, "\n", -1);
  GString *out = g_string_new ("area,series,period,value,published\n");

  for (gsize i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_string_append_printf (out, "%s,2025-01-31\n", lines[i]);
  g_string_append (out, "A,late,2024,80,2025-07-01\n" /* it was met after all */
                        "C,slow,2025,70,2026-01-31\n"
                        "A,old,2025,3,2026-01-31\n"
                        "B,total,2024,9,2025-07-01\n" /* the parts add up now */
                        "B,total,2025,7,2026-01-31\n");
  return g_string_free (out, FALSE);
}

/* Whatever is observed or published later, the list of a day stays as it was on that day. */
Test (alerts, a_day_is_replayed_byte_for_byte, .timeout = 10)
{
  g_autofree char *more = add_later_news ();
  g_autoptr (KpiScorecard) then = board_as_of (board, board_data, "2025-06-30");
  g_autoptr (KpiScorecard) replayed = board_as_of (board, more, "2025-06-30");
  g_autoptr (KpiScorecard) later = board_as_of (board, more, "2026-01-31");
  g_autofree char *before = csv_of (then), *after = csv_of (replayed), *another = csv_of (later);

  cr_expect (eq (str, before, after));
  cr_expect (ne (str, before, another), "or nothing was replayed");
}

Test (alerts, where_nothing_is_urgent_there_are_no_rows, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with ("kpiscore: 1\nid: m\nindicators: {x: {}}\n", "area,period,x\nA,2025,1\n", NULL);
  g_autoptr (KpiListing) alerts = kpi_scorecard_list_alerts (card, NULL, NULL);

  cr_expect (eq (sz, kpi_listing_get_n_rows (alerts), 0));
  cr_expect (eq (sz, kpi_listing_get_n_columns (alerts), 12));
}

/* By periods each shown period has its own: 2023 was missed 365 days after 2022, 2024 366 later. */
Test (alerts, of_a_run_by_periods_each_period_is_spoken_of, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with ("kpiscore: 1\nid: m\nindicators: {x: {target: {at_least: 5, by: 2022}}}\n",
                  "area,period,x\nA,2022,1\nA,2023,1\nA,2024,1\n", NULL);
  g_autoptr (KpiListing) alerts = alerts_of (card, NULL);

  cr_assert (eq (sz, kpi_listing_get_n_rows (alerts), 3));
  cr_expect (eq (str, (char *)text_of (alerts, 0, "period"), "2024"));
  cr_expect (eq (dbl, number_of (alerts, 0, "days"), 365 + 366));
  cr_expect (eq (dbl, number_of (alerts, 1, "days"), 365));
  cr_expect (eq (dbl, number_of (alerts, 2, "days"), 0), "the deadline's own day counts");
}

Test (alerts, kinds_are_listed, .timeout = 10)
{
  static const char *const kinds[] = {"overdue",       "moving_away", "behind",
                                      "contradictory", "stale",       NULL};

  cr_expect (g_strv_equal (kpi_alerts_get_kinds (), kinds));
}
