/* SPDX-License-Identifier: MIT */
/* A table as it grows: what its panels and rankings share. */
#pragma once

#include <kpiscore/write.h>

#include "base/writer.h"
#include "score/card/scorecard-private.h"
#include "write/words.h"

typedef struct {
  const KpiScorecard *card;
  const KpiModel *model;
  KpiWriter *writer;
  const char *language;
  gboolean colour;
  gsize width;
  gsize blanks;    /* owed before the next text, so that no line ends in blanks */
  gboolean begun;  /* something was drawn: a blank line comes before what follows */
  GString *cell;   /* the text at hand */
  KpiNames *areas; /* the model's areas, by their place in it */
  gsize *rows;     /* by node: its row on the panel at hand, or KPI_NO_ROW */
  guint32 *peers;  /* by level: how many areas are compared in it */
  gboolean valued; /* some row has a value, and panels without one say nothing */
} KpiTable;

typedef enum { KPI_ALIGN_LEFT, KPI_ALIGN_RIGHT } KpiAlign;

typedef enum {
  KPI_INK_PLAIN,
  KPI_INK_BOLD,
  KPI_INK_FAINT,
  KPI_INK_GOOD,
  KPI_INK_FAIR,
  KPI_INK_BAD,
} KpiInk;

/* Takes language, colour and width; `style` may be NULL for a plain one. */
void _kpi_table_set_style (KpiTable *table, const KpiTableStyle *style);

/* Puts `text` into so many columns: cutoff with "…" or padded, control characters as blanks. */
void _kpi_table_put (KpiTable *table, const char *text, gsize columns, KpiAlign align, KpiInk ink);
void _kpi_table_blank (KpiTable *table, gsize columns);
void _kpi_table_end_line (KpiTable *table);

/* A line of one word, which says why there is no other. */
void _kpi_table_put_word (KpiTable *table, KpiWord word);

/* A bold heading with a fainter one at the right, and a rule below; `right` may be NULL. */
void _kpi_table_heading (KpiTable *table, const char *left, const char *right);

/* `table->cell`, emptied. */
GString *_kpi_table_new_cell (KpiTable *table);

/* The node of a row, an area's title in the table's language, its place in the model (NULL where
 * the model does not list it). */
gsize _kpi_table_get_node (const KpiTable *table, gsize row);
const KpiArea *_kpi_table_get_area (const KpiTable *table, gsize row);
const char *_kpi_table_get_area_title (const KpiTable *table, gsize row);

/* How many areas are compared with that of a row, itself included. */
gsize _kpi_table_count_peers (const KpiTable *table, gsize row);

gboolean _kpi_table_has (const KpiTable *table, gsize row, KpiColumn column);

/* Whether a row has a value or a score. */
gboolean _kpi_table_is_valued (const KpiTable *table, gsize row);
double _kpi_table_get_out_of (const KpiTable *table, gsize node);

/* Draws the rows from `start` to before `end`, all of one area and period. */
void _kpi_table_draw_panel (KpiTable *table, gsize start, gsize end);

/* Draws the areas in order of rank for the tree of node `root`; the rows are all of one period.
 * FALSE if there is no memory. */
gboolean _kpi_table_draw_ranking (KpiTable *table, gsize root, gsize start, gsize end);
