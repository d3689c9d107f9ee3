/* SPDX-License-Identifier: MIT */
/* The status of an indicator: where it stands against its target. */
#pragma once

#include <kpiscore/scorecard.h>

#include "base/interval.h"
#include "model/model-private.h"

/* The first that applies. `value` is NULL where there is none, `target` where none holds; `now` is
 * the last day of the period, or the as-of day; `course` is what its course says of it where the
 * target is neither met nor missed, or where there is none: see pace.h. */
KpiStatus _kpi_status_of (const KpiInterval *value, const KpiTarget *target, gint32 now,
                          KpiStatus course);
