/* SPDX-License-Identifier: MIT */
/* Hierarchy: which areas are parts of which, in the order in which roll-ups need them. */
#pragma once

#include "score/run/areas.h"

/* The children of parents[i] are children[first[i]] … children[first[i + 1] - 1]. A parent stands
 * after all parents below it.
 *
 * Areas that were made of others are parents too, of what `was` names, before they came to be: a
 * hierarchy of its own, in which they stand by the day on which that was. What one was made of and
 * is not listed, or has not ended by then, or went to several, is no child, but counts as missing.
 */
typedef struct {
  guint32 n_parents;
  guint32 *parents;
  guint32 *first;
  guint32 *children;
  guint32 *n_parts; /* by parent: of how many it was made; NULL: of its children, while they are */
} KpiHierarchy;

/* Fills an empty hierarchy from `areas.parent`. FALSE if there is no memory. */
gboolean _kpi_hierarchy_fill (KpiHierarchy *hierarchy, const KpiModel *model,
                              const KpiAreas *areas);

/* Fills an empty hierarchy from `areas.was`, and gives the areas's areas the days from which they
 * can have values. FALSE if there is no memory. */
gboolean _kpi_hierarchy_fill_past (KpiHierarchy *hierarchy, const KpiModel *model, KpiAreas *areas);

void _kpi_hierarchy_clear (KpiHierarchy *hierarchy);
