/* SPDX-License-Identifier: MIT */
/* Periods interned: each distinct one gets the next number, from 0. A period whose values were
 * published on several days is several: what a row says of time is one number. */
#pragma once

#include "base/period.h"

typedef struct _KpiPeriods KpiPeriods;

#define KPI_NO_PERIOD G_MAXUINT32 /* what an empty one of the KpiSlots holds */

KpiPeriods *_kpi_periods_new (void);
void _kpi_periods_free (KpiPeriods *periods);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpiPeriods, _kpi_periods_free)

/* The number of a period published on a day, 0 where that is not said; a new one if it was not seen
 * yet; KPI_NO_PERIOD if there is no memory. */
guint32 _kpi_periods_add (KpiPeriods *periods, const KpiPeriod *period, gint32 published);

guint32 _kpi_periods_length (const KpiPeriods *periods);

/* Puts the periods in order of frequency, start, end and day of publication, and forgets how to
 * find them; a list that nothing more is added to. Returns the rank of each number, to be freed;
 * NULL if there is no memory. */
guint32 *_kpi_periods_sort (KpiPeriods *periods);

/* The period of a number, or of a rank once they are sorted. */
const KpiPeriod *_kpi_periods_get (const KpiPeriods *periods, guint32 number);

/* The day on which it was published; 0 where that is not said. */
gint32 _kpi_periods_get_published (const KpiPeriods *periods, guint32 number);

/* Once they are sorted: the least rank of the same period, whenever published. */
guint32 _kpi_periods_get_first (const KpiPeriods *periods, guint32 rank);
