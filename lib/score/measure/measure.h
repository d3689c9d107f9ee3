/* SPDX-License-Identifier: MIT */
/* Measuring: an indicator's values, with their bounds, from its series. */
#ifndef KPI_MEASURE_STEP_H
#define KPI_MEASURE_STEP_H

#include "score/run/run.h"
#include "score/run/sheet.h"

/* Fills the slots, values and bounds of an empty sheet. FALSE if there is no memory; what the data
 * got wrong is among the findings. */
gboolean _kpi_measure_indicator (KpiRun *run, const KpiIndicator *indicator, KpiSheet *sheet);

/* Says that a value lies outside `valid`: of an observation an error, of what was computed by a
 * measure, from parts of an area or from parts of a period a warning. */
void _kpi_measure_report_outside (KpiRun *run, const KpiIndicator *indicator, guint32 area,
                                  const KpiPeriod *period, double value, gboolean is_observation,
                                  KpiPlace place);

#endif
