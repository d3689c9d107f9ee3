/* SPDX-License-Identifier: MIT */
/* Imputing: what stands in for the gaps of an indicator. */
#ifndef KPI_IMPUTE_H
#define KPI_IMPUTE_H

#include "score/run/run.h"
#include "score/run/sheet.h"

/* Fills the gaps of one of the indicators, all of which have been measured and screened. FALSE if
 * there is no memory. */
gboolean _kpi_impute_indicator (KpiRun *run, gsize indicator, KpiSheet *sheets);

/* What was observed in a cell and may teach others; NaN where there is nothing. */
double _kpi_impute_observed (const KpiSheet *sheet, gsize cell);

/* Which cells of an indicator may be filled, by area; `fillable` has room for all areas. Parents
 * are not: they have what their children make of them. */
void _kpi_impute_mark_fillable (const KpiRun *run, const KpiIndicator *indicator,
                                const KpiSheet *sheet, gsize period, guint8 *fillable);

/* Puts a number into a gap; NaN leaves it one. FALSE if there is no memory. */
gboolean _kpi_impute_fill (KpiSheet *sheet, gsize cell, double value);

/* By area: the class of areas that an indicator's gaps are filled from, a level or a group. */
const guint32 *_kpi_impute_classes (const KpiRun *run, const KpiIndicator *indicator);

/* Lists what was observed in the areas of a class, in the row that begins at a cell; returns how
 * many there are. `out` has room for all areas. */
gsize _kpi_impute_gather (const KpiSheet *sheet, const guint32 *classes, guint32 class, gsize row,
                          double *out);

/* Whether two indicators are children of one group. */
gboolean _kpi_impute_are_siblings (const KpiModel *model, gsize a, gsize b);

/* Warns that the fit at hand knows nothing that would fill some gap. */
void _kpi_impute_warn_lack (const KpiRun *run, const KpiIndicator *indicator);

/* The ways to fill: from the same area's siblings, and from other areas (impute-row.c,
 * impute-across.c). FALSE if there is no memory, or if the fit at hand is refused. */
gboolean _kpi_impute_by_row (KpiRun *run, gsize indicator, KpiSheet *sheets);
gboolean _kpi_impute_across (KpiRun *run, const KpiIndicator *indicator, KpiSheet *sheet);

/* Hands over to run->learned what is learned from other areas: see impute-teach.c. */
gboolean _kpi_impute_teach (KpiRun *run, gsize indicator, const KpiSheet *sheet);

#endif
