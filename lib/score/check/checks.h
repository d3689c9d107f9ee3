/* SPDX-License-Identifier: MIT */
/* Checking the data: identities and parts, and jumps of an indicator. */
#pragma once

#include "score/run/run.h"
#include "score/run/sheet.h"

/* Warns of every area and period in which a check of the model fails. FALSE if there is no memory.
 */
gboolean _kpi_checks_run (KpiRun *run);

/* Warns of every value that lies further than `max_change` from that of the period before. */
void _kpi_checks_jumps (KpiRun *run, const KpiIndicator *indicator, const KpiSheet *sheet);
