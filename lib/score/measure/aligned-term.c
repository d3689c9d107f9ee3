/* SPDX-License-Identifier: MIT */
/* Aligning: what was observed, by area.
 *
 * Always true after a read: points[area] is the observation of that area or NaN; `areas` lists
 * those that have one, so that nothing walks over areas that a period says nothing of; intervals,
 * where the period has bounds, hold the same points where an observation is exact. What is wrong
 * with an observation is found by check/judge.c, before any term is read. */

#include <math.h>
#include <string.h>

#include "base/sort.h"
#include "score/measure/aligned-term.h"

gboolean
_kpi_aligned_init (KpiAlignedTerm *term, KpiArena *arena, const KpiRun *run, guint32 series,
                   KpiReading *readings)
{
  guint32 n_areas = run->areas->n_areas;

  *term = (KpiAlignedTerm){.run = run,
                           .arena = arena,
                           .readings = readings,
                           .series = run->series_of[series],
                           .rules = _kpi_model_get_series (run->model, series),
                           .points = KPI_ARENA_NEW (arena, double, n_areas),
                           .origins = KPI_ARENA_NEW (arena, KpiOrigin, n_areas),
                           .areas = KPI_ARENA_NEW (arena, guint32, n_areas)};
  for (guint32 a = 0; !arena->failed && a < n_areas; a++)
    term->points[a] = NAN;
  return !arena->failed;
}

void
_kpi_aligned_empty (KpiAlignedTerm *term)
{
  for (guint32 i = 0; i < term->n_areas; i++)
    term->points[term->areas[i]] = NAN;
  term->n_areas = 0;
  term->bounded = FALSE;
}

void
_kpi_aligned_put (KpiAlignedTerm *term, guint32 area, double point, KpiOrigin origin)
{
  term->points[area] = point;
  term->origins[area] = origin;
  term->areas[term->n_areas++] = area;
}

void
_kpi_aligned_tidy (KpiAlignedTerm *term)
{
  guint32 n = 0;

  for (guint32 i = 0; i < term->n_areas; i++)
    if (!isnan (term->points[term->areas[i]]))
      term->areas[n++] = term->areas[i];
  term->n_areas = n;
}

void
_kpi_aligned_sort (KpiAlignedTerm *term)
{
  guint32 n_areas = term->run->areas->n_areas;
  guint32 i = 1;

  while (i < term->n_areas && term->areas[i - 1] < term->areas[i])
    i++;
  if (i >= term->n_areas) /* as they are where the data go by area */
    return;
  if (term->n_areas < n_areas / 8) {
    _kpi_sort (term->areas, term->n_areas, sizeof *term->areas, _kpi_order_guint32, NULL);
    return;
  }
  term->n_areas = 0;
  for (guint32 a = 0; a < n_areas; a++)
    if (!isnan (term->points[a]))
      term->areas[term->n_areas++] = a;
}

gboolean
_kpi_aligned_need_intervals (KpiAlignedTerm *term)
{
  if (term->bounded)
    return TRUE;
  if (term->intervals == NULL)
    term->intervals = KPI_ARENA_NEW (term->arena, KpiInterval, term->run->areas->n_areas);
  if (term->intervals == NULL)
    return FALSE;
  for (guint32 i = 0; i < term->n_areas; i++)
    term->intervals[term->areas[i]] = KPI_EXACT (term->points[term->areas[i]]);
  term->bounded = TRUE;
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
put_points (KpiAlignedTerm *term, KpiOrigin origin)
{
  const KpiAreas *areas = term->run->areas;
  const KpiPeriod *period = _kpi_origin_period (&origin);
  guint32 n =
      _kpi_block_read_period (origin.block, origin.period, term->run->known, term->readings);

  for (guint32 i = 0; i < n; i++) {
    guint32 area = _kpi_areas_area_in (areas, term->readings[i].area, period);

    if (area == KPI_NO_AREA || !_kpi_areas_has_rows (areas, area, period))
      continue;
    if (isnan (term->points[area])) /* else an alias has brought one: judge.c refuses that */
      _kpi_aligned_put (term, area, term->readings[i].value, origin);
  }
}

static KpiInterval
interval_of (const KpiCellBounds *bounds)
{
  return (KpiInterval){bounds->low, bounds->high, (bounds->flags & KPI_CELL_LOW_OPEN) != 0,
                       (bounds->flags & KPI_CELL_HIGH_OPEN) != 0};
}

static gboolean
put_bounds (KpiAlignedTerm *term, KpiOrigin origin)
{
  const KpiRun *run = term->run;
  const KpiBlock *block = origin.block;
  gsize first, last;

  _kpi_block_period_bounds (block, origin.period, &first, &last);
  for (gsize i = first; i < last; i++) {
    const KpiCellBounds *bounds = &block->bounds[i];
    guint32 area = _kpi_areas_area_in (run->areas, (guint32)(bounds->key % block->n_areas),
                                       _kpi_origin_period (&origin));

    if (area == KPI_NO_AREA || isnan (term->points[area]) ||
        !_kpi_block_is_current (block, bounds, run->known))
      continue;
    if (!_kpi_aligned_need_intervals (term))
      return FALSE;
    if (bounds->flags & KPI_CELL_WORD)
      term->points[area] = _kpi_aligned_word (run, term->rules, bounds->word);
    term->intervals[area] =
        bounds->flags & KPI_CELL_WORD ? KPI_EXACT (term->points[area]) : interval_of (bounds);
  }
  if (first < last) /* a word that means nothing was none */
    _kpi_aligned_tidy (term);
  return TRUE;
}

gboolean
_kpi_aligned_read (KpiAlignedTerm *term, KpiOrigin origin)
{
  _kpi_aligned_empty (term);
  put_points (term, origin);
  return put_bounds (term, origin);
}

gboolean
_kpi_aligned_read_period (KpiAlignedTerm *term, const KpiBlock *block, const KpiPeriod *period)
{
  gssize place = block != NULL ? _kpi_block_find_period (block, period) : -1;

  if (place >= 0)
    return _kpi_aligned_read (term, (KpiOrigin){block, (guint32)place});
  _kpi_aligned_empty (term);
  return TRUE;
}

gboolean
_kpi_aligned_fill (KpiAlignedTerm *term, const KpiAlignedTerm *from)
{
  if (from->bounded && !_kpi_aligned_need_intervals (term))
    return FALSE;
  for (guint32 i = 0; i < from->n_areas; i++) {
    guint32 area = from->areas[i];

    if (!isnan (term->points[area]))
      continue;
    _kpi_aligned_put (term, area, from->points[area], from->origins[area]);
    if (term->bounded)
      term->intervals[area] = _kpi_aligned_interval (from, area);
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
