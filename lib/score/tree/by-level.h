/* SPDX-License-Identifier: MIT */
/* Combining level by level: where a method compares areas with one another, and where each level
 * has weights of its own. */
#pragma once

#include "base/arena.h"
#include "method/combining.h"
#include "score/run/areas.h"

/* What weighs the children: those of the call for all; of each level, n_children each; or of each
 * area, and then a score is the sum of weight times score. */
typedef enum { KPI_WEIGHTS_OF_CALL, KPI_WEIGHTS_OF_LEVEL, KPI_WEIGHTS_OF_AREA } KpiWeightsOf;

typedef struct {
  gsize n_children; /* the most that a call may have */
  guint32 n_areas;
  double *packed;     /* scratch: the areas of one level side by side, child by child, and then */
  const double **own; /* their rivals: by child, a row of `packed` */
  const double **rivals; /* likewise */
  double *weights;       /* scratch: by child */
  double *scores;        /* scratch: one level */
} KpiByLevel;

/* FALSE if there is no memory; the arrays are the arena's. */
gboolean _kpi_by_level_init (KpiByLevel *by_level, KpiArena *arena, gsize n_children,
                             guint32 n_areas);

/* Combines a call whose rows are by area of the run. Areas that are refused take no part; where
 * weights are NaN there is no score. */
void _kpi_by_level_run (const KpiByLevel *by_level, const KpiCombiningCall *call,
                        KpiWeightsOf weights_of, const KpiAreas *areas, const guint8 *refused,
                        double *out, KpiTally *tally);
