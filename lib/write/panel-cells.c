/* SPDX-License-Identifier: MIT */
/* What the cells of a panel say, and how wide they are.
 *
 * Always true: titles have LEAST_TITLE columns or more, and all columns together are as wide as the
 * table. */

#include "score/run/goals.h"
#include "write/display.h"
#include "write/panel.h"
#include "write/width.h"

#define BAR_CELLS 8
#define GAP 2
#define LEAST_TITLE 18
#define LEAST_CELL 6

/* The bar and its score share one heading, that of the score. */
static const gint headings[KPI_PANEL_N_CELLS] = {
    [KPI_PANEL_VALUE] = KPI_WORD_VALUE, [KPI_PANEL_TARGET] = KPI_WORD_TARGET, [KPI_PANEL_BAR] = -1,
    [KPI_PANEL_SCORE] = KPI_WORD_SCORE, [KPI_PANEL_STATUS] = KPI_WORD_STATUS,
};

static const KpiTarget *
find_target (const KpiPanel *panel, const KpiIndicator *indicator)
{
  const KpiArea *area = panel->area;

  return _kpi_target_for (indicator, area == NULL ? "" : area->id, area == NULL ? "" : area->level);
}

/* An indicator without a value says something only where one was demanded. */
static gboolean
says_something (const KpiPanel *panel, gsize node)
{
  gsize row = _kpi_panel_get_row (panel, node);

  if (row == KPI_NO_ROW)
    return FALSE;
  if (_kpi_table_has (panel->table, row, KPI_COLUMN_SCORE))
    return TRUE;
  if (!_kpi_panel_is_indicator (panel, node))
    return FALSE;
  return _kpi_table_has (panel->table, row, KPI_COLUMN_VALUE) ||
         find_target (panel, &panel->table->model->indicators[node]) != NULL;
}

gboolean
_kpi_panel_shows (const KpiPanel *panel, gsize node)
{
  const KpiGroup *group;

  if (says_something (panel, node))
    return TRUE;
  if (_kpi_panel_is_indicator (panel, node))
    return FALSE;
  group = _kpi_model_get_group (panel->table->model, node);
  for (gsize i = 0; i < group->n_children; i++)
    if (_kpi_panel_shows (panel, group->children[i]))
      return TRUE;
  return FALSE;
}

/* The rank of an area that is compared with no other is no news. */
static gboolean
shows_rank (const KpiPanel *panel, gsize node)
{
  const KpiTable *table = panel->table;

  return !_kpi_panel_is_indicator (panel, node) &&
         _kpi_model_get_group (table->model, node)->kind == KPI_NODE_INDEX &&
         _kpi_table_count_peers (table, _kpi_panel_get_row (panel, node)) > 1;
}

static void
append_status (KpiPanel *panel, gsize node, GString *out)
{
  KpiTable *table = panel->table;
  gsize row = _kpi_panel_get_row (panel, node);
  const KpiStatusLook *look = _kpi_status_look (kpi_scorecard_get_status (table->card, row));

  if (look != NULL)
    g_string_append_printf (out, "%s%s%s", look->shape, *look->shape == '\0' ? "" : " ",
                            _kpi_status_word (look, table->language));
  else if (!_kpi_table_has (table, row, KPI_COLUMN_SCORE))
    g_string_append (out, _kpi_word (KPI_WORD_NO_SCORE, table->language));
  else if (shows_rank (panel, node))
    _kpi_display_rank (out, table->card, row, table->language);
}

/* That a value was rolled up is no reason to doubt it. */
KpiFlags
_kpi_panel_get_flags (const KpiPanel *panel, gsize node)
{
  gsize row = _kpi_panel_get_row (panel, node);

  return row == KPI_NO_ROW
             ? 0
             : kpi_scorecard_get_flags (panel->table->card, row) & ~(guint)KPI_FLAG_ROLLED_UP;
}

/* The mark stands before the value, so that numbers stay one below the other. */
static void
append_value (KpiPanel *panel, gsize node, const KpiIndicator *indicator, GString *out)
{
  if (_kpi_panel_get_flags (panel, node) != 0)
    g_string_append (out, "! ");
  _kpi_display_value (out, panel->table->card, _kpi_panel_get_row (panel, node), indicator,
                      panel->table->language);
}

const char *
_kpi_panel_get_cell (KpiPanel *panel, gsize node, KpiPanelCell cell)
{
  KpiTable *table = panel->table;
  GString *out = _kpi_table_new_cell (table);
  gsize row = _kpi_panel_get_row (panel, node);
  const KpiIndicator *indicator =
      _kpi_panel_is_indicator (panel, node) ? &table->model->indicators[node] : NULL;
  double out_of = _kpi_table_get_out_of (table, node);

  if (cell == KPI_PANEL_VALUE && indicator != NULL)
    append_value (panel, node, indicator, out);
  else if (cell == KPI_PANEL_TARGET && indicator != NULL)
    _kpi_display_target (out, table->card, row, indicator, find_target (panel, indicator),
                         table->language);
  else if (cell == KPI_PANEL_BAR)
    _kpi_display_bar (out, table->card, row, out_of, BAR_CELLS);
  else if (cell == KPI_PANEL_SCORE)
    _kpi_display_score (out, table->card, row, out_of, table->language);
  else if (cell == KPI_PANEL_STATUS)
    append_status (panel, node, out);
  return out->str;
}

const char *
_kpi_panel_get_heading (const KpiPanel *panel, KpiPanelCell cell)
{
  return headings[cell] < 0 ? "" : _kpi_word ((KpiWord)headings[cell], panel->table->language);
}

static void
measure_cells (KpiPanel *panel)
{
  for (gsize node = 0; node < kpi_model_get_n_nodes (panel->table->model); node++) {
    panel->flags |= _kpi_panel_get_flags (panel, node);
    for (KpiPanelCell cell = 0;
         _kpi_panel_get_row (panel, node) != KPI_NO_ROW && cell < KPI_PANEL_N_CELLS; cell++)
      if (_kpi_panel_shows (panel, node))
        panel->cells[cell] =
            MAX (panel->cells[cell], _kpi_width (_kpi_panel_get_cell (panel, node, cell)));
  }
}

/* The columns before a cell: a score belongs to its bar. */
gsize
_kpi_panel_get_gap (const KpiPanel *panel, KpiPanelCell cell)
{
  return cell == KPI_PANEL_SCORE && panel->cells[KPI_PANEL_BAR] > 0 ? 1 : GAP;
}

gsize
_kpi_panel_get_columns (const KpiPanel *panel, KpiPanelCell cell)
{
  return panel->cells[cell] == 0 ? 0 : panel->cells[cell] + _kpi_panel_get_gap (panel, cell);
}

static gsize
get_taken (const KpiPanel *panel)
{
  gsize taken = 0;

  for (KpiPanelCell cell = 0; cell < KPI_PANEL_N_CELLS; cell++)
    taken += _kpi_panel_get_columns (panel, cell);
  return taken;
}

static gboolean
is_too_wide (const KpiPanel *panel)
{
  return get_taken (panel) + LEAST_TITLE > panel->table->width;
}

static void
shrink (KpiPanel *panel, KpiPanelCell cell)
{
  while (is_too_wide (panel) && panel->cells[cell] > LEAST_CELL)
    panel->cells[cell]--;
}

/* On a narrow terminal the bars go first, which only repeat the scores; then units are cutoff, and
 * numbers of many digits. */
void
_kpi_panel_measure (KpiPanel *panel)
{
  measure_cells (panel);
  for (KpiPanelCell cell = 0; cell < KPI_PANEL_N_CELLS; cell++)
    if (panel->cells[cell] > 0)
      panel->cells[cell] =
          MAX (panel->cells[cell], _kpi_width (_kpi_panel_get_heading (panel, cell)));
  if (is_too_wide (panel))
    panel->cells[KPI_PANEL_BAR] = 0;
  shrink (panel, KPI_PANEL_VALUE);
  shrink (panel, KPI_PANEL_TARGET);
  shrink (panel, KPI_PANEL_SCORE);
  panel->title = panel->table->width - get_taken (panel);
}
