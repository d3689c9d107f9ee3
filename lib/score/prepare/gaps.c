/* SPDX-License-Identifier: MIT */
/* Gaps.
 *
 * Always true: `value` stays as it was measured, so that the order in which indicators are filled
 * changes nothing; a cell that is filled is as little measured as before. What stands in for others
 * was observed: nothing that was imputed, rolled up, screened out, or lies outside `valid`, which
 * is itself a gap. */

#include <math.h>

#include "score/prepare/gaps.h"

double
_kpi_gaps_get_observed (const KpiSheet *sheet, gsize cell)
{
  return _kpi_sheet_has_mark (sheet, cell,
                              KPI_MARK_ROLLED_UP | KPI_MARK_SCREENED_OUT | KPI_MARK_OUTSIDE)
             ? NAN
             : sheet->value[cell];
}

void
_kpi_gaps_find (const KpiRun *run, const KpiIndicator *indicator, const KpiSheet *sheet,
                gsize period, guint8 *out)
{
  const KpiHierarchy *hierarchy = run->hierarchy;
  gsize row = (gsize)sheet->slots[period] * sheet->n_areas;

  for (guint32 a = 0; a < sheet->n_areas; a++)
    out[a] = _kpi_areas_is_alive (run->areas, a, &run->periods[period]) &&
             !_kpi_sheet_is_measured (sheet, row + a) &&
             !_kpi_sheet_has_mark (sheet, row + a, KPI_MARK_SCREENED_OUT);
  for (guint32 i = 0; indicator->rollup.form != KPI_ROLLUP_NONE && i < hierarchy->n_parents; i++)
    out[hierarchy->parents[i]] = FALSE;
}

gboolean
_kpi_gaps_fill (KpiSheet *sheet, gsize cell, double value)
{
  if (isnan (value))
    return TRUE;
  if (!_kpi_sheet_need_imputed (sheet))
    return FALSE;
  sheet->imputed[cell] = isfinite (value) ? value : NAN;
  return TRUE;
}

void
_kpi_gaps_warn_lack (const KpiRun *run, const KpiIndicator *indicator)
{
  g_autofree char *path = g_strdup_printf ("indicators.%s.impute", indicator->id);

  _kpi_findings_add (
      run->findings, KPI_SEVERITY_WARNING, KPI_ERROR_UNDEFINED, indicator->place, path,
      "found nothing in the fit that fills gaps of some areas or periods, expected a "
      "fit that was learned from such; they stay gaps");
}
