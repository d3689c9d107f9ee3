/* SPDX-License-Identifier: MIT */
/* Rolling up: values of parents from those of their children. */
#pragma once

#include "score/run/hierarchy.h"
#include "score/run/sheet.h"
#include "score/measure/terms.h"

/* What a roll-up leaves to say of each area in the period in hand. */
typedef struct {
  const KpiHierarchy *hierarchy;
  const KpiHierarchy *past;
  const KpiAreas *areas;
  const KpiRollup *rollup;
  guint8 *rolled; /* by area: whether its value came from its children */
  double *shares; /* by area: the share of children that have one; 1 where nothing was rolled up */
} KpiRollingUp;

/* FALSE if there is no memory; the arrays are the arena's. */
gboolean _kpi_rolling_up_init (KpiRollingUp *rolling, KpiArena *arena, const KpiRun *run,
                               const KpiRollup *rollup);

/* Sums and ratios: fills the terms of parents, before the measure, for the period that was read. An
 * area's own observation wins; where all children have one and their sum differs, it is warned of.
 */
void _kpi_rollup_terms (KpiRollingUp *rolling, KpiTerms *terms, const KpiIndicator *indicator);

/* Means, least and greatest: fills the cells of parents in one slot, after the measure. `weights`
 * is by area; NULL: all count alike. */
void _kpi_rollup_cells (KpiRollingUp *rolling, KpiSheet *sheet, guint32 slot,
                        const KpiPeriod *period, const double *weights);
