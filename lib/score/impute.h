/* SPDX-License-Identifier: MIT */
/* Imputing: what stands in for the gaps of an indicator. */
#ifndef KPI_IMPUTE_H
#define KPI_IMPUTE_H

#include "score/run.h"
#include "score/sheet.h"

/* Fills the gaps of one of the indicators, all of which have been measured and screened. FALSE if
 * there is no memory. */
gboolean _kpi_impute_indicator (KpiRun *run, gsize indicator, KpiSheet *sheets);

/* What was observed in a cell and may teach others; NaN where there is nothing. */
double _kpi_impute_observed (const KpiSheet *sheet, gsize cell);

/* Which cells of an indicator may be filled, by area; `fillable` has room for all areas. Parents
 * are not: they have what their children make of them. */
void _kpi_impute_mark_fillable (const KpiRun *run, const KpiIndicator *indicator,
                                const KpiSheet *sheet, gsize period, guint8 *fillable);

/* The same from the siblings of the same area: see impute-row.c. */
gboolean _kpi_impute_by_row (KpiRun *run, gsize indicator, KpiSheet *sheets);

#endif
