/* SPDX-License-Identifier: MIT */
/* The straight way of measuring: an indicator that is one series as it was observed. */
#pragma once

#include "score/run/run.h"
#include "score/run/sheet.h"

/* Fills an empty sheet with what the indicator's series holds, borrowed where it lies as the sheet
 * has it. `*out_done` is FALSE, and nothing has changed, if it takes more to measure it, or if some
 * value is not valid. FALSE if there is no memory. */
gboolean _kpi_straight_measure (const KpiRun *run, const KpiIndicator *indicator, KpiSheet *sheet,
                                gboolean *out_done);
