/* SPDX-License-Identifier: MIT */
/* A listing as a table for people: its columns aligned, those that say nothing left out.
 *
 * Always true: a table for a terminal of known width is no wider than that, as far as its columns
 * can be narrowed; one without a width cutoffs nothing. The listing is walked twice, first to
 * measure.
 */

#include <math.h>

#include "base/findings-private.h"
#include "write/display.h"
#include "write/formats.h"
#include "write/table.h"
#include "write/width.h"

#define GAP 2      /* columns between two columns */
#define NARROW 6   /* a column is not narrowed below that */
#define DECIMALS 4 /* that a number is rounded to */

typedef struct {
  KpiTable *table;
  const KpiListing *listing;
  gsize n_columns;
  gsize *widths; /* by column; 0: it says nothing and is left out */
} Drawing;

static gboolean
is_text (const Drawing *drawing, gsize column)
{
  return kpi_listing_get_kind (drawing->listing, column) == KPI_LISTING_TEXT;
}

/* The text of a cell as it is shown. */
static const char *
show (const Drawing *drawing, gsize row, gsize column)
{
  static const KpiRounding rounding = {.decimals = DECIMALS, .edge = NAN, .trim = TRUE};
  GString *cell = _kpi_table_new_cell (drawing->table);

  if (is_text (drawing, column))
    return kpi_listing_get_text (drawing->listing, row, column);
  _kpi_display_number (cell, kpi_listing_get_number (drawing->listing, row, column), rounding,
                       drawing->table->language);
  return cell->str;
}

static gsize
measure_column (const Drawing *drawing, gsize column)
{
  gsize n_rows = kpi_listing_get_n_rows (drawing->listing), width = 0;

  for (gsize row = 0; row < n_rows; row++)
    width = MAX (width, _kpi_width (show (drawing, row, column)));
  if (width == 0)
    return 0;
  return MAX (width, _kpi_width (kpi_listing_get_column_name (drawing->listing, column)));
}

static gsize
total_width (const Drawing *drawing)
{
  gsize total = 0;

  for (gsize c = 0; c < drawing->n_columns; c++)
    if (drawing->widths[c] > 0)
      total += drawing->widths[c] + (total > 0 ? GAP : 0);
  return total;
}

/* The widest column of texts; the number of columns if none can be narrowed. */
static gsize
find_widest (const Drawing *drawing)
{
  gsize widest = drawing->n_columns;

  for (gsize c = 0; c < drawing->n_columns; c++)
    if (is_text (drawing, c) && drawing->widths[c] > NARROW &&
        (widest == drawing->n_columns || drawing->widths[c] > drawing->widths[widest]))
      widest = c;
  return widest;
}

static void
narrow (const Drawing *drawing)
{
  gsize widest = find_widest (drawing);

  while (widest < drawing->n_columns && total_width (drawing) > drawing->table->width) {
    drawing->widths[widest]--;
    widest = find_widest (drawing);
  }
}

static void
put_cell (const Drawing *drawing, gsize column, const char *text, KpiInk ink)
{
  KpiAlign align = is_text (drawing, column) ? KPI_ALIGN_LEFT : KPI_ALIGN_RIGHT;

  if (drawing->widths[column] == 0)
    return;
  _kpi_table_put (drawing->table, text, drawing->widths[column], align, ink);
  _kpi_table_blank (drawing->table, GAP);
}

static void
draw (const Drawing *drawing)
{
  gsize n_rows = kpi_listing_get_n_rows (drawing->listing);

  for (gsize c = 0; c < drawing->n_columns; c++)
    put_cell (drawing, c, kpi_listing_get_column_name (drawing->listing, c), KPI_INK_BOLD);
  _kpi_table_end_line (drawing->table);
  for (gsize row = 0; row < n_rows && !drawing->table->writer->failed; row++) {
    for (gsize c = 0; c < drawing->n_columns; c++)
      put_cell (drawing, c, show (drawing, row, c), KPI_INK_PLAIN);
    _kpi_table_end_line (drawing->table);
  }
}

static void
draw_measured (Drawing *drawing)
{
  for (gsize c = 0; c < drawing->n_columns; c++)
    drawing->widths[c] = measure_column (drawing, c);
  narrow (drawing);
  if (kpi_listing_get_n_rows (drawing->listing) > 0)
    draw (drawing);
  else
    _kpi_table_put_word (drawing->table, KPI_WORD_NOTHING);
}

gboolean
_kpi_write_listing (const KpiSubject *subject, KpiWriter *writer, GError **error)
{
  const KpiListing *listing = subject->listing;
  gsize n_columns = kpi_listing_get_n_columns (listing);
  g_autofree gsize *widths = g_try_new (gsize, n_columns);
  KpiTable table = {.writer = writer};
  Drawing drawing = {&table, listing, n_columns, widths};

  if (widths == NULL)
    return _kpi_error_set (error, KPI_ERROR_MEMORY, "not enough memory for a table");
  _kpi_table_set_style (&table, subject->style);
  /* A listing has columns of its own, which no usual width knows. */
  table.width =
      subject->style == NULL || subject->style->width == 0 ? G_MAXSIZE : subject->style->width;
  table.cell = g_string_new (NULL);
  draw_measured (&drawing);
  g_string_free (table.cell, TRUE);
  return TRUE;
}
