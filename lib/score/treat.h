/* SPDX-License-Identifier: MIT */
/* Treating: the outliers of an indicator are brought in before it is scored. */
#ifndef KPI_TREAT_H
#define KPI_TREAT_H

#include "score/run.h"
#include "score/sheet.h"

/* Treats a sheet whose gaps are filled. FALSE if there is no memory. */
gboolean _kpi_treat_indicator (KpiRun *run, const KpiIndicator *indicator, KpiSheet *sheet);

#endif
