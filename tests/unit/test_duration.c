/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/duration.h"

static KpiDuration
duration (const char *text)
{
  KpiDuration found;

  cr_assert (_kpi_duration_parse (text, &found), "%s", text);
  return found;
}

static gint32
day (const char *text)
{
  gint32 number;

  cr_assert (_kpi_day_parse (text, &number), "%s", text);
  return number;
}

Test (duration, counts_months_or_days, .timeout = 10)
{
  static const struct {
    const char *text;
    gint32 months, days;
  } cases[] = {{"2Y", 24, 0}, {"1Q", 3, 0},   {"6M", 6, 0},
               {"4W", 0, 28}, {"30D", 0, 30}, {"9999Y", 119988, 0}};

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    KpiDuration found = duration (cases[i].text);

    cr_expect (eq (i32, found.months, cases[i].months), "%s", cases[i].text);
    cr_expect (eq (i32, found.days, cases[i].days), "%s", cases[i].text);
  }
}

Test (duration, refuses_what_is_none, .timeout = 10)
{
  static const char *const texts[] = {"",    "Y",   "2",    "0Y", "02Y",    "2y",  "2 Y",
                                      "-2Y", "2YM", "1.5Y", "2S", "10000Y", " 2Y", "P2Y"};
  KpiDuration found;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    cr_expect (not(_kpi_duration_parse (texts[i], &found)), "%s", texts[i]);
}

/* By the calendar: the end of a month stays one, and a day that is missing is the last there. */
Test (duration, reaches_by_the_calendar, .timeout = 10)
{
  static const struct {
    const char *from, *length, *to;
  } cases[] = {{"2023-12-31", "2Y", "2025-12-31"}, {"2025-02-28", "1M", "2025-03-31"},
               {"2024-02-28", "1M", "2024-03-28"}, {"2024-02-29", "1Y", "2025-02-28"},
               {"2025-01-30", "1M", "2025-02-28"}, {"2025-11-14", "1Q", "2026-02-14"},
               {"2025-12-30", "2D", "2026-01-01"}, {"2025-12-31", "1W", "2026-01-07"},
               {"9999-01-31", "2Y", "9999-12-31"}, {"9999-12-30", "30D", "9999-12-31"}};

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    KpiDuration length = duration (cases[i].length);

    cr_expect (eq (i32, _kpi_duration_reach (&length, day (cases[i].from)), day (cases[i].to)),
               "%s and %s", cases[i].from, cases[i].length);
  }
}

Test (duration, names_the_frequency_of_its_length, .timeout = 10)
{
  static const struct {
    const char *text;
    KpiFrequency frequency;
  } cases[] = {{"1Y", KPI_FREQUENCY_YEAR},     {"12M", KPI_FREQUENCY_YEAR},
               {"6M", KPI_FREQUENCY_SEMESTER}, {"4M", KPI_FREQUENCY_TRIMESTER},
               {"1Q", KPI_FREQUENCY_QUARTER},  {"3M", KPI_FREQUENCY_QUARTER},
               {"1M", KPI_FREQUENCY_MONTH},    {"1W", KPI_FREQUENCY_WEEK},
               {"7D", KPI_FREQUENCY_WEEK},     {"1D", KPI_FREQUENCY_DAY}};
  KpiFrequency found;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    KpiDuration length = duration (cases[i].text);

    cr_expect (_kpi_duration_get_frequency (&length, &found));
    cr_expect (eq (int, found, cases[i].frequency), "%s", cases[i].text);
  }
  cr_expect (not(_kpi_duration_get_frequency (&(KpiDuration){.months = 24}, &found)));
  cr_expect (not(_kpi_duration_get_frequency (&(KpiDuration){.days = 30}, &found)));
}
