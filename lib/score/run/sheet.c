/* SPDX-License-Identifier: MIT */
/* Sheets: making room for the numbers of one node. */

#include <math.h>
#include <string.h>

#include "score/run/sheet.h"

void
_kpi_sheet_drop_scores (KpiSheet *sheet)
{
  _kpi_arena_clear (&sheet->score_arena);
  sheet->score = sheet->score_low = sheet->score_high = sheet->coverage = NULL;
  sheet->rank = sheet->rank_best = sheet->rank_worst = NULL;
}

void
_kpi_sheet_clear (KpiSheet *sheet)
{
  _kpi_arena_clear (&sheet->score_arena);
  _kpi_arena_clear (&sheet->arena);
  *sheet = (KpiSheet){0};
}

gboolean
_kpi_sheet_init (KpiSheet *sheet, guint32 n_areas, const guint8 *wanted, gsize n_periods)
{
  sheet->n_areas = n_areas;
  sheet->n_slots = 0;
  sheet->slots = KPI_ARENA_NEW (&sheet->arena, guint32, n_periods);
  if (sheet->slots == NULL)
    return FALSE;
  for (gsize p = 0; p < n_periods; p++)
    sheet->slots[p] = wanted[p] ? sheet->n_slots++ : KPI_NO_SLOT;
  return TRUE;
}

static double *
new_numbers (KpiArena *arena, gsize n)
{
  double *numbers = KPI_ARENA_NEW (arena, double, n);

  for (gsize i = 0; numbers != NULL && i < n; i++)
    numbers[i] = NAN;
  return numbers;
}

double *
_kpi_sheet_new_numbers (KpiSheet *sheet)
{
  return new_numbers (&sheet->arena, _kpi_sheet_n_cells (sheet));
}

double *
_kpi_sheet_new_scores (KpiSheet *sheet, guint n_workers)
{
  return new_numbers (&sheet->score_arena, sheet->passes ? (gsize)n_workers * sheet->n_areas
                                                         : _kpi_sheet_n_cells (sheet));
}

gboolean
_kpi_sheet_need_scores (KpiSheet *sheet, guint n_workers, gboolean bounded)
{
  sheet->score = _kpi_sheet_new_scores (sheet, n_workers);
  if (bounded) {
    sheet->score_low = _kpi_sheet_new_scores (sheet, n_workers);
    sheet->score_high = _kpi_sheet_new_scores (sheet, n_workers);
  }
  return !sheet->score_arena.failed;
}

/* Makes a copy of an array over all cells, where there is one to copy and no copy yet. */
static gboolean
need_copy (KpiSheet *sheet, const double *from, double **copy)
{
  gsize n = _kpi_sheet_n_cells (sheet);

  if (from == NULL || *copy != NULL)
    return TRUE;
  *copy = KPI_ARENA_NEW (&sheet->arena, double, n);
  if (*copy != NULL)
    memcpy (*copy, from, n * sizeof *from);
  return *copy != NULL;
}

gboolean
_kpi_sheet_need_bounds (KpiSheet *sheet)
{
  return need_copy (sheet, sheet->value, &sheet->value_low) &&
         need_copy (sheet, sheet->value, &sheet->value_high) && _kpi_sheet_need_marks (sheet);
}

gboolean
_kpi_sheet_need_marks (KpiSheet *sheet)
{
  if (sheet->marks == NULL)
    sheet->marks = KPI_ARENA_NEW0 (&sheet->arena, KpiMarks, _kpi_sheet_n_cells (sheet));
  return sheet->marks != NULL;
}

gboolean
_kpi_sheet_mark (KpiSheet *sheet, gsize cell, guint marks)
{
  if (marks == 0)
    return TRUE;
  if (!_kpi_sheet_need_marks (sheet))
    return FALSE;
  sheet->marks[cell] |= (KpiMarks)marks;
  return TRUE;
}

gboolean
_kpi_sheet_need_imputed (KpiSheet *sheet)
{
  if (sheet->imputed != NULL)
    return TRUE;
  sheet->imputed = _kpi_sheet_new_numbers (sheet);
  for (gsize i = 0; sheet->imputed != NULL && i < _kpi_sheet_n_cells (sheet); i++)
    if (_kpi_sheet_is_measured (sheet, i))
      sheet->imputed[i] = sheet->value[i];
  return sheet->imputed != NULL;
}

gboolean
_kpi_sheet_need_treated (KpiSheet *sheet)
{
  return _kpi_sheet_need_imputed (sheet) && need_copy (sheet, sheet->imputed, &sheet->treated) &&
         need_copy (sheet, sheet->value_low, &sheet->treated_low) &&
         need_copy (sheet, sheet->value_high, &sheet->treated_high);
}

gboolean
_kpi_row_has_any (const double *row, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (!isnan (row[i]))
      return TRUE;
  return FALSE;
}

gboolean
_kpi_sheet_is_measured (const KpiSheet *sheet, gsize cell)
{
  return !isnan (sheet->value[cell]) && !_kpi_sheet_has_mark (sheet, cell, KPI_MARK_OUTSIDE);
}

double
_kpi_sheet_coverage (const KpiSheet *sheet, guint32 slot, guint32 area)
{
  gsize cell = (gsize)slot * sheet->n_areas + area;

  if (sheet->coverage != NULL)
    return sheet->coverage[cell];
  if (!_kpi_sheet_is_measured (sheet, cell))
    return 0;
  return sheet->share != NULL ? sheet->share[cell] : 1;
}

KpiInterval
_kpi_sheet_interval (const KpiSheet *sheet, gsize cell)
{
  if (sheet->value_low == NULL)
    return KPI_EXACT (sheet->value[cell]);
  return (KpiInterval){sheet->value_low[cell], sheet->value_high[cell],
                       (sheet->marks[cell] & KPI_MARK_LOW_OPEN) != 0,
                       (sheet->marks[cell] & KPI_MARK_HIGH_OPEN) != 0};
}

double
_kpi_sheet_imputed (const KpiSheet *sheet, gsize cell)
{
  if (sheet->imputed != NULL)
    return sheet->imputed[cell];
  return _kpi_sheet_is_measured (sheet, cell) ? sheet->value[cell] : NAN;
}

double
_kpi_sheet_prepared (const KpiSheet *sheet, gsize cell)
{
  return sheet->treated != NULL ? sheet->treated[cell] : _kpi_sheet_imputed (sheet, cell);
}

/* An end that was held to a limit is reached, whether or not it was before; and so is one at which
 * the other was held. */
static void
take_treated (const KpiSheet *sheet, gsize cell, KpiInterval *interval)
{
  gboolean logged = _kpi_sheet_has_mark (sheet, cell, KPI_MARK_LOGGED);
  double low = sheet->treated_low[cell], high = sheet->treated_high[cell];

  interval->low_open &= logged || (low == interval->low && low < high);
  interval->high_open &= logged || (high == interval->high && low < high);
  interval->low = low;
  interval->high = high;
}

KpiInterval
_kpi_sheet_prepared_interval (const KpiSheet *sheet, gsize cell)
{
  double point = _kpi_sheet_prepared (sheet, cell);
  KpiInterval interval = _kpi_sheet_interval (sheet, cell);

  if (sheet->value_low == NULL || isnan (point) || !_kpi_sheet_is_measured (sheet, cell))
    return KPI_EXACT (point);
  if (sheet->treated_low != NULL)
    take_treated (sheet, cell, &interval);
  return interval;
}

KpiOpen
_kpi_sheet_point_open (const KpiSheet *sheet, gsize cell)
{
  double point = _kpi_sheet_prepared (sheet, cell);
  KpiInterval interval = _kpi_sheet_prepared_interval (sheet, cell);

  if (interval.low_open && point == interval.low)
    return KPI_OPEN_ABOVE;
  return interval.high_open && point == interval.high ? KPI_OPEN_BELOW : KPI_OPEN_NOT;
}

/* The point of `>80` counts as just above 80 where the method jumps. */
static void
open_points (const KpiSheet *sheet, gsize row, const guint32 *areas, guint32 n, double *out)
{
  for (guint32 i = 0; i < n; i++)
    out[i] = _kpi_open_value (out[i], _kpi_sheet_point_open (sheet, row + areas[i]));
}

const double *
_kpi_sheet_gather (const KpiSheet *sheet, guint32 slot, const guint32 *areas, guint32 n,
                   guint without, gboolean opened, double *scratch)
{
  const double *numbers = _kpi_sheet_get_scored (sheet);
  gsize row = (gsize)slot * sheet->n_areas;

  if (sheet->marks == NULL && _kpi_are_consecutive (areas, n)) /* nor has it bounds, then */
    return numbers + row + areas[0];
  without |= numbers == sheet->value ? KPI_MARK_OUTSIDE : 0;
  for (guint32 i = 0; i < n; i++) {
    gsize cell = row + areas[i];

    scratch[i] = _kpi_sheet_has_mark (sheet, cell, without) ? NAN : numbers[cell];
  }
  if (opened && sheet->value_low != NULL)
    open_points (sheet, row, areas, n, scratch);
  return scratch;
}

void
_kpi_sheet_gather_ends (const KpiSheet *sheet, guint32 slot, const guint32 *areas, guint32 n,
                        double *out_lows, double *out_highs)
{
  for (guint32 i = 0; i < n; i++) {
    KpiInterval value =
        _kpi_sheet_prepared_interval (sheet, (gsize)slot * sheet->n_areas + areas[i]);

    _kpi_interval_open (&value, &out_lows[i], &out_highs[i]);
  }
}
