/* SPDX-License-Identifier: MIT */
/* Values outside `valid`: whoever measures finds them, an observation or a count. */
#pragma once

#include "score/run/run.h"

/* Says that a value lies outside `valid`: of an observation an error, of what was computed by a
 * measure, from parts of an area or from parts of a period a warning. */
void _kpi_outside_report (KpiRun *run, const KpiIndicator *indicator, guint32 area,
                          const KpiPeriod *period, double value, gboolean is_observation,
                          KpiPlace place);
