/* SPDX-License-Identifier: MIT */
/* The table for people: for each period a panel an area, and after them the ranking, which is what
 * a terminal then still shows.
 *
 * Always true: what says nothing is not drawn. Memory grows with the model and with the areas of
 * one period, not with the rows. */

#include "base/findings-private.h"
#include "write/formats.h"
#include "write/table.h"

static gboolean
has_values (const KpiTable *table)
{
  gsize n_rows = kpi_scorecard_get_n_rows (table->card);

  for (gsize row = 0; row < n_rows; row++)
    if (_kpi_table_is_valued (table, row))
      return TRUE;
  return FALSE;
}

static gboolean
begin (KpiTable *table)
{
  const KpiModel *model = table->model;
  const KpiAreas *areas = &table->card->areas;

  table->cell = g_string_new (NULL);
  table->areas = _kpi_names_new ();
  table->rows = g_try_new (gsize, MAX (kpi_model_get_n_nodes (model), 1));
  table->peers = g_try_new0 (guint32, MAX (areas->n_levels, 1));
  for (gsize i = 0; i < model->n_areas; i++)
    if (_kpi_names_add (table->areas, model->areas[i].id) == KPI_NO_NAME)
      return FALSE;
  for (gsize i = 0; table->peers != NULL && i < areas->n_areas; i++)
    table->peers[areas->levels[i]]++;
  table->valued = has_values (table);
  return table->rows != NULL && table->peers != NULL;
}

static void
end (KpiTable *table)
{
  g_string_free (table->cell, TRUE);
  _kpi_names_free (table->areas);
  g_free (table->rows);
  g_free (table->peers);
}

/* The first row from `row` on whose text in `column` is another than that of `row`. */
static gsize
find_change (const KpiScorecard *card, gsize row, gsize n_rows, KpiColumn column)
{
  const char *text = kpi_scorecard_get_text (card, row, column);
  gsize next = row + 1;

  while (next < n_rows && g_str_equal (kpi_scorecard_get_text (card, next, column), text))
    next++;
  return next;
}

static void
draw_panels (KpiTable *table, gsize start, gsize period_end)
{
  for (gsize row = start; row < period_end && !table->writer->failed;) {
    gsize next = find_change (table->card, row, period_end, KPI_COLUMN_AREA);

    _kpi_table_draw_panel (table, row, next);
    row = next;
  }
}

static gboolean
draw_rankings (KpiTable *table, gsize start, gsize period_end)
{
  const KpiModel *model = table->model;

  for (gsize i = 0; i < model->n_groups && !table->writer->failed; i++)
    if (model->groups[i].kind == KPI_NODE_INDEX &&
        !_kpi_table_draw_ranking (table, model->n_indicators + i, start, period_end))
      return FALSE;
  return TRUE;
}

static gboolean
draw (KpiTable *table)
{
  gsize n_rows = kpi_scorecard_get_n_rows (table->card);

  for (gsize row = 0; row < n_rows && !table->writer->failed;) {
    gsize next = find_change (table->card, row, n_rows, KPI_COLUMN_PERIOD);

    draw_panels (table, row, next);
    if (!draw_rankings (table, row, next))
      return FALSE;
    row = next;
  }
  if (!table->begun)
    _kpi_table_put_word (table, KPI_WORD_NOTHING);
  return TRUE;
}

static gboolean
draw_card (const KpiSubject *subject, KpiWriter *writer, GError **error)
{
  KpiTable table = {
      .card = subject->card, .model = kpi_scorecard_get_model (subject->card), .writer = writer};
  gboolean done;

  _kpi_table_set_style (&table, subject->style);
  done = begin (&table) && draw (&table);
  end (&table);
  return done || _kpi_error_set (error, KPI_ERROR_MEMORY, "not enough memory for a table");
}

gboolean
_kpi_write_table (const KpiSubject *subject, KpiWriter *writer, GError **error)
{
  if (subject->listing == NULL)
    return draw_card (subject, writer, error);
  return subject->card != NULL ? _kpi_write_alerts (subject, writer, error)
                               : _kpi_write_listing (subject, writer, error);
}
