/* SPDX-License-Identifier: MIT */
/* The values of an indicator stage by stage. An indicator without a score has none when it is
 * normalised. */

#include <math.h>

#include "score/run/stage.h"

const char *const _kpi_stage_names[] = {"measured", "imputed", "treated", "normalised", NULL};

double
_kpi_stage_value (KpiStage stage, const KpiSheet *sheet, gsize cell)
{
  switch (stage) {
  case KPI_STAGE_IMPUTED:
    return _kpi_sheet_imputed (sheet, cell);
  case KPI_STAGE_TREATED:
    return _kpi_sheet_prepared (sheet, cell);
  case KPI_STAGE_NORMALISED:
    return sheet->score != NULL ? sheet->score[cell] : NAN;
  case KPI_STAGE_MEASURED:
  default:
    return sheet->value[cell];
  }
}

KpiInterval
_kpi_stage_interval (KpiStage stage, const KpiSheet *sheet, gsize cell)
{
  double value = _kpi_stage_value (stage, sheet, cell);

  if (stage == KPI_STAGE_MEASURED)
    return _kpi_sheet_interval (sheet, cell);
  if (isnan (value))
    return KPI_EXACT (NAN);
  if (stage == KPI_STAGE_TREATED)
    return _kpi_sheet_prepared_interval (sheet, cell);
  if (stage == KPI_STAGE_IMPUTED)
    return _kpi_sheet_is_measured (sheet, cell) ? _kpi_sheet_interval (sheet, cell)
                                                : KPI_EXACT (value);
  if (sheet->score_low == NULL)
    return KPI_EXACT (value);
  return (KpiInterval){sheet->score_low[cell], sheet->score_high[cell], FALSE, FALSE};
}
