/* SPDX-License-Identifier: MIT */
/* Gaps: which cells of an indicator have none of its own, what was observed in the others, and what
 * is put into a gap. The ways of imputing share it. */
#pragma once

#include "score/run/run.h"
#include "score/run/sheet.h"

/* What was observed in a cell and may stand in for others; NaN where there is nothing. */
double _kpi_gaps_get_observed (const KpiSheet *sheet, gsize cell);

/* Which cells of an indicator may be filled in a period, by area; `out` has room for all areas.
 * Parents are not: they have what their children make of them. */
void _kpi_gaps_find (const KpiRun *run, const KpiIndicator *indicator, const KpiSheet *sheet,
                     gsize period, guint8 *out);

/* Puts a number into a gap; NaN leaves it one. FALSE if there is no memory. */
gboolean _kpi_gaps_fill (KpiSheet *sheet, gsize cell, double value);

/* Warns that the fit at hand knows nothing that would fill some gap. */
void _kpi_gaps_warn_lack (const KpiRun *run, const KpiIndicator *indicator);
