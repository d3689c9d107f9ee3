/* SPDX-License-Identifier: MIT */
/* Batches: the areas of an indicator that are scored alike, by one target and one fit. */
#pragma once

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

/* FALSE if there is no memory; the arrays are the arena's. */
gboolean _kpi_batches_init (KpiBatches *batches, KpiArena *arena, const KpiAreas *areas,
                            const KpiModel *model, const KpiIndicator *indicator);
