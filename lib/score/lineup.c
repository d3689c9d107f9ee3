/* SPDX-License-Identifier: MIT */
/* Lining up.
 *
 * Always true after a read: points[area] is the observation of that area or NaN, and intervals,
 * where the period has bounds, hold the same points where an observation is exact. What is wrong
 * with an observation judge.c has said. */

#include <math.h>
#include <string.h>

#include "score/lineup.h"

gboolean
_kpi_lineup_init (KpiTermRow *row, const KpiRun *run, guint32 series)
{
  gsize n_areas = MAX (run->roster->n_areas, 1);

  *row = (KpiTermRow){.series = run->series_of[series],
                      .said = _kpi_model_get_series (run->model, series)};
  row->points = g_try_new (double, n_areas);
  row->origins = g_try_new (KpiOrigin, n_areas);
  if (row->points == NULL || row->origins == NULL)
    return FALSE;
  _kpi_lineup_empty (row, run);
  return TRUE;
}

void
_kpi_lineup_clear (KpiTermRow *row)
{
  g_clear_pointer (&row->points, g_free);
  g_clear_pointer (&row->intervals, g_free);
  g_clear_pointer (&row->origins, g_free);
}

void
_kpi_lineup_empty (KpiTermRow *row, const KpiRun *run)
{
  for (guint32 a = 0; a < run->roster->n_areas; a++)
    row->points[a] = NAN;
  memset (row->origins, 0, run->roster->n_areas * sizeof *row->origins);
  row->bounded = FALSE;
}

gboolean
_kpi_lineup_need_intervals (KpiTermRow *row, const KpiRun *run)
{
  if (row->bounded)
    return TRUE;
  if (row->intervals == NULL)
    row->intervals = g_try_new (KpiInterval, MAX (run->roster->n_areas, 1));
  if (row->intervals == NULL)
    return FALSE;
  for (guint32 a = 0; a < run->roster->n_areas; a++)
    row->intervals[a] = KPI_EXACT (row->points[a]);
  row->bounded = TRUE;
  return TRUE;
}

double
_kpi_lineup_word (const KpiRun *run, const KpiSeries *said, guint32 word)
{
  const char *text = _kpi_names_get (run->data->words, word);

  for (gsize i = 0; i < said->n_words; i++)
    if (strcmp (said->words[i].text, text) == 0)
      return said->words[i].number;
  return NAN;
}

const KpiBlock *
_kpi_lineup_find_block (const KpiRun *run, guint32 series, KpiFrequency frequency)
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
put_points (KpiTermRow *row, const KpiRun *run, KpiOrigin origin, const double *raw)
{
  const KpiRoster *roster = run->roster;
  const KpiPeriod *period = &origin.block->periods[origin.period];

  for (guint32 d = 0; d < origin.block->n_areas; d++) {
    guint32 area = roster->area_of[d];

    if (area == KPI_NO_AREA || isnan (raw[d]) || !_kpi_roster_is_alive (roster, area, period))
      continue;
    row->points[area] = raw[d];
    row->origins[area] = origin;
  }
}

static KpiInterval
interval_of (const KpiCellBounds *bounds)
{
  return (KpiInterval){bounds->low, bounds->high, (bounds->flags & KPI_CELL_LOW_OPEN) != 0,
                       (bounds->flags & KPI_CELL_HIGH_OPEN) != 0};
}

/* Gives the values of a period their bounds, and its words their numbers. */
static gboolean
put_bounds (KpiTermRow *row, const KpiRun *run, KpiOrigin origin)
{
  const KpiBlock *block = origin.block;
  gsize first, last;

  _kpi_block_period_bounds (block, origin.period, &first, &last);
  for (gsize i = first; i < last; i++) {
    const KpiCellBounds *bounds = &block->bounds[i];
    guint32 area = run->roster->area_of[bounds->key % block->n_areas];

    if (area == KPI_NO_AREA || isnan (row->points[area]) ||
        !_kpi_block_is_current (block, bounds, run->known))
      continue;
    if (!_kpi_lineup_need_intervals (row, run))
      return FALSE;
    if (bounds->flags & KPI_CELL_WORD)
      row->points[area] = _kpi_lineup_word (run, row->said, bounds->word);
    row->intervals[area] =
        bounds->flags & KPI_CELL_WORD ? KPI_EXACT (row->points[area]) : interval_of (bounds);
  }
  return TRUE;
}

gboolean
_kpi_lineup_read (KpiTermRow *row, const KpiRun *run, KpiOrigin origin, double *raw)
{
  _kpi_lineup_empty (row, run);
  _kpi_block_read_period (origin.block, origin.period, run->known, raw);
  put_points (row, run, origin, raw);
  return put_bounds (row, run, origin);
}

gboolean
_kpi_lineup_fill (KpiTermRow *row, const KpiRun *run, const KpiTermRow *from)
{
  if (from->bounded && !_kpi_lineup_need_intervals (row, run))
    return FALSE;
  for (guint32 a = 0; a < run->roster->n_areas; a++) {
    if (!isnan (row->points[a]) || isnan (from->points[a]))
      continue;
    row->points[a] = from->points[a];
    row->origins[a] = from->origins[a];
    if (row->bounded)
      row->intervals[a] = _kpi_lineup_interval (from, a);
  }
  return TRUE;
}
