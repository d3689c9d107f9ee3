/* SPDX-License-Identifier: MIT */
/* Aligning.
 *
 * Always true after a read: points[area] is the observation of that area or NaN; `areas` lists
 * those that have one, so that nothing walks over areas that a period says nothing of; intervals,
 * where the period has bounds, hold the same points where an observation is exact. What is wrong
 * with an observation judge.c has said. */

#include <math.h>
#include <string.h>

#include "base/sort.h"
#include "score/measure/aligned-term.h"

gboolean
_kpi_aligned_init (KpiAlignedTerm *term, KpiArena *arena, const KpiRun *run, guint32 series)
{
  guint32 n_areas = run->areas->n_areas;

  *term = (KpiAlignedTerm){.series = run->series_of[series],
                           .rules = _kpi_model_get_series (run->model, series),
                           .arena = arena,
                           .points = KPI_ARENA_NEW (arena, double, n_areas),
                           .origins = KPI_ARENA_NEW (arena, KpiOrigin, n_areas),
                           .areas = KPI_ARENA_NEW (arena, guint32, n_areas)};
  for (guint32 a = 0; !arena->failed && a < n_areas; a++)
    term->points[a] = NAN;
  return !arena->failed;
}

void
_kpi_aligned_empty (KpiAlignedTerm *row)
{
  for (guint32 i = 0; i < row->n_areas; i++)
    row->points[row->areas[i]] = NAN;
  row->n_areas = 0;
  row->bounded = FALSE;
}

void
_kpi_aligned_put (KpiAlignedTerm *row, guint32 area, double point, KpiOrigin origin)
{
  row->points[area] = point;
  row->origins[area] = origin;
  row->areas[row->n_areas++] = area;
}

void
_kpi_aligned_tidy (KpiAlignedTerm *row)
{
  guint32 n = 0;

  for (guint32 i = 0; i < row->n_areas; i++)
    if (!isnan (row->points[row->areas[i]]))
      row->areas[n++] = row->areas[i];
  row->n_areas = n;
}

void
_kpi_aligned_sort (KpiAlignedTerm *row, const KpiRun *run)
{
  guint32 i = 1;

  while (i < row->n_areas && row->areas[i - 1] < row->areas[i])
    i++;
  if (i >= row->n_areas) /* as ever where the data go by area */
    return;
  if (row->n_areas < run->areas->n_areas / 8) {
    _kpi_sort (row->areas, row->n_areas, sizeof *row->areas, _kpi_order_guint32, NULL);
    return;
  }
  row->n_areas = 0;
  for (guint32 a = 0; a < run->areas->n_areas; a++)
    if (!isnan (row->points[a]))
      row->areas[row->n_areas++] = a;
}

gboolean
_kpi_aligned_need_intervals (KpiAlignedTerm *row, const KpiRun *run)
{
  if (row->bounded)
    return TRUE;
  if (row->intervals == NULL)
    row->intervals = KPI_ARENA_NEW (row->arena, KpiInterval, run->areas->n_areas);
  if (row->intervals == NULL)
    return FALSE;
  for (guint32 i = 0; i < row->n_areas; i++)
    row->intervals[row->areas[i]] = KPI_EXACT (row->points[row->areas[i]]);
  row->bounded = TRUE;
  return TRUE;
}

double
_kpi_aligned_word (const KpiRun *run, const KpiSeries *rules, guint32 word)
{
  const char *text = _kpi_names_get (run->data->words, word);

  for (gsize i = 0; i < rules->n_words; i++)
    if (strcmp (rules->words[i].text, text) == 0)
      return rules->words[i].number;
  return NAN;
}

const KpiBlock *
_kpi_aligned_find_block (const KpiRun *run, guint32 series, KpiFrequency frequency)
{
  const KpiBlock *blocks;
  gsize n_blocks;

  if (series == KPI_NO_NAME)
    return NULL;
  blocks = _kpi_dataset_get_blocks (run->data, series, &n_blocks);
  for (gsize i = 0; i < n_blocks; i++)
    if (blocks[i].frequency == frequency)
      return &blocks[i];
  return NULL;
}

static void
put_points (KpiAlignedTerm *row, const KpiRun *run, KpiOrigin origin, const KpiReading *readings,
            guint32 n)
{
  const KpiPeriod *period = &origin.block->periods[origin.period];

  for (guint32 i = 0; i < n; i++) {
    guint32 area = _kpi_areas_area_in (run->areas, readings[i].area, period);

    if (area == KPI_NO_AREA || !_kpi_areas_has_rows (run->areas, area, period))
      continue;
    if (isnan (row->points[area])) /* else an alias has brought one: judge.c refuses that */
      _kpi_aligned_put (row, area, readings[i].value, origin);
  }
}

static KpiInterval
interval_of (const KpiCellBounds *bounds)
{
  return (KpiInterval){bounds->low, bounds->high, (bounds->flags & KPI_CELL_LOW_OPEN) != 0,
                       (bounds->flags & KPI_CELL_HIGH_OPEN) != 0};
}

static gboolean
put_bounds (KpiAlignedTerm *row, const KpiRun *run, KpiOrigin origin)
{
  const KpiBlock *block = origin.block;
  gsize first, last;

  _kpi_block_period_bounds (block, origin.period, &first, &last);
  for (gsize i = first; i < last; i++) {
    const KpiCellBounds *bounds = &block->bounds[i];
    guint32 area = _kpi_areas_area_in (run->areas, (guint32)(bounds->key % block->n_areas),
                                       &block->periods[origin.period]);

    if (area == KPI_NO_AREA || isnan (row->points[area]) ||
        !_kpi_block_is_current (block, bounds, run->known))
      continue;
    if (!_kpi_aligned_need_intervals (row, run))
      return FALSE;
    if (bounds->flags & KPI_CELL_WORD)
      row->points[area] = _kpi_aligned_word (run, row->rules, bounds->word);
    row->intervals[area] =
        bounds->flags & KPI_CELL_WORD ? KPI_EXACT (row->points[area]) : interval_of (bounds);
  }
  if (first < last) /* a word that means nothing was none */
    _kpi_aligned_tidy (row);
  return TRUE;
}

gboolean
_kpi_aligned_read (KpiAlignedTerm *row, const KpiRun *run, KpiOrigin origin, KpiReading *readings)
{
  guint32 n = _kpi_block_read_period (origin.block, origin.period, run->known, readings);

  _kpi_aligned_empty (row);
  put_points (row, run, origin, readings, n);
  return put_bounds (row, run, origin);
}

gboolean
_kpi_aligned_fill (KpiAlignedTerm *row, const KpiRun *run, const KpiAlignedTerm *from)
{
  if (from->bounded && !_kpi_aligned_need_intervals (row, run))
    return FALSE;
  for (guint32 i = 0; i < from->n_areas; i++) {
    guint32 area = from->areas[i];

    if (!isnan (row->points[area]))
      continue;
    _kpi_aligned_put (row, area, from->points[area], from->origins[area]);
    if (row->bounded)
      row->intervals[area] = _kpi_aligned_interval (from, area);
  }
  return TRUE;
}

static KpiPlace
place_under (const KpiRun *run, KpiOrigin origin, const char *name)
{
  guint32 area = _kpi_names_find (run->data->areas, name);
  gsize found = area == KPI_NO_NAME
                    ? KPI_NO_CELL
                    : _kpi_block_find (origin.block, origin.period, area, run->known);

  return found == KPI_NO_CELL ? KPI_NOWHERE
                              : _kpi_dataset_get_place (run->data, origin.block, found);
}

KpiPlace
_kpi_aligned_get_place (const KpiRun *run, KpiOrigin origin, guint32 area)
{
  char **alias = area < run->model->n_areas ? run->model->areas[area].aliases : NULL;
  KpiPlace place;

  if (origin.block == NULL)
    return KPI_NOWHERE;
  place = place_under (run, origin, _kpi_areas_get (run->areas, area));
  for (; place.line == 0 && alias != NULL && *alias != NULL; alias++)
    place = place_under (run, origin, *alias);
  return place;
}
