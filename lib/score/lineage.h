/* SPDX-License-Identifier: MIT */
/* Lineage: which areas are parts of which, in the order in which roll-ups need them. */
#ifndef KPI_LINEAGE_H
#define KPI_LINEAGE_H

#include "score/roster.h"

/* The children of parents[i] are children[first[i]] … children[first[i + 1] - 1]. A parent stands
 * after all parents below it.
 *
 * Areas that were made of others are parents too, of what `was` names, before they came to be: a
 * lineage of its own, in which they stand by the day on which that was. What one was made of and is
 * not listed, or has not ended by then, or went to several, is no child, but counts as missing. */
typedef struct {
  guint32 n_parents;
  guint32 *parents;
  guint32 *first;
  guint32 *children;
  guint32 *n_parts; /* by parent: of how many it was made; NULL: of its children, while they are */
} KpiLineage;

/* Fills an empty lineage from `areas.parent`. FALSE if there is no memory. */
gboolean _kpi_lineage_fill (KpiLineage *lineage, const KpiModel *model, const KpiRoster *roster);

/* Fills an empty lineage from `areas.was`, and gives the roster's areas the days from which they
 * can have values. FALSE if there is no memory. */
gboolean _kpi_lineage_fill_past (KpiLineage *lineage, const KpiModel *model, KpiRoster *roster);

void _kpi_lineage_clear (KpiLineage *lineage);

#endif
