/* SPDX-License-Identifier: MIT */
/* Imputing along time: from what one area had before and after, within a frequency. */
#pragma once

#include "score/run/run.h"
#include "score/run/sheet.h"

/* Fills the gaps of an indicator whose method looks along time. FALSE, and maybe reported, on
 * failure. */
gboolean _kpi_impute_along (KpiRun *run, const KpiIndicator *indicator, KpiSheet *sheet);
