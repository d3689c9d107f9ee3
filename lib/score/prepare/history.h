/* SPDX-License-Identifier: MIT */
/* History: what had been observed of an indicator before, where baselines and forecasts ask. */
#pragma once

#include "score/run/run.h"
#include "score/run/sheet.h"

/* Fills the first observations and the trends of a sheet that has values. FALSE if there is no
 * memory. */
gboolean _kpi_history_indicator (KpiRun *run, const KpiIndicator *indicator, KpiSheet *sheet);
