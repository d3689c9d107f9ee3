/* SPDX-License-Identifier: MIT */
/* Slices.
 *
 * Always true: all areas of a level are in its slice, asked for or not, so that asking changes no
 * number. An area that is the parent of another one of its level is left out: what was rolled up
 * from others must not count beside them. */

#include <math.h>
#include <string.h>

#include "analyse/slice.h"
#include "base/findings-private.h"

static void
mark_parents (KpiSlice *slice)
{
  const KpiModel *model = slice->card->model;
  const KpiAreas *areas = &slice->card->areas;

  for (guint32 child = 0; child < model->n_areas; child++) {
    guint32 parent = _kpi_areas_find (areas, model->areas[child].parent);

    if (parent != KPI_NO_AREA && areas->levels[parent] == areas->levels[child])
      slice->is_parent[parent] = TRUE;
  }
}

gboolean
_kpi_slice_init (KpiSlice *slice, const KpiScorecard *card, GError **error)
{
  gsize n_areas = card->areas.n_areas, n_nodes = kpi_model_get_n_nodes (card->model);
  KpiArena *arena = &slice->arena;
  gsize n_scores;

  *slice = (KpiSlice){.card = card, .n_nodes = n_nodes};
  slice->areas = KPI_ARENA_NEW (arena, guint32, n_areas);
  slice->is_shown = KPI_ARENA_NEW0 (arena, guint8, n_nodes);
  slice->is_asked = KPI_ARENA_NEW0 (arena, guint8, n_areas);
  slice->is_parent = KPI_ARENA_NEW0 (arena, guint8, n_areas);
  slice->marks = KPI_ARENA_NEW0 (arena, guint8, n_nodes);
  slice->scratch = KPI_ARENA_NEW (arena, double, n_areas);
  if (g_size_checked_mul (&n_scores, n_areas, n_nodes))
    slice->scores = KPI_ARENA_NEW (arena, double, n_scores);
  if (arena->failed || slice->scores == NULL) {
    _kpi_slice_clear (slice);
    return _kpi_error_set (error, KPI_ERROR_MEMORY, "no memory for statistics");
  }
  for (gsize i = 0; i < card->n_shown_areas; i++)
    slice->is_asked[card->shown_areas[i]] = TRUE;
  mark_parents (slice);
  return TRUE;
}

void
_kpi_slice_clear (KpiSlice *slice)
{
  _kpi_arena_clear (&slice->arena);
  *slice = (KpiSlice){0};
}

/* Gathers the areas of the level; returns whether one of them was asked for. */
static gboolean
gather_areas (KpiSlice *slice, guint32 level)
{
  const KpiAreas *areas = &slice->card->areas;
  const KpiPeriod *period = &slice->card->periods[slice->shown->period];
  gboolean asked = FALSE;

  slice->n_areas = 0;
  for (guint32 a = 0; a < areas->n_areas; a++) {
    if (areas->levels[a] != level || slice->is_parent[a] || !_kpi_areas_is_alive (areas, a, period))
      continue;
    slice->areas[slice->n_areas++] = a;
    asked |= slice->is_asked[a];
  }
  return asked;
}

static void
gather_scores (const KpiSlice *slice, gsize node, double *out)
{
  const KpiSheet *sheet = &slice->card->sheets[node];
  gboolean has_any = _kpi_slice_has (slice, node) && sheet->score != NULL;
  const double *row = NULL;

  if (has_any)
    row = _kpi_sheet_row (sheet, sheet->score, sheet->slots[slice->shown->period]);
  for (gsize i = 0; i < slice->n_areas; i++)
    out[i] = has_any && isfinite (row[slice->areas[i]]) ? row[slice->areas[i]] : NAN;
}

gboolean
_kpi_slice_fill (KpiSlice *slice, const KpiCardPeriod *shown, guint32 level)
{
  const KpiModel *model = slice->card->model;

  slice->shown = shown;
  if (!gather_areas (slice, level))
    return FALSE;
  slice->level = slice->areas[0] < model->n_areas ? model->areas[slice->areas[0]].level : "";
  memset (slice->is_shown, FALSE, slice->n_nodes);
  for (gsize i = 0; i < shown->n_nodes; i++)
    slice->is_shown[shown->nodes[i]] = TRUE;
  for (gsize node = 0; node < slice->n_nodes; node++)
    gather_scores (slice, node, slice->scores + node * slice->n_areas);
  return TRUE;
}

/* The node's slot of the period. What no tree uses and nobody asked for was never measured: its
 * sheet is blank. */
static guint32
slot_of (const KpiSlice *slice, gsize node)
{
  const KpiSheet *sheet = &slice->card->sheets[node];

  return sheet->slots == NULL ? KPI_NO_SLOT : sheet->slots[slice->shown->period];
}

gboolean
_kpi_slice_has (const KpiSlice *slice, gsize node)
{
  return slot_of (slice, node) != KPI_NO_SLOT;
}

gboolean
_kpi_slice_is_known (const KpiSlice *slice, gsize node)
{
  return !_kpi_slice_has (slice, node) || slice->card->sheets[node].score != NULL;
}

gboolean
_kpi_slice_is_measured (const KpiSlice *slice, gsize node, gsize i)
{
  const KpiSheet *sheet = &slice->card->sheets[node];
  gsize slot = slot_of (slice, node);

  return slot != KPI_NO_SLOT &&
         _kpi_sheet_is_measured (sheet, slot * sheet->n_areas + slice->areas[i]);
}

/* What is outside `valid` is shown as measured, and missing everywhere else. */
static double
value_of (const KpiSlice *slice, const KpiSheet *sheet, gsize cell)
{
  KpiStage stage = slice->card->stage;
  double value = _kpi_stage_value (stage, sheet, cell);

  if (stage == KPI_STAGE_MEASURED && !_kpi_sheet_is_measured (sheet, cell))
    return NAN;
  return isfinite (value) ? value : NAN;
}

void
_kpi_slice_values (const KpiSlice *slice, gsize node, double *out)
{
  const KpiSheet *sheet = &slice->card->sheets[node];
  gsize slot = slot_of (slice, node);

  for (gsize i = 0; i < slice->n_areas; i++)
    out[i] = slot == KPI_NO_SLOT ? NAN
                                 : value_of (slice, sheet, slot * sheet->n_areas + slice->areas[i]);
}

const KpiGroup *
_kpi_slice_group (const KpiSlice *slice, gsize node)
{
  const KpiModel *model = slice->card->model;

  return _kpi_model_is_indicator (model, node) ? NULL : _kpi_model_get_group (model, node);
}

void
_kpi_slice_mark_below (const KpiSlice *slice, const KpiGroup *group)
{
  for (gsize c = 0; c < group->n_children; c++) {
    const KpiGroup *child = _kpi_slice_group (slice, group->children[c]);

    slice->marks[group->children[c]] = TRUE;
    if (child != NULL) /* as deep as a model file may nest */
      _kpi_slice_mark_below (slice, child);
  }
}

void
_kpi_slice_unmark (const KpiSlice *slice)
{
  memset (slice->marks, FALSE, slice->n_nodes);
}
