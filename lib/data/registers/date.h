/* SPDX-License-Identifier: MIT */
/* Dates of registers, as offices write them. */
#pragma once

#include <glib.h>

typedef enum {
  KPI_DATES_ISO, /* 2025-12-31 */
  KPI_DATES_DMY  /* 31/12/2025, 31-12-2025, 31.12.2025 */
} KpiDates;

/* Reads a date of that kind, blanks round it aside. A time of day may follow (`2025-12-31T08:30`,
 * `31/12/2025 08:30:15`), with a zone in ISO dates: the date part counts, as it is written. Days
 * are counted as in KpiPeriod. FALSE if `text` is no such date. */
gboolean _kpi_date_read (const char *text, KpiDates dates, gint32 *out_day);

/* What was expected, for messages. */
const char *_kpi_date_expected (KpiDates dates);
