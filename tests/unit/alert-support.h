/* SPDX-License-Identifier: MIT */
/* What the tests of alerts share: a board with one alert of each kind, as of 2025-06-30.
 *
 * late    at least 80 by 2024, 60 in 2024: missed 181 days ago (31 + 28 + 31 + 30 + 31 + 30).
 * later   at most 10 by 2025-03-31, 12 in 2024: missed 91 days ago (30 + 31 + 30).
 * slow    at least 100 by 2026 from 0 in 2022. Time goes from 2023.0 to 2027.0; now is 2025 +
 * 181/365, so that 100 * (2 + 181/365) / 4 = 62.397260... is required. A has 50: pace 0.8013,
 * behind; B has 10: 0.1603, far behind; C has -5: -0.0801, moving away. 549 days are left (184 +
 * 365). old     of 2019, where 2Y are allowed: 366 + 3 * 365 + 366 + 181 = 2008 days ago. total is
 * given as 10, and its parts are 4 and 5. */
#ifndef KPI_TEST_ALERT_SUPPORT_H
#define KPI_TEST_ALERT_SUPPORT_H

#include "score-support.h"

static const char *const board G_GNUC_UNUSED =
    "kpiscore: 1\nid: m\nareas: {A: {title: {en: Alpha, vi: An}}, B: {}, C: {}}\nindicators:\n"
    "  late: {unit: '%', target: {at_least: 80, by: 2024}}\n"
    "  later: {target: {at_most: 10, by: 2025-03-31}}\n"
    "  slow: {target: {at_least: 100, by: 2026, baseline: {value: 0, at: 2022}}}\n"
    "  old: {stale: 2Y}\n"
    "  total: {}\n"
    "checks: [{sum: [city, commune], equals: total}]\n";

static const char *const board_data G_GNUC_UNUSED =
    "area,series,period,value\n"
    "A,late,2024,60\nA,later,2024,12\nB,late,2024,90\n"
    "A,slow,2024,50\nB,slow,2024,10\nC,slow,2024,-5\n"
    "A,old,2019,1\nB,old,2024,1\n"
    "B,total,2024,10\nB,city,2024,4\nB,commune,2024,5\n";

static inline KpiScorecard *
board_as_of (const char *yaml, const char *csv, const char *day)
{
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();

  cr_assert (kpi_score_options_set_as_of (options, day, NULL));
  return score_with (yaml, csv, options);
}

static inline KpiListing *
alerts_of (const KpiScorecard *card, const char *language)
{
  g_autoptr (GError) error = NULL;
  KpiListing *alerts = kpi_scorecard_list_alerts (card, language, &error);

  cr_assert (alerts != NULL, "%s", error->message);
  return alerts;
}

static inline gsize
column_of (const KpiListing *alerts, const char *name)
{
  for (gsize c = 0; c < kpi_listing_get_n_columns (alerts); c++)
    if (g_str_equal (kpi_listing_get_column_name (alerts, c), name))
      return c;
  cr_fatal ("no column %s", name);
}

static inline const char *
text_of (const KpiListing *alerts, gsize row, const char *column)
{
  return kpi_listing_get_text (alerts, row, column_of (alerts, column));
}

static inline double
number_of (const KpiListing *alerts, gsize row, const char *column)
{
  return kpi_listing_get_number (alerts, row, column_of (alerts, column));
}

/* "overdue A late; behind A slow" */
static inline char *
brief (const KpiListing *alerts)
{
  GString *out = g_string_new (NULL);

  for (gsize row = 0; row < kpi_listing_get_n_rows (alerts); row++)
    g_string_append_printf (out, "%s%s %s %s", row > 0 ? "; " : "", text_of (alerts, row, "alert"),
                            text_of (alerts, row, "area"), text_of (alerts, row, "node"));
  return g_string_free (out, FALSE);
}

#define expect_alerts(alerts, expected)                                                            \
  do {                                                                                             \
    g_autofree char *found = brief (alerts);                                                       \
    cr_expect (eq (str, found, expected));                                                         \
  } while (0)

#endif
