/* SPDX-License-Identifier: MIT */
/* Lots: the areas of an indicator that are scored alike, by one target and one fit. */
#ifndef KPI_LOTS_H
#define KPI_LOTS_H

#include "score/roster.h"

typedef struct {
  const KpiTarget *target; /* NULL where none holds */
  guint32 level;           /* the class whose fit holds */
  guint32 first;           /* its areas are areas[first] … areas[last - 1] */
  guint32 last;
} KpiLot;

typedef struct {
  KpiLot *lots;
  guint32 n_lots;
  guint32 *areas; /* all areas, lot by lot, ascending within each */
} KpiLots;

gboolean _kpi_lots_init (KpiLots *lots, const KpiRoster *roster, const KpiModel *model,
                         const KpiIndicator *indicator);
void _kpi_lots_clear (KpiLots *lots);

#endif
