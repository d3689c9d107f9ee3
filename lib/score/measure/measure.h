/* SPDX-License-Identifier: MIT */
/* Measuring: an indicator's values, with their bounds, from its series. */
#pragma once

#include "score/run/run.h"
#include "score/run/sheet.h"

/* Fills the slots, values and bounds of an empty sheet. FALSE if there is no memory; what the data
 * got wrong is among the findings. */
gboolean _kpi_measure_indicator (KpiRun *run, const KpiIndicator *indicator, KpiSheet *sheet);
