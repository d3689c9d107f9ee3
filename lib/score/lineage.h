/* SPDX-License-Identifier: MIT */
/* Lineage: which areas are parts of which, in the order in which roll-ups need them. */
#ifndef KPI_LINEAGE_H
#define KPI_LINEAGE_H

#include "score/roster.h"

/* The children of parents[i] are children[first[i]] … children[first[i + 1] - 1]. A parent stands
 * after all parents below it. */
typedef struct {
  guint32 n_parents;
  guint32 *parents;
  guint32 *first;
  guint32 *children;
} KpiLineage;

/* Fills an empty lineage from `areas.parent`. FALSE if there is no memory. */
gboolean _kpi_lineage_fill (KpiLineage *lineage, const KpiModel *model, const KpiRoster *roster);
void _kpi_lineage_clear (KpiLineage *lineage);

#endif
