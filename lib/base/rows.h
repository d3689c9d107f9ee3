/* SPDX-License-Identifier: MIT */
/* A growing array whose growth can fail: sizes come from input, and GLib's own arrays abort. */
#pragma once

#include <glib.h>

typedef struct {
  gpointer data;
  gsize n;
  gsize capacity;
  gsize size; /* of one element */
} KpiRows;

#define KPI_ROWS(type) ((KpiRows){.size = sizeof (type)})
#define KPI_ROW(rows, type, i) (((type *)(rows)->data)[i])

/* Adds one element, zeroed. NULL, and nothing changed, if there is no memory. */
gpointer _kpi_rows_add (KpiRows *rows);

/* Adds a copy of an element. FALSE, and nothing changed, if there is no memory. */
gboolean _kpi_rows_append (KpiRows *rows, gconstpointer element);

void _kpi_rows_clear (KpiRows *rows);
