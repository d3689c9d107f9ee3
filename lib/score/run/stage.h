/* SPDX-License-Identifier: MIT */
/* Stages: what the values of an indicator are on their way from the measure to the score. */
#pragma once

#include "score/run/sheet.h"

typedef enum {
  KPI_STAGE_MEASURED,
  KPI_STAGE_IMPUTED, /* screened, gaps filled */
  KPI_STAGE_TREATED, /* outliers brought in */
  KPI_STAGE_NORMALISED
} KpiStage;

/* The spellings, NULL-terminated, in the order of KpiStage. */
extern const char *const _kpi_stage_names[];

/* The value of a cell of an indicator, and all that it can be; NaN where there is none. */
double _kpi_stage_value (KpiStage stage, const KpiSheet *sheet, gsize cell);
KpiInterval _kpi_stage_interval (KpiStage stage, const KpiSheet *sheet, gsize cell);
