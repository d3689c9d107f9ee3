/* SPDX-License-Identifier: MIT */
/* A grid: what CSV and JSON write, rows under named columns, whoever keeps them. */
#pragma once

#include <kpiscore/listing.h>
#include <kpiscore/scorecard.h>

typedef struct {
  gconstpointer of;
  const char *model; /* its id */
  gsize n_rows;
  gsize n_columns;
  const char *(*get_name) (gconstpointer of, gsize column);
  gboolean (*is_text) (gconstpointer of, gsize column);
  double (*get_number) (gconstpointer of, gsize row, gsize column);
  const char *(*get_text) (gconstpointer of, gsize row, gsize column);
} KpiGrid;

/* Both borrow what they are of. */
KpiGrid _kpi_grid_of_card (const KpiScorecard *card);
KpiGrid _kpi_grid_of_listing (const KpiListing *listing);
