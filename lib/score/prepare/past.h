/* SPDX-License-Identifier: MIT */
/* The past: what had been observed of an indicator before.
 *
 * A run by periods has it in its own sheet. A run as of a day knows one value an area, so that what
 * had ended before is measured again, period by period. */
#pragma once

#include "score/run/run.h"
#include "score/run/sheet.h"

/* An indicator measured again. Nobody hears of what is wrong with it: it is not of that day. */
typedef struct {
  KpiRun run; /* by periods: all that had ended by the as-of day */
  KpiSheet sheet;
} KpiPast;

/* Measures an indicator of a run as of a day again, within the limit on cells. FALSE, and said
 * among the run's findings where that limit is passed, on failure; clear it either way. */
gboolean _kpi_past_measure (KpiPast *past, KpiRun *run, const KpiIndicator *indicator);
void _kpi_past_clear (KpiPast *past);

/* A period in which an indicator has values of its own. */
typedef struct {
  gsize period; /* of the run */
  gint32 end;
  gsize row; /* its first cell */
} KpiMoment;

typedef enum { KPI_LONGEST_FIRST, KPI_SHORTEST_FIRST } KpiMomentOrder;

/* The moments of some frequencies (a bit each) by their ends, and of those that end together the
 * longest or the shortest first; an array of the arena, NULL if there is no memory. */
KpiMoment *_kpi_moments_new (KpiArena *arena, const KpiRun *run, const KpiSheet *sheet,
                             guint frequencies, KpiMomentOrder order, gsize *out_n);
