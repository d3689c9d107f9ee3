/* SPDX-License-Identifier: MIT */
/* Batches: the areas of an indicator that are scored alike, by one target and one fit. */
#ifndef KPI_BATCHES_H
#define KPI_BATCHES_H

#include "score/run/areas.h"
#include "score/run/sheet.h"

typedef struct {
  const KpiTarget *target; /* NULL where none holds */
  guint32 level;           /* the class whose fit holds */
  guint32 first;           /* its areas are areas[first] … areas[last - 1] */
  guint32 last;
} KpiBatch;

typedef struct {
  KpiBatch *batches;
  guint32 n_batches;
  guint32 *areas; /* all areas, batch by batch, ascending within each */
} KpiBatches;

gboolean _kpi_batches_init (KpiBatches *batches, const KpiAreas *areas, const KpiModel *model,
                            const KpiIndicator *indicator);
void _kpi_batches_clear (KpiBatches *batches);

/* The prepared values of a batch side by side, without those marked: in the sheet itself where they
 * lie so, else in `scratch`. `opened`: the point of `>80` is just above 80. */
const double *_kpi_batches_gather (const KpiBatches *batches, const KpiBatch *batch,
                                   const KpiSheet *sheet, guint32 slot, guint without,
                                   gboolean opened, double *scratch);

/* Whether the areas of a batch lie side by side. */
static inline gboolean
_kpi_batches_are_consecutive (const KpiBatches *batches, const KpiBatch *batch)
{
  return batches->areas[batch->last - 1] - batches->areas[batch->first] ==
         batch->last - 1 - batch->first;
}

/* The ends of the same values, open ones opened. */
void _kpi_batches_gather_ends (const KpiBatches *batches, const KpiBatch *batch,
                               const KpiSheet *sheet, guint32 slot, double *out_lows,
                               double *out_highs);

#endif
