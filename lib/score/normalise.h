/* SPDX-License-Identifier: MIT */
/* Normalising: an indicator's values to scores, with their bounds. */
#ifndef KPI_NORMALISE_H
#define KPI_NORMALISE_H

#include "score/run.h"
#include "score/sheet.h"

/* Fills the scores of a sheet that has values. FALSE if there is no memory. */
gboolean _kpi_normalise_indicator (KpiRun *run, const KpiIndicator *indicator, KpiSheet *sheet);

#endif
