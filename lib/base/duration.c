/* SPDX-License-Identifier: MIT */
/* Durations.
 *
 * Always true: one is longer than nothing. A year is 12 months and a week 7 days, so that only the
 * two are counted. */

#include "base/duration.h"

#define MAX_DIGITS 4

static const struct {
  char letter;
  gint8 months;
  gint8 days;
} units[] = {{'Y', 12, 0}, {'Q', 3, 0}, {'M', 1, 0}, {'W', 0, 7}, {'D', 0, 1}};

gboolean
_kpi_duration_parse (const char *text, KpiDuration *out_duration)
{
  const char *at = text;
  gint32 n = 0;

  for (; g_ascii_isdigit (*at) && at - text < MAX_DIGITS; at++)
    n = n * 10 + (*at - '0');
  if (*text == '0' || n == 0 || at[0] == '\0' || at[1] != '\0')
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (units[i].letter == *at) {
      *out_duration = (KpiDuration){n * units[i].months, n * units[i].days};
      return TRUE;
    }
  return FALSE;
}

gint32
_kpi_duration_reach (const KpiDuration *duration, gint32 day)
{
  if (duration->months > 0)
    return _kpi_day_add_months (day, duration->months);
  return MIN (day + duration->days, KPI_LAST_DAY);
}

gboolean
_kpi_duration_get_frequency (const KpiDuration *duration, KpiFrequency *out_frequency)
{
  static const struct {
    KpiDuration duration;
    KpiFrequency frequency;
  } lengths[] = {{{12, 0}, KPI_FREQUENCY_YEAR},     {{6, 0}, KPI_FREQUENCY_SEMESTER},
                 {{4, 0}, KPI_FREQUENCY_TRIMESTER}, {{3, 0}, KPI_FREQUENCY_QUARTER},
                 {{1, 0}, KPI_FREQUENCY_MONTH},     {{0, 7}, KPI_FREQUENCY_WEEK},
                 {{0, 1}, KPI_FREQUENCY_DAY}};

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    if (lengths[i].duration.months == duration->months &&
        lengths[i].duration.days == duration->days) {
      *out_frequency = lengths[i].frequency;
      return TRUE;
    }
  return FALSE;
}
