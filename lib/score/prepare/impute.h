/* SPDX-License-Identifier: MIT */
/* Imputing: what stands in for the gaps of indicators. */
#pragma once

#include "score/run/run.h"
#include "score/run/sheet.h"

/* Fills the gaps of all indicators, all of which have been measured and screened. FALSE, and maybe
 * reported, if the fit at hand is refused or there is no memory. */
gboolean _kpi_impute (KpiRun *run, KpiSheet *sheets);
