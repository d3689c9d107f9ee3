/* SPDX-License-Identifier: MIT */
/* Derived weights: what a group's children weigh, learned from their scores.
 *
 * Weights are those of the areas of one level, from all periods of one frequency together, so that
 * a score means the same in each; weights of each area (bod) from those of its level in one period,
 * as ranks are, and then they are not kept. A parent that was rolled up is of another level than
 * its children. */
#pragma once

#include "score/tree/by-level.h"
#include "score/tree/children.h"

typedef struct {
  KpiWeightsOf of;
  double *weights;   /* of the period in hand: by level or area, n_children each */
  double *of_areas;  /* those by area; those by level the sheet keeps */
  const char *why;   /* some are not defined, because of this; NULL so far */
  gboolean warned;   /* of a child whose scores are all equal */
  guint frequencies; /* whose weights have been learned for each level: a bit each */
} KpiDerivedWeights;

/* FALSE if there is no memory. A group whose weights are given derives none. */
gboolean _kpi_weights_init (KpiDerivedWeights *derived, KpiArena *arena,
                            const KpiChildren *children);

/* Learns the weights that hold in a period, unless they are at hand. FALSE, and reported, on
 * failure. */
gboolean _kpi_weights_learn (KpiDerivedWeights *derived, const KpiChildren *children, gsize period);
