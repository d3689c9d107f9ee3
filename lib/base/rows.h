/* SPDX-License-Identifier: MIT */
/* A growing array whose growth can fail: sizes come from input, and GLib's own arrays abort. */
#ifndef KPI_ROWS_H
#define KPI_ROWS_H

#include <glib.h>

typedef struct {
  gpointer data;
  gsize n;
  gsize room;
  gsize size; /* of one element */
} KpiRows;

#define KPI_ROWS(type) ((KpiRows){.size = sizeof (type)})
#define KPI_ROW(rows, type, i) (((type *)(rows)->data)[i])

/* Adds one element, zeroed. NULL, and nothing changed, if there is no memory. */
gpointer _kpi_rows_add (KpiRows *rows);

void _kpi_rows_clear (KpiRows *rows);

#endif
