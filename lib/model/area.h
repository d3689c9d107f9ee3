/* SPDX-License-Identifier: MIT */
/* Areas: what is scored, by the names that a model gives them. */
#ifndef KPI_AREA_H
#define KPI_AREA_H

#include "model/cursor.h"
#include "model/model-private.h"

/* Reads `areas` into the model; where nothing is said it has none. */
void _kpi_areas_read (const KpiCursor *at, KpiModel *model);

void _kpi_areas_clear (KpiModel *model);

/* A name from the document, normalised; NULL, and reported at the key or the value, if it is none.
 * A new string. */
char *_kpi_area_read_name (const KpiCursor *at, const char *text);

#endif
