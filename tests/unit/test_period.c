/* SPDX-License-Identifier: MIT */
/* GLib's GDate, which counts days from 0001-01-01 too, is the independent calendar. */
#include <math.h>
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/period.h"

#define LAST_DAY 3652059 /* 9999-12-31: 9999 years of 365 days and 2424 leap days */
#define CYCLE 146097     /* days in 400 years, a whole number of weeks */

static gint32
day_of (gint year, gint month, gint day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  return (gint32)g_date_get_julian (&date);
}

/* Checks that `text` is read as the days given and written as `canonical`. */
static void
expect_period (const char *text, const char *canonical, gint32 start, gint32 end,
               KpiFrequency frequency)
{
  char buffer[KPI_PERIOD_SIZE];
  KpiPeriod period = {0};
  const char *why;

  cr_assert (_kpi_period_parse (text, &period, &why), "%s is a period", text);
  cr_expect (eq (i32, period.start, start), "%s starts on day %d", text, period.start);
  cr_expect (eq (i32, period.end, end), "%s ends on day %d", text, period.end);
  cr_expect (eq (int, (int)period.frequency, (int)frequency), "%s", text);
  cr_expect (eq (sz, _kpi_period_format (&period, buffer), strlen (canonical)));
  cr_expect (eq (str, buffer, (char *)canonical));
}

Test (period, parts_of_a_year, .timeout = 10)
{
  expect_period ("2025", "2025", day_of (2025, 1, 1), day_of (2025, 12, 31), KPI_FREQUENCY_YEAR);
  expect_period ("2025-A1", "2025", day_of (2025, 1, 1), day_of (2025, 12, 31), KPI_FREQUENCY_YEAR);
  expect_period ("2025-S2", "2025-S2", day_of (2025, 7, 1), day_of (2025, 12, 31),
                 KPI_FREQUENCY_SEMESTER);
  expect_period ("2025-T2", "2025-T2", day_of (2025, 5, 1), day_of (2025, 8, 31),
                 KPI_FREQUENCY_TRIMESTER);
  expect_period ("2025-Q3", "2025-Q3", day_of (2025, 7, 1), day_of (2025, 9, 30),
                 KPI_FREQUENCY_QUARTER);
  expect_period ("2025-11", "2025-11", day_of (2025, 11, 1), day_of (2025, 11, 30),
                 KPI_FREQUENCY_MONTH);
  expect_period ("2025-M07", "2025-07", day_of (2025, 7, 1), day_of (2025, 7, 31),
                 KPI_FREQUENCY_MONTH);
  expect_period ("2025-W07", "2025-W07", day_of (2025, 2, 10), day_of (2025, 2, 16),
                 KPI_FREQUENCY_WEEK);
  expect_period ("2025-11-14", "2025-11-14", day_of (2025, 11, 14), day_of (2025, 11, 14),
                 KPI_FREQUENCY_DAY);
  expect_period ("2025-D182", "2025-07-01", day_of (2025, 7, 1), day_of (2025, 7, 1),
                 KPI_FREQUENCY_DAY);
}

Test (period, leap_years, .timeout = 10)
{
  expect_period ("2024-02", "2024-02", day_of (2024, 2, 1), day_of (2024, 2, 29),
                 KPI_FREQUENCY_MONTH);
  expect_period ("2000-02-29", "2000-02-29", day_of (2000, 2, 29), day_of (2000, 2, 29),
                 KPI_FREQUENCY_DAY);
  expect_period ("2024-D366", "2024-12-31", day_of (2024, 12, 31), day_of (2024, 12, 31),
                 KPI_FREQUENCY_DAY);
}

Test (period, ranges, .timeout = 10)
{
  expect_period ("2025-07-01/2025-11-12", "2025-07-01/2025-11-12", day_of (2025, 7, 1),
                 day_of (2025, 11, 12), KPI_FREQUENCY_RANGE);
  expect_period ("2020/2025", "2020-01-01/2025-12-31", day_of (2020, 1, 1), day_of (2025, 12, 31),
                 KPI_FREQUENCY_RANGE);
  expect_period ("2025-Q2/2025-W27", "2025-04-01/2025-07-06", day_of (2025, 4, 1),
                 day_of (2025, 7, 6), KPI_FREQUENCY_RANGE);
  expect_period ("2025-07-01/2025-07-01", "2025-07-01/2025-07-01", day_of (2025, 7, 1),
                 day_of (2025, 7, 1), KPI_FREQUENCY_RANGE);
}

/* Checks that `text` is refused, and that `expected` is part of what the reader is told. */
static void
expect_refused (const char *text, const char *expected)
{
  KpiPeriod period = {1, 2, KPI_FREQUENCY_WEEK};
  const char *why = NULL;

  cr_assert (not(_kpi_period_parse (text, &period, &why)), "%s is no period", text);
  cr_expect (why != NULL && strstr (why, expected) != NULL, "%s: %s", text, why);
  cr_expect (period.start == 1 && period.end == 2, "%s changed the outcome", text);
}

Test (period, what_does_not_exist, .timeout = 10)
{
  static const char *const absent[] = {
      "2025-S3",    "2025-S0",     "2025-T4",     "2025-Q5",     "2025-Q0",    "2025-13",
      "2025-00",    "2025-M13",    "2025-02-30",  "2025-02-29",  "1900-02-29", "2025-04-31",
      "2025-01-00", "2025-W53",    "2025-W00",    "2024-W53",    "2025-D366",  "2025-D000",
      "2025-A2",    "2025-X1",     "2025-",       "2025-1",      "2025-7-01",  "2025-Q03",
      "2025-W7",    "2025-D82",    "2025-07-1",   "2025-07-011", "2025-q3",    "2025-07 ",
      "2025-M7",    "2025-07-01/", "2025/2025-Q5"};

  for (gsize i = 0; i < G_N_ELEMENTS (absent); i++) {
    KpiPeriod period;
    const char *why = NULL;

    cr_expect (not(_kpi_period_parse (absent[i], &period, &why)), "%s does not exist", absent[i]);
    cr_expect (why != NULL, "%s: no reason", absent[i]);
  }
}

Test (period, why_it_is_refused, .timeout = 10)
{
  expect_refused ("", "such as 2025");
  expect_refused ("25", "such as 2025");
  expect_refused (" 2025", "such as 2025");
  expect_refused ("2025/Q3", "such as 2025");
  expect_refused ("2025Q3", "such as 2025");
  expect_refused ("20255", "such as 2025");
  expect_refused ("2025/2026/2027", "such as 2025");
  expect_refused ("2025-Q5", "a period that exists");
  expect_refused ("2025-07-01T08:30", "without a time");
  expect_refused ("2025-11-12/2025-07-01", "ends after it starts");
  expect_refused ("0000", "0001 to 9999");
  /* That week ends on a day of the year 10000, which has no spelling. */
  expect_refused ("9999/9999-W52", "0001 to 9999");
}

Test (period, iso_years_with_53_weeks, .timeout = 10)
{
  /* A year has a week 53 if it starts on a Thursday, or on a Wednesday and is a leap year. */
  expect_period ("2020-W53", "2020-W53", day_of (2020, 12, 28), day_of (2021, 1, 3),
                 KPI_FREQUENCY_WEEK);
  expect_period ("2026-W53", "2026-W53", day_of (2026, 12, 28), day_of (2027, 1, 3),
                 KPI_FREQUENCY_WEEK);
  expect_period ("2025-W01", "2025-W01", day_of (2024, 12, 30), day_of (2025, 1, 5),
                 KPI_FREQUENCY_WEEK);
  expect_period ("0001-W01", "0001-W01", 1, 7, KPI_FREQUENCY_WEEK);
}

/* Checks a day's spelling, there and back. */
static void
expect_day (gint32 day)
{
  char expected[KPI_PERIOD_SIZE], buffer[KPI_PERIOD_SIZE];
  KpiPeriod period = _kpi_period_of_day (day);
  gint32 back = 0;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32)day);
  g_snprintf (expected, sizeof expected, "%04d-%02d-%02d", g_date_get_year (&date),
              g_date_get_month (&date), g_date_get_day (&date));
  _kpi_period_format (&period, buffer);
  if (strcmp (buffer, expected) != 0 || !_kpi_day_parse (buffer, &back) || back != day)
    cr_fatal ("day %d is %s, expected %s", day, buffer, expected);
}

/* The calendar comes round every 400 years: the first such cycle, and the last. */
Test (period, days_are_spelt_as_in_gdate, .timeout = 60)
{
  for (gint32 day = 1; day <= CYCLE; day++) {
    expect_day (day);
    expect_day (LAST_DAY + 1 - day);
  }
}

Test (period, weeks_are_numbered_as_in_gdate, .timeout = 60)
{
  for (gint32 monday = 1; monday <= CYCLE; monday += 7) {
    KpiPeriod period = {monday, monday + 6, KPI_FREQUENCY_WEEK}, back = {0};
    char buffer[KPI_PERIOD_SIZE];
    const char *why;
    GDate date;

    g_date_clear (&date, 1);
    g_date_set_julian (&date, (guint32)monday);
    _kpi_period_format (&period, buffer);
    if ((guint)atoi (buffer + 6) != g_date_get_iso8601_week_of_year (&date) ||
        !_kpi_period_parse (buffer, &back, &why) || _kpi_period_compare (&back, &period) != 0)
      cr_fatal ("the week of day %d is %s", monday, buffer);
  }
}

Test (period, days_alone_are_dates, .timeout = 10)
{
  gint32 day = 7;

  cr_expect (_kpi_day_parse ("2025-07-01", &day));
  cr_expect (eq (i32, day, day_of (2025, 7, 1)));
  cr_expect (not(_kpi_day_parse ("2025-D182", &day)));
  cr_expect (not(_kpi_day_parse ("2025-07", &day)));
  cr_expect (not(_kpi_day_parse ("2025-02-30", &day)));
  cr_expect (not(_kpi_day_parse ("2025-07-01 ", &day)));
  cr_expect (not(_kpi_day_parse ("", &day)));
  cr_expect (eq (i32, day, day_of (2025, 7, 1)), "a failure changed the outcome");
}

Test (period, time_is_the_year_and_the_part_of_it_gone_by, .timeout = 10)
{
  cr_expect (eq (dbl, _kpi_day_year (day_of (2025, 12, 31)), 2026.0));
  cr_expect (eq (dbl, _kpi_day_year (day_of (2025, 6, 30)), 2025 + 181.0 / 365));
  cr_expect (eq (dbl, _kpi_day_year (day_of (2024, 6, 30)), 2024 + 182.0 / 366)); /* a leap year */
  cr_expect (eq (dbl, _kpi_day_year (1), 1 + 1.0 / 365));
}

Test (period, a_time_is_a_day_again, .timeout = 60)
{
  for (gint32 day = 1; day <= CYCLE; day += 13)
    if (_kpi_day_of_year (_kpi_day_year (day)) != day)
      cr_fatal ("day %d is not %d", day, _kpi_day_of_year (_kpi_day_year (day)));
  cr_expect (eq (i32, _kpi_day_of_year (2026.0), day_of (2025, 12, 31)));
  cr_expect (eq (i32, _kpi_day_of_year (nextafter (2026, 0)), day_of (2025, 12, 31)));
  cr_expect (eq (i32, _kpi_day_of_year (nextafter (2026, 9999)), day_of (2025, 12, 31)));
  cr_expect (eq (i32, _kpi_day_of_year (2026.001), day_of (2026, 1, 1)));
  cr_expect (eq (i32, _kpi_day_of_year (10000), day_of (9999, 12, 31)));
  cr_expect (eq (i32, _kpi_day_of_year (10000.1), 0));
  cr_expect (eq (i32, _kpi_day_of_year (1), 0));
  cr_expect (eq (i32, _kpi_day_of_year (NAN), 0));
}

Test (period, rows_go_by_start_then_end_then_frequency, .timeout = 10)
{
  static const char *const sorted[] = {
      "2024",   "2025-01-01", "2025-01", "2025-Q1", "2025-S1", "2025", "2025-01-01/2025-12-31",
      "2025-02"};

  for (gsize i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (sorted); j++) {
      KpiPeriod a, b;
      const char *why;
      gint order;

      _kpi_period_parse (sorted[i], &a, &why);
      _kpi_period_parse (sorted[j], &b, &why);
      order = _kpi_period_compare (&a, &b);
      order = (order > 0) - (order < 0);
      cr_expect (eq (int, order, (i > j) - (i < j)), "%s, %s", sorted[i], sorted[j]);
    }
}

Test (period, of_a_frequency_contains_a_day, .timeout = 10)
{
  static const struct {
    const char *day, *period;
    KpiFrequency frequency;
  } cases[] = {{"2025-11-14", "2025", KPI_FREQUENCY_YEAR},
               {"2025-06-30", "2025-S1", KPI_FREQUENCY_SEMESTER},
               {"2025-09-01", "2025-T3", KPI_FREQUENCY_TRIMESTER},
               {"2025-03-31", "2025-Q1", KPI_FREQUENCY_QUARTER},
               {"2024-02-29", "2024-02", KPI_FREQUENCY_MONTH},
               {"2024-12-30", "2025-W01", KPI_FREQUENCY_WEEK},
               {"2025-11-14", "2025-11-14", KPI_FREQUENCY_DAY}};

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    KpiPeriod found, day;
    const char *why;
    char text[KPI_PERIOD_SIZE];

    cr_assert (_kpi_period_parse (cases[i].day, &day, &why));
    found = _kpi_period_containing (day.start, cases[i].frequency);
    _kpi_period_format (&found, text);
    cr_expect (eq (str, text, (char *)cases[i].period));
    cr_expect (_kpi_period_holds (&found, &day));
    cr_expect (eq (int, _kpi_period_holds (&day, &found), found.start == found.end));
  }
}

Test (period, months_are_added_by_the_calendar, .timeout = 10)
{
  static const struct {
    const char *from;
    gint32 months;
    const char *to;
  } cases[] = {{"2025-01-31", 1, "2025-02-28"},
               {"2025-03-31", -1, "2025-02-28"},
               {"2025-02-28", -12, "2024-02-29"},
               {"2025-11-14", 2, "2026-01-14"},
               {"2025-01-30", 13, "2026-02-28"}};
  gint32 from, to;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    cr_assert (_kpi_day_parse (cases[i].from, &from) && _kpi_day_parse (cases[i].to, &to));
    cr_expect (eq (i32, _kpi_day_add_months (from, cases[i].months), to), "%s", cases[i].from);
  }
  cr_expect (eq (i32, _kpi_day_add_months (1, -1), 0));
  cr_expect (eq (i32, _kpi_day_add_months (KPI_LAST_DAY, 1), KPI_LAST_DAY));
}
