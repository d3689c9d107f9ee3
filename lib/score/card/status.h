/* SPDX-License-Identifier: MIT */
/* The status of an indicator: where it stands against its target. */
#ifndef KPI_STATUS_H
#define KPI_STATUS_H

#include "base/interval.h"
#include "model/model-private.h"

typedef enum {
  KPI_STATUS_NO_DATA,
  KPI_STATUS_NO_TARGET,
  KPI_STATUS_ACHIEVED,  /* met by all that the value can be */
  KPI_STATUS_UNDECIDED, /* met by some of it */
  KPI_STATUS_MISSED,    /* not met, and the deadline has come */
  KPI_STATUS_ON_TRACK,  /* not met, and there is time: how it goes */
  KPI_STATUS_BEHIND,
  KPI_STATUS_FAR_BEHIND,
  KPI_STATUS_MOVING_AWAY,
  KPI_STATUS_OPEN, /* not met, there is time, and nothing tells how it goes */
  KPI_N_STATUSES
} KpiStatus;

/* The first that applies. `value` is NULL where there is none, `target` where none holds; `now` is
 * the last day of the period, or the as-of day; `course` is what its course says of it where the
 * target is neither met nor missed, or where there is none: see pace.h. */
KpiStatus _kpi_status_of (const KpiInterval *value, const KpiTarget *target, gint32 now,
                          KpiStatus course);

const char *_kpi_status_get_name (KpiStatus status);

#endif
