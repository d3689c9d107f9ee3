/* SPDX-License-Identifier: MIT */
/* Alerts as a table for people: grouped by kind, the most urgent on top; each with its area and
 * indicator in one line and its sentence below.
 *
 * Always true: sentences are never cutoff, they go on in the next line. Where nothing is urgent,
 * that is said. */

#include <math.h>

#include "analyse/alert.h"
#include "write/display.h"
#include "write/formats.h"
#include "write/table.h"
#include "write/width.h"

#define GAP 2
#define MOST_AREA 24 /* columns of the areas' titles */

typedef struct {
  KpiTable *table;
  const KpiListing *listing;
  gsize area; /* columns */
} Drawing;

/* In the order of kpi_alerts_get_kinds(). */
static const struct {
  KpiWord title;
  KpiWord day, days; /* what `days` counts */
  KpiInk ink;
} kinds[] = {
    {KPI_WORD_OVERDUE, KPI_WORD_DAY_LATE, KPI_WORD_DAYS_LATE, KPI_INK_BAD},
    {KPI_WORD_MOVING_AWAY, KPI_WORD_DAY_LEFT, KPI_WORD_DAYS_LEFT, KPI_INK_BAD},
    {KPI_WORD_BEHIND, KPI_WORD_DAY_LEFT, KPI_WORD_DAYS_LEFT, KPI_INK_FAIR},
    {KPI_WORD_CONTRADICTORY, 0, 0, KPI_INK_FAIR},
    {KPI_WORD_STALE, KPI_WORD_DAY_AGO, KPI_WORD_DAYS_AGO, KPI_INK_FAINT},
};

static const char *
get_text (const Drawing *drawing, gsize row, KpiAlertColumn column)
{
  return kpi_listing_get_text (drawing->listing, row, column);
}

static const char *
get_area_title (const Drawing *drawing, gsize row)
{
  const char *id = get_text (drawing, row, KPI_ALERT_COLUMN_AREA);
  guint32 area = _kpi_areas_find (&drawing->table->card->areas, id);
  const KpiModel *model = drawing->table->model;

  return area < model->n_areas
             ? _kpi_title_get (&model->areas[area].title, drawing->table->language, id)
             : id;
}

static const char *
get_node_title (const Drawing *drawing, gsize row)
{
  const KpiModel *model = drawing->table->model;
  guint32 node = _kpi_names_find (model->nodes, get_text (drawing, row, KPI_ALERT_COLUMN_NODE));

  return node == KPI_NO_NAME ? ""
                             : kpi_model_get_node_title (model, node, drawing->table->language);
}

/* "45 days late"; nothing where the days are not known. */
static const char *
get_days (const Drawing *drawing, gsize row, gsize kind)
{
  double days = kpi_listing_get_number (drawing->listing, row, KPI_ALERT_COLUMN_DAYS);
  const char *language = drawing->table->language;
  GString *out = _kpi_table_new_cell (drawing->table);

  if (isnan (days))
    return "";
  _kpi_display_number (out, days, (KpiRounding){0, NAN, FALSE}, language);
  g_string_append_printf (out, " %s",
                          _kpi_word (days == 1 ? kinds[kind].day : kinds[kind].days, language));
  return out->str;
}

static void
draw_sentence (const Drawing *drawing, gsize row)
{
  gsize indent = drawing->area + GAP, columns = drawing->table->width - indent;
  const char *rest = get_text (drawing, row, KPI_ALERT_COLUMN_TEXT);

  while (*rest != '\0') {
    const char *next, *end = _kpi_width_take_words (rest, columns, &next);
    g_autofree char *line = g_strndup (rest, (gsize)(end - rest));

    _kpi_table_blank (drawing->table, indent);
    _kpi_table_put (drawing->table, line, columns, KPI_ALIGN_LEFT, KPI_INK_PLAIN);
    _kpi_table_end_line (drawing->table);
    rest = next;
  }
}

static void
draw_row (const Drawing *drawing, gsize row, gsize kind)
{
  KpiTable *table = drawing->table;
  gsize rest = table->width - drawing->area - GAP;
  gsize days = _kpi_width (get_days (drawing, row, kind));

  _kpi_table_put (table, get_area_title (drawing, row), drawing->area, KPI_ALIGN_LEFT,
                  KPI_INK_PLAIN);
  _kpi_table_blank (table, GAP);
  _kpi_table_put (table, get_node_title (drawing, row), rest - (days > 0 ? days + GAP : 0),
                  KPI_ALIGN_LEFT, KPI_INK_BOLD);
  if (days > 0) {
    _kpi_table_blank (table, GAP);
    _kpi_table_put (table, get_days (drawing, row, kind), days, KPI_ALIGN_RIGHT, kinds[kind].ink);
  }
  _kpi_table_end_line (table);
  draw_sentence (drawing, row);
}

/* The first row from `start` on that is of another kind. */
static gsize
find_end (const Drawing *drawing, gsize start, const char *alert)
{
  gsize n_rows = kpi_listing_get_n_rows (drawing->listing), end = start;

  while (end < n_rows && g_str_equal (get_text (drawing, end, KPI_ALERT_COLUMN_ALERT), alert))
    end++;
  return end;
}

static void
draw (const Drawing *drawing)
{
  KpiTable *table = drawing->table;
  gsize row = 0;

  for (gsize kind = 0; kind < G_N_ELEMENTS (kinds); kind++) {
    gsize end = find_end (drawing, row, kpi_alerts_get_kinds ()[kind]);
    g_autofree char *left = g_strdup_printf (
        "%s (%" G_GSIZE_FORMAT ")", _kpi_word (kinds[kind].title, table->language), end - row);

    if (row < end)
      _kpi_table_heading (table, left, kpi_model_get_title (table->model, table->language));
    for (; row < end && !table->writer->failed; row++)
      draw_row (drawing, row, kind);
  }
  if (!table->begun)
    _kpi_table_put_word (table, KPI_WORD_NO_ALERTS);
}

gboolean
_kpi_write_alerts (const KpiSubject *subject, KpiWriter *writer, GError **error)
{
  const KpiScorecard *card = subject->card;
  KpiTable table = {.card = card, .model = card->model, .writer = writer};
  Drawing drawing = {.table = &table, .listing = subject->listing};

  (void)error;
  _kpi_table_set_style (&table, subject->style);
  table.cell = g_string_new (NULL);
  for (gsize row = 0; row < kpi_listing_get_n_rows (drawing.listing); row++)
    drawing.area = MAX (drawing.area, _kpi_width (get_area_title (&drawing, row)));
  drawing.area = MIN (drawing.area, MOST_AREA);
  draw (&drawing);
  g_string_free (table.cell, TRUE);
  return TRUE;
}
