/* SPDX-License-Identifier: MIT */
/* Sheets: making room for the numbers of one node. */

#include <math.h>
#include <string.h>

#include "score/sheet.h"

void
_kpi_sheet_clear (KpiSheet *sheet)
{
  g_free (sheet->slots);
  g_free (sheet->value);
  g_free (sheet->value_low);
  g_free (sheet->value_high);
  g_free (sheet->marks);
  g_free (sheet->first);
  g_free (sheet->trends);
  g_free (sheet->share);
  g_free (sheet->score);
  g_free (sheet->score_low);
  g_free (sheet->score_high);
  g_free (sheet->coverage);
  g_free (sheet->rank);
  g_free (sheet->rank_best);
  g_free (sheet->rank_worst);
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

double *
_kpi_sheet_new_numbers (const KpiSheet *sheet)
{
  gsize n = _kpi_sheet_n_cells (sheet);
  double *numbers = g_try_new (double, MAX (n, 1));

  for (gsize i = 0; numbers != NULL && i < n; i++)
    numbers[i] = NAN;
  return numbers;
}

gboolean
_kpi_sheet_need_bounds (KpiSheet *sheet)
{
  gsize size = _kpi_sheet_n_cells (sheet) * sizeof (double);

  if (sheet->value_low != NULL && sheet->value_high != NULL)
    return TRUE;
  sheet->value_low = g_try_malloc (size);
  sheet->value_high = g_try_malloc (size);
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
    sheet->marks = g_try_malloc0 (_kpi_sheet_n_cells (sheet));
  return sheet->marks != NULL;
}

KpiOpen
_kpi_sheet_point_open (const KpiSheet *sheet, gsize cell)
{
  if (sheet->value_low == NULL)
    return KPI_OPEN_NOT;
  if (sheet->value[cell] == sheet->value_low[cell] && (sheet->marks[cell] & KPI_MARK_LOW_OPEN))
    return KPI_OPEN_ABOVE;
  if (sheet->value[cell] == sheet->value_high[cell] && (sheet->marks[cell] & KPI_MARK_HIGH_OPEN))
    return KPI_OPEN_BELOW;
  return KPI_OPEN_NOT;
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
