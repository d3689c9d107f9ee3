/* SPDX-License-Identifier: MIT */
/* What the registers of a run are asked: which items are counted, and by which days. */
#pragma once

#include "score/run/registers.h"

/* Sets the filters of all shown indicators that count items. FALSE if there is no memory. */
gboolean _kpi_register_filters_set (KpiRun *run);

/* Sets the days that may be asked for. FALSE if there is no memory. */
gboolean _kpi_register_cutoffs_set (KpiRun *run);
