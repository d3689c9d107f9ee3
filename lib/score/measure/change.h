/* SPDX-License-Identifier: MIT */
/* Changes: the value of a period against that of an earlier one. */
#pragma once

#include "base/interval.h"
#include "model/model-private.h"

/* The period of the same frequency that lies a span earlier; FALSE where there is none: a quarter
 * before a year is no year. */
gboolean _kpi_change_get_before (const KpiMeasure *measure, const KpiPeriod *period,
                                 KpiPeriod *out_before);

/* The change from `before` to `now`; NaN where it is undefined. */
double _kpi_change_of (const KpiMeasure *measure, double now, double before);

/* All that the change can be. */
KpiInterval _kpi_change_interval (const KpiMeasure *measure, const KpiInterval *now,
                                  const KpiInterval *before);
