/* SPDX-License-Identifier: MIT */
/* Counts of what happens to items from day to day, by lane (an area under one filter): what had
 * happened by the end of a day is one look. */
#pragma once

#include "data/registers/cutoffs.h"
#include "data/registers/map.h"

typedef enum {
  KPI_EVENT_OPENED,
  KPI_EVENT_ON_TIME, /* closed by its due date, or without one */
  KPI_EVENT_LATE,    /* closed after it */
  KPI_EVENT_OVERDUE, /* the first day that it is open with its due date behind it */
  KPI_N_EVENTS
} KpiEvent;

typedef struct {
  KpiMap pages;
  KpiCutoffs cutoffs;
} KpiDailyCounts;

void _kpi_daily_counts_init (KpiDailyCounts *counts, KpiCutoffs cutoffs);
void _kpi_daily_counts_clear (KpiDailyCounts *counts);

/* Counts one event. FALSE if there is no memory. */
gboolean _kpi_daily_counts_add (KpiDailyCounts *counts, guint32 lane, gint32 day, KpiEvent event);

/* Ends the counting. FALSE if there is no memory. */
gboolean _kpi_daily_counts_finish (KpiDailyCounts *counts);

/* How many events there were by the end of a day, which is one of the cutoffs. */
void _kpi_daily_counts_get (const KpiDailyCounts *counts, guint32 lane, gint32 day,
                            guint32 out_counts[KPI_N_EVENTS]);
