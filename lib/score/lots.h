/* SPDX-License-Identifier: MIT */
/* Lots: the areas of an indicator that are scored alike, by one target and one fit. */
#ifndef KPI_LOTS_H
#define KPI_LOTS_H

#include "score/roster.h"
#include "score/sheet.h"

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

/* The prepared values of a lot side by side, without those marked: in the sheet itself where they
 * lie so, else in `room`. `opened`: the point of `>80` is just above 80. */
const double *_kpi_lots_gather (const KpiLots *lots, const KpiLot *lot, const KpiSheet *sheet,
                                guint32 slot, guint8 without, gboolean opened, double *room);

/* Whether the areas of a lot lie side by side. */
static inline gboolean
_kpi_lots_are_consecutive (const KpiLots *lots, const KpiLot *lot)
{
  return lots->areas[lot->last - 1] - lots->areas[lot->first] == lot->last - 1 - lot->first;
}

/* The ends of the same values, open ones opened. */
void _kpi_lots_gather_ends (const KpiLots *lots, const KpiLot *lot, const KpiSheet *sheet,
                            guint32 slot, double *out_lows, double *out_highs);

#endif
