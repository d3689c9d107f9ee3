/* SPDX-License-Identifier: MIT */
/* Treating: the outliers of an indicator are brought in before it is scored. */
#pragma once

#include "method/treating.h"
#include "score/run/pool.h"

/* Treats a sheet whose gaps are filled; a run that learns hands over its values instead. FALSE if
 * there is no memory, or if the fit at hand is refused. */
gboolean _kpi_treat_indicator (KpiRun *run, const KpiIndicator *indicator, KpiSheet *sheet);

/* What a fit knows of the values of a pool of treating, and how they are treated. `values` learns
 * order, and is empty. FALSE as above. */
gboolean _kpi_treat_recall (const KpiPool *pool, KpiFitted *values, KpiTreated *out);
