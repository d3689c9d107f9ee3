/* SPDX-License-Identifier: MIT */
/* What panels and rankings share: cells of a given width, ink, headings.
 *
 * Always true: no line is wider than the table, ends in blanks, or carries a control character of a
 * stranger's text to the terminal. */

#include <math.h>
#include <string.h>

#include "write/table.h"
#include "write/width.h"

#define USUAL_WIDTH 80
#define LEAST_WIDTH 60
#define MOST_WIDTH 120 /* the eye does not find its way back along a longer line */

static const char *const inks[] = {
    [KPI_INK_PLAIN] = "",        [KPI_INK_BOLD] = "\033[1m",  [KPI_INK_FAINT] = "\033[2m",
    [KPI_INK_GOOD] = "\033[32m", [KPI_INK_FAIR] = "\033[33m", [KPI_INK_BAD] = "\033[31m",
};

void
_kpi_table_set_style (KpiTable *table, const KpiTableStyle *style)
{
  static const KpiTableStyle plain = {0};

  if (style == NULL)
    style = &plain;
  table->language = style->language;
  table->colour = style->colour;
  table->width = style->width == 0 ? USUAL_WIDTH : CLAMP (style->width, LEAST_WIDTH, MOST_WIDTH);
}

GString *
_kpi_table_new_cell (KpiTable *table)
{
  return g_string_truncate (table->cell, 0);
}

void
_kpi_table_blank (KpiTable *table, gsize columns)
{
  table->blanks += columns;
}

void
_kpi_table_end_line (KpiTable *table)
{
  table->blanks = 0;
  _kpi_writer_text (table->writer, "\n");
}

void
_kpi_table_put_word (KpiTable *table, KpiWord word)
{
  _kpi_writer_text (table->writer, _kpi_word (word, table->language));
  _kpi_table_end_line (table);
}

/* A title may hold what would move the cursor or worse. */
static void
put_safe (KpiTable *table, const char *text, const char *end)
{
  while (text < end) {
    const char *next = g_utf8_next_char (text);

    if (g_unichar_iscntrl (g_utf8_get_char (text)))
      _kpi_writer_text (table->writer, " ");
    else
      _kpi_writer_put (table->writer, text, (gsize)(next - text));
    text = next;
  }
}

static void
put_inked (KpiTable *table, const char *text, const char *end, gboolean cutoff, KpiInk ink)
{
  gboolean inked = table->colour && ink != KPI_INK_PLAIN;

  _kpi_writer_repeat (table->writer, " ", table->blanks);
  table->blanks = 0;
  if (inked)
    _kpi_writer_text (table->writer, inks[ink]);
  put_safe (table, text, end);
  if (cutoff)
    _kpi_writer_text (table->writer, "…");
  if (inked)
    _kpi_writer_text (table->writer, "\033[0m");
}

void
_kpi_table_put (KpiTable *table, const char *text, gsize columns, KpiAlign align, KpiInk ink)
{
  gsize width = _kpi_width (text);
  gboolean cutoff = width > columns;
  const char *end = cutoff ? _kpi_width_take (text, columns - 1) : text + strlen (text);

  if (columns == 0)
    return;
  if (align == KPI_ALIGN_RIGHT && !cutoff)
    _kpi_table_blank (table, columns - width);
  if (*text != '\0')
    put_inked (table, text, end, cutoff, ink);
  if (align == KPI_ALIGN_LEFT && !cutoff)
    _kpi_table_blank (table, columns - width);
}

void
_kpi_table_heading (KpiTable *table, const char *left, const char *right)
{
  gsize n_left = MIN (_kpi_width (left), table->width);
  gsize rest = table->width - n_left;

  if (table->begun)
    _kpi_table_end_line (table);
  table->begun = TRUE;
  _kpi_table_put (table, left, n_left, KPI_ALIGN_LEFT, KPI_INK_BOLD);
  if (right != NULL && rest > 2) {
    _kpi_table_blank (table, 2);
    _kpi_table_put (table, right, rest - 2, KPI_ALIGN_RIGHT, KPI_INK_FAINT);
  }
  _kpi_table_end_line (table);
  _kpi_writer_repeat (table->writer, "─", table->width);
  _kpi_table_end_line (table);
}

gsize
_kpi_table_get_node (const KpiTable *table, gsize row)
{
  return _kpi_names_find (table->model->nodes,
                          kpi_scorecard_get_text (table->card, row, KPI_COLUMN_NODE));
}

const KpiArea *
_kpi_table_get_area (const KpiTable *table, gsize row)
{
  const char *id = kpi_scorecard_get_text (table->card, row, KPI_COLUMN_AREA);
  guint32 number = _kpi_names_find (table->areas, id);

  return number == KPI_NO_NAME ? NULL : &table->model->areas[number];
}

const char *
_kpi_table_get_area_title (const KpiTable *table, gsize row)
{
  const KpiArea *area = _kpi_table_get_area (table, row);

  if (area == NULL)
    return kpi_scorecard_get_text (table->card, row, KPI_COLUMN_AREA);
  return _kpi_title_get (&area->title, table->language, area->id);
}

gsize
_kpi_table_count_peers (const KpiTable *table, gsize row)
{
  const KpiAreas *areas = &table->card->areas;
  guint32 area =
      _kpi_areas_find (areas, kpi_scorecard_get_text (table->card, row, KPI_COLUMN_AREA));

  return table->peers[areas->levels[area]];
}

gboolean
_kpi_table_has (const KpiTable *table, gsize row, KpiColumn column)
{
  return row != KPI_NO_ROW && !isnan (kpi_scorecard_get_number (table->card, row, column));
}

gboolean
_kpi_table_is_valued (const KpiTable *table, gsize row)
{
  return _kpi_table_has (table, row, KPI_COLUMN_VALUE) ||
         _kpi_table_has (table, row, KPI_COLUMN_SCORE);
}

double
_kpi_table_get_out_of (const KpiTable *table, gsize node)
{
  if (_kpi_model_is_indicator (table->model, node)) {
    const KpiIndicator *indicator = &table->model->indicators[node];

    return indicator->has_score ? MAX (indicator->scoring.to[0], indicator->scoring.to[1]) : 100;
  }
  return _kpi_model_get_group (table->model, node)->out_of;
}
