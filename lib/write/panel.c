/* SPDX-License-Identifier: MIT */
/* A panel: one area in one period. The index first, which is what one looks for, then its groups as
 * headings over their indicators, in the order of the model; last what no tree uses.
 *
 * Always true: what says nothing takes no line. A title may go on in a second line, and takes the
 * columns that are free in its line: a group has no value and no target. */

#include "write/display.h"
#include "write/panel.h"
#include "write/width.h"

#define INDENT 2

static const KpiAlign aligns[KPI_PANEL_N_CELLS] = {
    [KPI_PANEL_VALUE] = KPI_ALIGN_RIGHT, [KPI_PANEL_TARGET] = KPI_ALIGN_RIGHT,
    [KPI_PANEL_BAR] = KPI_ALIGN_LEFT,    [KPI_PANEL_SCORE] = KPI_ALIGN_RIGHT,
    [KPI_PANEL_STATUS] = KPI_ALIGN_LEFT,
};

/* The colour of a status; what only says that there is nothing steps back. */
static KpiInk
get_ink (const KpiPanel *panel, gsize node)
{
  static const KpiInk inks[] = {
      [KPI_MOOD_PLAIN] = KPI_INK_PLAIN, [KPI_MOOD_NONE] = KPI_INK_FAINT,
      [KPI_MOOD_GOOD] = KPI_INK_GOOD,   [KPI_MOOD_FAIR] = KPI_INK_FAIR,
      [KPI_MOOD_BAD] = KPI_INK_BAD,
  };
  const KpiTable *table = panel->table;
  gsize row = _kpi_panel_get_row (panel, node);
  const KpiStatusLook *look = _kpi_status_look (kpi_scorecard_get_status (table->card, row));

  if (look != NULL)
    return inks[look->mood];
  return _kpi_table_has (table, row, KPI_COLUMN_SCORE) ? KPI_INK_PLAIN : KPI_INK_FAINT;
}

static KpiInk
get_cell_ink (KpiInk mood, KpiPanelCell cell)
{
  if (cell == KPI_PANEL_STATUS || (cell == KPI_PANEL_BAR && mood != KPI_INK_FAINT))
    return mood;
  return KPI_INK_PLAIN;
}

static void
put_cells (KpiPanel *panel, gsize node, KpiPanelCell first)
{
  KpiInk mood = get_ink (panel, node);

  for (KpiPanelCell cell = first; cell < KPI_PANEL_N_CELLS; cell++) {
    if (panel->cells[cell] == 0)
      continue;
    _kpi_table_blank (panel->table, _kpi_panel_get_gap (panel, cell));
    _kpi_table_put (panel->table, _kpi_panel_get_cell (panel, node, cell), panel->cells[cell],
                    aligns[cell], get_cell_ink (mood, cell));
  }
}

static void
draw_blank_line (KpiPanel *panel)
{
  if (panel->begun)
    _kpi_table_end_line (panel->table);
}

static void
draw_line (KpiPanel *panel, gsize node, gsize depth)
{
  KpiTable *table = panel->table;
  gboolean leaf = _kpi_panel_is_indicator (panel, node);
  KpiInk ink = leaf ? KPI_INK_PLAIN : KPI_INK_BOLD;
  gsize indent = MIN (depth * INDENT, panel->title / 2);
  gsize wide = panel->title + _kpi_panel_get_columns (panel, KPI_PANEL_VALUE) +
               _kpi_panel_get_columns (panel, KPI_PANEL_TARGET) - indent;
  gsize columns = leaf ? panel->title - indent : wide;
  g_autoptr (GString) title = g_string_new (NULL);
  g_autofree char *first = NULL;
  const char *end, *next;

  _kpi_display_title (title, kpi_model_get_node_title (table->model, node, table->language),
                      leaf ? table->model->indicators[node].unit : "");
  end = _kpi_width_take_words (title->str, columns, &next);
  first = g_strndup (title->str, (gsize)(end - title->str));
  _kpi_table_blank (table, indent);
  _kpi_table_put (table, first, columns, KPI_ALIGN_LEFT, ink);
  put_cells (panel, node, leaf ? KPI_PANEL_VALUE : KPI_PANEL_BAR);
  panel->begun = TRUE;
  _kpi_table_end_line (table);
  if (*next == '\0')
    return;
  _kpi_table_blank (table, indent + INDENT);
  _kpi_table_put (table, next, wide - INDENT, KPI_ALIGN_LEFT, ink);
  _kpi_table_end_line (table);
}

static void draw_children (KpiPanel *panel, gsize node, gsize depth);

/* Draws a node and what is below it; a heading that was not asked for is passed over, and its
 * children take its place. */
static void
draw_node (KpiPanel *panel, gsize node, gsize depth)
{
  gboolean has_row = _kpi_panel_get_row (panel, node) != KPI_NO_ROW;

  if (has_row)
    draw_line (panel, node, depth);
  if (!_kpi_panel_is_indicator (panel, node))
    draw_children (panel, node, has_row ? depth + 1 : depth);
}

/* Pillars stand as far left as their index, a blank line before each: titles need the columns. */
static void
draw_children (KpiPanel *panel, gsize node, gsize depth)
{
  const KpiGroup *group = _kpi_model_get_group (panel->table->model, node);
  gboolean pillars = group->kind == KPI_NODE_INDEX;
  gboolean after_leaf = FALSE;

  for (gsize i = 0; i < group->n_children; i++) {
    gsize child = group->children[i];
    gboolean leaf = _kpi_panel_is_indicator (panel, child);

    if (!_kpi_panel_shows (panel, child))
      continue;
    if (pillars && !(leaf && after_leaf))
      draw_blank_line (panel);
    draw_node (panel, child, pillars ? 0 : depth);
    after_leaf = leaf;
  }
}

static void
draw_trees (KpiPanel *panel)
{
  const KpiModel *model = panel->table->model;

  for (gsize i = 0; i < model->n_groups; i++) {
    if (model->groups[i].kind != KPI_NODE_INDEX ||
        !_kpi_panel_shows (panel, model->n_indicators + i))
      continue;
    draw_blank_line (panel);
    draw_node (panel, model->n_indicators + i, 0);
  }
}

/* Indicators outside every tree; without a tree above them they need no heading. */
static void
draw_others (KpiPanel *panel)
{
  const KpiModel *model = panel->table->model;
  gsize depth = panel->begun ? 1 : 0;
  gboolean headed = !panel->begun;

  for (gsize i = 0; i < model->n_indicators; i++) {
    if (model->indicators[i].in_tree || !_kpi_panel_shows (panel, i))
      continue;
    if (!headed) {
      draw_blank_line (panel);
      _kpi_table_put (panel->table, _kpi_word (KPI_WORD_OTHER, panel->table->language),
                      panel->title, KPI_ALIGN_LEFT, KPI_INK_BOLD);
      _kpi_table_end_line (panel->table);
    }
    headed = TRUE;
    draw_line (panel, i, depth);
  }
}

static void
draw_heading (KpiPanel *panel, gsize row)
{
  KpiTable *table = panel->table;
  g_autoptr (GString) left = g_string_new (NULL);

  _kpi_display_title (left, _kpi_table_get_area_title (table, row), "");
  g_string_append_printf (left, " · %s",
                          kpi_scorecard_get_text (table->card, row, KPI_COLUMN_PERIOD));
  _kpi_table_heading (table, left->str, kpi_model_get_title (table->model, table->language));
  _kpi_table_put (table, _kpi_word (KPI_WORD_INDICATOR, table->language), panel->title,
                  KPI_ALIGN_LEFT, KPI_INK_FAINT);
  for (KpiPanelCell cell = 0; cell < KPI_PANEL_N_CELLS; cell++) {
    if (panel->cells[cell] == 0)
      continue;
    _kpi_table_blank (table, _kpi_panel_get_gap (panel, cell));
    _kpi_table_put (table, _kpi_panel_get_heading (panel, cell), panel->cells[cell], aligns[cell],
                    KPI_INK_FAINT);
  }
  _kpi_table_end_line (table);
}

/* "! old figures; figures that contradict each other" */
static void
draw_legend (KpiPanel *panel)
{
  static const struct {
    KpiFlags flag;
    KpiWord word;
  } meanings[] = {{KPI_FLAG_CONTRADICTORY, KPI_WORD_FLAG_CONTRADICTORY},
                  {KPI_FLAG_JUMP, KPI_WORD_FLAG_JUMP},
                  {KPI_FLAG_STALE, KPI_WORD_FLAG_STALE},
                  {KPI_FLAG_OUTSIDE, KPI_WORD_FLAG_OUTSIDE},
                  {KPI_FLAG_DIFFERS, KPI_WORD_FLAG_DIFFERS}};
  KpiTable *table = panel->table;
  g_autoptr (GString) legend = g_string_new ("!");

  if (panel->flags == 0)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (panel->flags & meanings[i].flag)
      g_string_append_printf (legend, "%s %s", legend->len > 1 ? ";" : "",
                              _kpi_word (meanings[i].word, table->language));
  _kpi_table_put (table, legend->str, table->width, KPI_ALIGN_LEFT, KPI_INK_FAINT);
  _kpi_table_end_line (table);
}

/* Notes which row each node has here; tells whether the panel says anything. */
static gboolean
take_rows (KpiPanel *panel, gsize start, gsize end)
{
  KpiTable *table = panel->table;
  gsize n_nodes = kpi_model_get_n_nodes (table->model);
  gboolean valued = FALSE, shown = FALSE;

  for (gsize node = 0; node < n_nodes; node++)
    table->rows[node] = KPI_NO_ROW;
  for (gsize row = start; row < end; row++) {
    table->rows[_kpi_table_get_node (table, row)] = row;
    valued |= _kpi_table_is_valued (table, row);
  }
  for (gsize node = 0; node < n_nodes && !shown; node++)
    shown = _kpi_panel_shows (panel, node);
  return shown && (valued || !table->valued);
}

void
_kpi_table_draw_panel (KpiTable *table, gsize start, gsize end)
{
  KpiPanel panel = {.table = table, .area = _kpi_table_get_area (table, start)};

  if (!take_rows (&panel, start, end))
    return;
  _kpi_panel_measure (&panel);
  draw_heading (&panel, start);
  draw_trees (&panel);
  draw_others (&panel);
  draw_legend (&panel);
}
