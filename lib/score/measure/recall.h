/* SPDX-License-Identifier: MIT */
/* Recalling: what a fit tells of an indicator, in place of the data in hand.
 *
 * What is refused is reported, and FALSE: a fit that learned something else of the indicator, or
 * one whose gaps would make more values than a fit may keep. FALSE too if there is no memory. */
#ifndef KPI_RECALL_H
#define KPI_RECALL_H

#include "score/run/fit-private.h"
#include "score/run/run.h"

/* The names of a level and of an area's group, as fits have them; "" where there is none. */
const char *_kpi_recall_level_name (const KpiRun *run, guint32 level);
const char *_kpi_recall_group_name (const KpiRun *run, guint32 area);

/* Of how many areas, of a level and maybe of one group, a value could be filled in that they lack,
 * in a period. Parents are none where they have what their children make of them. */
gsize _kpi_recall_count_areas (const KpiRun *run, const KpiIndicator *indicator, guint32 level,
                               const char *group, const KpiPeriod *period);

/* What fills an area's gap of a period; NaN where the fit knows nothing of such areas. */
gboolean _kpi_recall_filling (KpiRun *run, const KpiIndicator *indicator, guint32 area,
                              KpiPeriod period, double *out_value);

/* The frequencies in which a fit fills gaps of an indicator, though the data in hand may not have
 * it at all: a bit each. None where there is no fit, or where gaps are not filled from other areas.
 */
guint _kpi_recall_frequencies (const KpiRun *run, const KpiIndicator *indicator);

/* The least and the greatest that were observed among the areas of a level in a period; infinity
 * and minus infinity where nothing was. */
void _kpi_recall_range (const KpiRun *run, const KpiIndicator *indicator, guint32 level,
                        KpiPeriod period, double *out_least, double *out_greatest);

/* What a stage learned of a level in one period, or of all of a frequency, together with what
 * filled the gaps there. `out` is empty, and stays so where the fit knows nothing. */
gboolean _kpi_recall_values (KpiRun *run, const KpiIndicator *indicator, KpiFitStage stage,
                             guint32 level, KpiPeriod period, KpiFitted *out);

#endif
