/* SPDX-License-Identifier: MIT */
/* Durations: `2Y`, `1Q`, `6M`, `4W`, `30D`. */
#pragma once

#include "base/period.h"

/* Of the two one is 0: how many days a month has depends on the month. */
typedef struct {
  gint32 months;
  gint32 days;
} KpiDuration;

static inline gboolean
_kpi_duration_is_said (const KpiDuration *duration)
{
  return duration->months > 0 || duration->days > 0;
}

/* Reads a whole number from 1 to 9999, without leading zeros, and a unit: Y, Q, M, W or D. */
gboolean _kpi_duration_parse (const char *text, KpiDuration *out_duration);

/* The last day that is no more than a duration after `day`, within the calendar. What ends with a
 * month stays at the end of months: a month after February is all of March. */
gint32 _kpi_duration_reach (const KpiDuration *duration, gint32 day);

/* The frequency whose periods are that long: `1Y` is a year, `3M` a quarter. FALSE if there is
 * none.
 */
gboolean _kpi_duration_get_frequency (const KpiDuration *duration, KpiFrequency *out_frequency);
