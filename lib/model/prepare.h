/* SPDX-License-Identifier: MIT */
/* `screen`, `impute`, `treat`: what is done between measuring and scoring. */
#pragma once

#include "model/yaml/cursor.h"
#include "model/model-private.h"

/* Reads `impute` and `treat` of all indicators, whose scores have been read; `defaults` say what
 * holds for those that do not. */
void _kpi_prepare_read (const KpiCursor *indicators, const KpiCursor *defaults, KpiModel *model);
void _kpi_prepare_clear (KpiIndicator *indicator);

void _kpi_screen_read (const KpiCursor *at, KpiScreening *out);
