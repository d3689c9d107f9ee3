/* SPDX-License-Identifier: MIT */
/* Counts of what happens to items from day to day, by lane (an area under one filter): what had
 * happened by the end of a day is one look. */
#ifndef KPI_DIARY_H
#define KPI_DIARY_H

#include "data/cuts.h"
#include "data/keyed.h"

typedef enum {
  KPI_EVENT_OPENED,
  KPI_EVENT_ON_TIME, /* closed by its due date, or without one */
  KPI_EVENT_LATE,    /* closed after it */
  KPI_EVENT_OVERDUE, /* the first day that it is open with its due date behind it */
  KPI_N_EVENTS
} KpiEvent;

typedef struct {
  KpiKeyed pages;
  KpiCuts cuts;
} KpiDiary;

void _kpi_diary_init (KpiDiary *diary, KpiCuts cuts);
void _kpi_diary_clear (KpiDiary *diary);

/* Counts one event. FALSE if there is no memory. */
gboolean _kpi_diary_add (KpiDiary *diary, guint32 lane, gint32 day, KpiEvent event);

/* Ends the counting. FALSE if there is no memory. */
gboolean _kpi_diary_finish (KpiDiary *diary);

/* How many events there were by the end of a day, which is one of the cuts. */
void _kpi_diary_get (const KpiDiary *diary, guint32 lane, gint32 day,
                     guint32 out_counts[KPI_N_EVENTS]);

#endif
