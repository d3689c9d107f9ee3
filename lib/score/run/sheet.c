/* SPDX-License-Identifier: MIT */
/* Sheets: making room for the numbers of one node. */

#include <math.h>
#include <string.h>

#include "score/run/sheet.h"

void
_kpi_sheet_drop_scores (KpiSheet *sheet)
{
  g_clear_pointer (&sheet->score, g_free);
  g_clear_pointer (&sheet->score_low, g_free);
  g_clear_pointer (&sheet->score_high, g_free);
  g_clear_pointer (&sheet->coverage, g_free);
  g_clear_pointer (&sheet->rank, g_free);
  g_clear_pointer (&sheet->rank_best, g_free);
  g_clear_pointer (&sheet->rank_worst, g_free);
}

void
_kpi_sheet_clear (KpiSheet *sheet)
{
  _kpi_sheet_drop_scores (sheet);
  g_free (sheet->slots);
  if (!sheet->is_borrowed)
    g_free (sheet->value);
  g_free (sheet->value_low);
  g_free (sheet->value_high);
  g_free (sheet->marks);
  g_free (sheet->imputed);
  g_free (sheet->treated);
  g_free (sheet->treated_low);
  g_free (sheet->treated_high);
  g_free (sheet->steps);
  g_free (sheet->first);
  g_free (sheet->trends);
  g_free (sheet->share);
  g_free (sheet->origins);
  g_free (sheet->weights);
  *sheet = (KpiSheet){0};
}

gboolean
_kpi_sheet_init (KpiSheet *sheet, guint32 n_areas, const guint8 *wanted, gsize n_periods)
{
  sheet->n_areas = n_areas;
  sheet->n_slots = 0;
  sheet->slots = g_try_new (guint32, MAX (n_periods, 1));
  if (sheet->slots == NULL)
    return FALSE;
  for (gsize p = 0; p < n_periods; p++)
    sheet->slots[p] = wanted[p] ? sheet->n_slots++ : KPI_NO_SLOT;
  return TRUE;
}

static double *
new_numbers (gsize n)
{
  double *numbers = g_try_new (double, MAX (n, 1));

  for (gsize i = 0; numbers != NULL && i < n; i++)
    numbers[i] = NAN;
  return numbers;
}

double *
_kpi_sheet_new_numbers (const KpiSheet *sheet)
{
  return new_numbers (_kpi_sheet_n_cells (sheet));
}

double *
_kpi_sheet_new_scores (const KpiSheet *sheet, guint n_lanes)
{
  return new_numbers (sheet->passes ? (gsize)n_lanes * sheet->n_areas : _kpi_sheet_n_cells (sheet));
}

gboolean
_kpi_sheet_need_bounds (KpiSheet *sheet)
{
  gsize size = _kpi_sheet_n_cells (sheet) * sizeof (double);

  if (sheet->value_low != NULL && sheet->value_high != NULL)
    return TRUE;
  sheet->value_low = g_try_malloc (MAX (size, 1));
  sheet->value_high = g_try_malloc (MAX (size, 1));
  if (sheet->value_low == NULL || sheet->value_high == NULL)
    return FALSE;
  memcpy (sheet->value_low, sheet->value, size);
  memcpy (sheet->value_high, sheet->value, size);
  return _kpi_sheet_need_marks (sheet);
}

gboolean
_kpi_sheet_need_marks (KpiSheet *sheet)
{
  if (sheet->marks == NULL)
    sheet->marks = g_try_malloc0 (MAX (_kpi_sheet_n_cells (sheet), 1));
  return sheet->marks != NULL;
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

static gboolean
need_copy (const KpiSheet *sheet, const double *from, double **copy)
{
  if (from == NULL || *copy != NULL)
    return TRUE;
  *copy = _kpi_sheet_new_numbers (sheet);
  if (*copy != NULL)
    memcpy (*copy, from, _kpi_sheet_n_cells (sheet) * sizeof *from);
  return *copy != NULL;
}

gboolean
_kpi_sheet_need_treated (KpiSheet *sheet)
{
  return _kpi_sheet_need_imputed (sheet) && need_copy (sheet, sheet->imputed, &sheet->treated) &&
         need_copy (sheet, sheet->value_low, &sheet->treated_low) &&
         need_copy (sheet, sheet->value_high, &sheet->treated_high);
}

gboolean
_kpi_sheet_need_steps (KpiSheet *sheet)
{
  if (sheet->steps == NULL)
    sheet->steps = g_try_malloc0 (MAX (_kpi_sheet_n_cells (sheet), 1));
  return sheet->steps != NULL;
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
  gboolean outside = sheet->marks != NULL && (sheet->marks[cell] & KPI_MARK_OUTSIDE);

  return !outside && !isnan (sheet->value[cell]);
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
  gboolean logged = _kpi_sheet_has_step (sheet, cell, KPI_STEP_LOGGED);
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
