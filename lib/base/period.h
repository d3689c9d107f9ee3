/* SPDX-License-Identifier: MIT */
/* Periods: every SDMX period, and date ranges. */
#pragma once

#include <glib.h>

/* From coarse to fine; a date range is a frequency of its own. */
typedef enum {
  KPI_FREQUENCY_YEAR,
  KPI_FREQUENCY_SEMESTER,
  KPI_FREQUENCY_TRIMESTER,
  KPI_FREQUENCY_QUARTER,
  KPI_FREQUENCY_MONTH,
  KPI_FREQUENCY_WEEK,
  KPI_FREQUENCY_DAY,
  KPI_FREQUENCY_RANGE,
  KPI_N_FREQUENCIES
} KpiFrequency;

/* How long their periods are, as in 1Y, and "range"; of those that a model may ask for by `every`,
 * which are all but the last. Both NULL-terminated, in the order of KpiFrequency. */
extern const char *const _kpi_frequency_names[];
extern const char *const _kpi_every_names[];

/* Days are counted in the proleptic Gregorian calendar, 0001-01-01 being day 1. */
typedef struct {
  gint32 start;
  gint32 end; /* the last day, itself included */
  KpiFrequency frequency;
} KpiPeriod;

/* Enough for any spelling, its NUL included. */
#define KPI_PERIOD_SIZE 24

#define KPI_LAST_DAY 3652059 /* 9999-12-31 */

/* Reads a period in any spelling: `2025`, `2025-A1`, `2025-S1`, `2025-T1`, `2025-Q1`, `2025-07`,
 * `2025-M07`, `2025-W07`, `2025-07-01`, `2025-D182`, or two of these with `/` between. On failure
 * `*out_why` says what was expected; it is never freed. */
gboolean _kpi_period_parse (const char *text, KpiPeriod *out_period, const char **out_why);

/* Reads a day, `2025-07-01` and nothing else. */
gboolean _kpi_day_parse (const char *text, gint32 *out_day);

/* The day of a date; FALSE if there is none such. */
gboolean _kpi_day_make (gint year, gint month, gint day, gint32 *out_day);

/* Writes the canonical spelling; returns its length. */
gsize _kpi_period_format (const KpiPeriod *period, char buffer[KPI_PERIOD_SIZE]);

/* The period that is one day. */
KpiPeriod _kpi_period_of_day (gint32 day);

/* The time at the end of a day, in years: the year, and the part of it gone by. 2025-12-31 is
 * 2026.0, 2025-06-30 is 2025 + 181/365. */
double _kpi_day_year (gint32 day);

/* The first day at whose end that time has come; 0 where no date spells it. */
gint32 _kpi_day_of_year (double time);

/* The day so many months after another, or before it where that is negative. The last day of a
 * month stays the last of a month, and a day that the other month lacks becomes its last. Beyond
 * the calendar it is KPI_LAST_DAY, before it 0. */
gint32 _kpi_day_add_months (gint32 day, gint32 months);

/* The period of a frequency in which a day lies; no date range is one. */
KpiPeriod _kpi_period_containing (gint32 day, KpiFrequency frequency);

/* Whether all days of `inner` lie in `outer`. */
gboolean _kpi_period_holds (const KpiPeriod *outer, const KpiPeriod *inner);

/* By start, then end, then frequency: the order of rows. */
gint _kpi_period_compare (const KpiPeriod *a, const KpiPeriod *b);

/* The same as sorts and searches call it. */
gint _kpi_period_order (gconstpointer a, gconstpointer b, gpointer unused);
