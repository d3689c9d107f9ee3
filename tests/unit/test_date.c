/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/period.h"
#include "data/registers/date.h"

/* Checks that a text is read as a day; NULL: that it is refused. */
static void
expect_day (const char *text, KpiDates dates, const char *expected)
{
  gint32 day = -1;
  gboolean read = _kpi_date_read (text, dates, &day);
  char found[KPI_PERIOD_SIZE];
  KpiPeriod period;

  cr_assert (eq (int, read, expected != NULL), "%s", text);
  if (!read) {
    cr_expect (eq (int, day, -1), "%s changed the day", text);
    return;
  }
  period = _kpi_period_of_day (day);
  _kpi_period_format (&period, found);
  cr_expect_str_eq (found, expected, "%s", text);
}

Test (date, iso, .timeout = 10)
{
  static const char *const right[] = {"2025-12-31",
                                      " 2025-12-31 ",
                                      "2025-12-31T23:59",
                                      "2025-12-31T23:59:60",
                                      "2025-12-31T08:30:15.123Z",
                                      "2025-12-31T08:30:15,5+07:00",
                                      "2025-12-31T08:30-0330",
                                      "2025-12-31T08:30+07",
                                      "2025-12-31 08:30"};
  static const char *const wrong[] = {"",           "2025-02-29",          "2025-13-01",
                                      "2025-00-10", "2025-04-31",          "25-12-31",
                                      "2025-1-31",  "2025-12-31x",         "2025-12-31T",
                                      "2025/12/31", "2025-12-31T24:00",    "2025-12-31T08",
                                      "31/12/2025", "2025-12-31T08:60",    "2025-12-31T08:30+07:60",
                                      "0000-01-01", "2025-12-31T8:30",     "2025-12-31 08:30 x",
                                      "2025-12",    "2025-12-31T08:30:15."};

  for (gsize i = 0; i < G_N_ELEMENTS (right); i++)
    expect_day (right[i], KPI_DATES_ISO, "2025-12-31");
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    expect_day (wrong[i], KPI_DATES_ISO, NULL);
  expect_day ("2024-02-29", KPI_DATES_ISO, "2024-02-29");
  expect_day ("0001-01-01", KPI_DATES_ISO, "0001-01-01");
  expect_day ("9999-12-31", KPI_DATES_ISO, "9999-12-31");
}

Test (date, day_month_year, .timeout = 10)
{
  static const char *const right[] = {"05/07/2025", "5/7/2025",         "05-07-2025",
                                      "05.07.2025", "05/07/2025 08:30", " 5.7.2025 08:30:01 "};
  static const char *const wrong[] = {"2025-07-05", "07/32/2025",  "05/07-2025",
                                      "05/07/25",   "05 07 2025",  "29/02/2025",
                                      "5//2025",    "05/07/20255", "05/07/2025T08:30"};

  for (gsize i = 0; i < G_N_ELEMENTS (right); i++)
    expect_day (right[i], KPI_DATES_DMY, "2025-07-05");
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    expect_day (wrong[i], KPI_DATES_DMY, NULL);
  expect_day ("29/02/2024", KPI_DATES_DMY, "2024-02-29");
}
