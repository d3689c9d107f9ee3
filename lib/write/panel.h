/* SPDX-License-Identifier: MIT */
/* A panel: one area in one period. What its cells say and how wide they are (panel-cells.c), and
 * how it is drawn (panel.c). */
#pragma once

#include "write/table.h"

typedef enum {
  KPI_PANEL_VALUE,
  KPI_PANEL_TARGET,
  KPI_PANEL_BAR,
  KPI_PANEL_SCORE,
  KPI_PANEL_STATUS,
  KPI_PANEL_N_CELLS
} KpiPanelCell;

typedef struct {
  KpiTable *table;
  const KpiArea *area; /* NULL where the model does not list it */
  gboolean begun;      /* a line stands below the heading */
  KpiFlags flags;      /* of all rows that it shows */
  gsize title;         /* columns of the titles, and of each cell; 0 where no row uses it */
  gsize cells[KPI_PANEL_N_CELLS];
} KpiPanel;

/* The row of a node on this panel, or KPI_NO_ROW. */
static inline gsize
_kpi_panel_get_row (const KpiPanel *panel, gsize node)
{
  return panel->table->rows[node];
}

static inline gboolean
_kpi_panel_is_indicator (const KpiPanel *panel, gsize node)
{
  return _kpi_model_is_indicator (panel->table->model, node);
}

/* Gives each column what this panel needs, and the titles what is left. */
void _kpi_panel_measure (KpiPanel *panel);

/* The columns before a cell; those of a cell with what is before it; none where no row uses it. */
gsize _kpi_panel_get_gap (const KpiPanel *panel, KpiPanelCell cell);
gsize _kpi_panel_get_columns (const KpiPanel *panel, KpiPanelCell cell);

/* Whether a node's row, or a row below the node, is worth a line. */
gboolean _kpi_panel_shows (const KpiPanel *panel, gsize node);

/* What was noticed of the value of a node's row, if it is worth a mark. */
KpiFlags _kpi_panel_get_flags (const KpiPanel *panel, gsize node);

/* The text of a cell, until the next call; the heading over it. */
const char *_kpi_panel_get_cell (KpiPanel *panel, gsize node, KpiPanelCell cell);
const char *_kpi_panel_get_heading (const KpiPanel *panel, KpiPanelCell cell);
