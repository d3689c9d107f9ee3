/* SPDX-License-Identifier: MIT */
/* A ranking: the areas of one period by their score in one index, each level by itself, since only
 * areas of one level are compared.
 *
 * Always true: an area stands there once, and only if it has a rank; an area that is alone in its
 * level is no ranking. */

#include <stdlib.h>

#include "base/rows.h"
#include "write/display.h"
#include "write/table.h"
#include "write/width.h"

#define MOST_TITLE 32
#define MOST_BAR 40
#define GAP 2

typedef struct {
  gsize row;
  double rank;
  const char *level; /* "" where there is none */
  gsize place;       /* of its level among the levels met */
} Ranked;

typedef struct {
  gsize rank; /* columns */
  gsize title;
  gsize score;
  gsize bar; /* cells */
} Widths;

static gint
compare (gconstpointer a, gconstpointer b)
{
  const Ranked *x = a, *y = b;

  if (x->place != y->place)
    return x->place < y->place ? -1 : 1;
  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

static const char *
get_level (const KpiTable *table, gsize row)
{
  const KpiArea *area = _kpi_table_get_area (table, row);

  return area == NULL || area->level == NULL ? "" : area->level;
}

/* Levels come in the order in which they are met: the model's order of areas. */
static gboolean
gather (const KpiTable *table, gsize root, gsize start, gsize end, KpiRows *ranked)
{
  g_autoptr (KpiNames) levels = _kpi_names_new ();

  for (gsize row = start; row < end; row++) {
    Ranked *item;
    guint32 place;

    if (_kpi_table_get_node (table, row) != root || !_kpi_table_has (table, row, KPI_COLUMN_RANK))
      continue;
    item = _kpi_rows_add (ranked);
    place = _kpi_names_add (levels, get_level (table, row));
    if (item == NULL || place == KPI_NO_NAME)
      return FALSE;
    *item = (Ranked){.row = row, .level = get_level (table, row), .place = place};
    item->rank = kpi_scorecard_get_number (table->card, row, KPI_COLUMN_RANK);
  }
  return TRUE;
}

static const char *
get_rank (KpiTable *table, gsize row)
{
  GString *out = _kpi_table_new_cell (table);

  _kpi_display_rank (out, table->card, row, table->language);
  return out->str;
}

static const char *
get_score (KpiTable *table, gsize row, double out_of)
{
  GString *out = _kpi_table_new_cell (table);

  _kpi_display_score (out, table->card, row, out_of, table->language);
  return out->str;
}

static Widths
measure (KpiTable *table, const KpiRows *ranked, gsize first, gsize end, double out_of)
{
  Widths widths = {0};
  gsize taken;

  for (gsize i = first; i < end; i++) {
    gsize row = KPI_ROW (ranked, Ranked, i).row;

    widths.rank = MAX (widths.rank, _kpi_width (get_rank (table, row)));
    widths.title = MAX (widths.title, _kpi_width (_kpi_table_get_area_title (table, row)));
    widths.score = MAX (widths.score, _kpi_width (get_score (table, row, out_of)));
  }
  widths.title = MIN (widths.title, MOST_TITLE);
  taken = widths.rank + GAP + widths.title + GAP + 1 + 1 + widths.score;
  widths.bar = table->width > taken ? MIN (table->width - taken, MOST_BAR) : 1;
  return widths;
}

static void
draw_area (KpiTable *table, gsize row, double out_of, const Widths *widths)
{
  _kpi_table_put (table, get_rank (table, row), widths->rank, KPI_ALIGN_RIGHT, KPI_INK_PLAIN);
  _kpi_table_blank (table, GAP);
  _kpi_table_put (table, _kpi_table_get_area_title (table, row), widths->title, KPI_ALIGN_LEFT,
                  KPI_INK_PLAIN);
  _kpi_table_blank (table, GAP);
  _kpi_display_bar (_kpi_table_new_cell (table), table->card, row, out_of, widths->bar);
  _kpi_table_put (table, table->cell->str, widths->bar + 1, KPI_ALIGN_LEFT, KPI_INK_PLAIN);
  _kpi_table_blank (table, 1);
  _kpi_table_put (table, get_score (table, row, out_of), widths->score, KPI_ALIGN_RIGHT,
                  KPI_INK_PLAIN);
  _kpi_table_end_line (table);
}

static void
draw_heading (KpiTable *table, gsize root, const Ranked *first)
{
  g_autoptr (GString) left = g_string_new (NULL);

  _kpi_display_title (left, kpi_model_get_node_title (table->model, root, table->language), "");
  g_string_append_printf (left, " · %s",
                          kpi_scorecard_get_text (table->card, first->row, KPI_COLUMN_PERIOD));
  _kpi_table_heading (table, left->str, first->level);
}

/* The number of the first area after those of the same level as area `first`. */
static gsize
find_level_end (const KpiRows *ranked, gsize first)
{
  gsize place = KPI_ROW (ranked, Ranked, first).place;
  gsize end = first;

  while (end < ranked->n && KPI_ROW (ranked, Ranked, end).place == place)
    end++;
  return end;
}

static void
draw_level (KpiTable *table, gsize root, const KpiRows *ranked, gsize first, gsize end)
{
  double out_of = _kpi_table_get_out_of (table, root);
  Widths widths = measure (table, ranked, first, end, out_of);

  if (end - first < 2)
    return;
  draw_heading (table, root, &KPI_ROW (ranked, Ranked, first));
  for (gsize i = first; i < end && !table->writer->failed; i++)
    draw_area (table, KPI_ROW (ranked, Ranked, i).row, out_of, &widths);
}

gboolean
_kpi_table_draw_ranking (KpiTable *table, gsize root, gsize start, gsize end)
{
  KpiRows ranked = KPI_ROWS (Ranked);
  gboolean gathered = gather (table, root, start, end, &ranked);

  if (gathered && ranked.n > 1) {
    qsort (ranked.data, ranked.n, sizeof (Ranked), compare);
    for (gsize first = 0; first < ranked.n;) {
      gsize level_end = find_level_end (&ranked, first);

      draw_level (table, root, &ranked, first, level_end);
      first = level_end;
    }
  }
  _kpi_rows_clear (&ranked);
  return gathered;
}
