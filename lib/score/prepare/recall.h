/* SPDX-License-Identifier: MIT */
/* Recalling: what a fit tells of a pool, in place of the data in hand.
 *
 * What is refused is reported, and FALSE: a fit that learned something else of the indicator, or
 * one whose gaps would make more values than a fit may keep. FALSE too if there is no memory. */
#pragma once

#include "score/run/pool.h"

/* Of how many areas of a pool, or of one group among them, a value could be filled in that they
 * lack, in a period. Parents are none where they have what their children make of them. */
gsize _kpi_recall_count_areas (const KpiPool *pool, const char *group, const KpiPeriod *period);

/* What fills the gaps of a pool of imputing; NaN where the fit knows nothing of such areas. */
gboolean _kpi_recall_filling (const KpiPool *pool, double *out_value);

/* The least and the greatest that were observed in a pool of imputing; infinity and minus infinity
 * where nothing was. */
void _kpi_recall_range (const KpiPool *pool, double *out_least, double *out_greatest);

/* The entry of a key in the fit that a run is given; as of a day, when values of any frequency
 * count, that of all periods of whatever frequency, if it is the one. NULL if there is none. */
const KpiFitEntry *_kpi_recall_find (const KpiRun *run, const KpiFitKey *key);

/* What treating or scoring learned of a pool, together with what filled the gaps there. `out` is
 * empty, and stays so where the fit knows nothing. */
gboolean _kpi_recall_values (const KpiPool *pool, KpiFitted *out);
