/* SPDX-License-Identifier: MIT */
/* Indicators: what is measured, which way is better, what is demanded, how it is scored. */
#pragma once

#include "model/yaml/cursor.h"
#include "model/model-private.h"

/* Numbers the indicators of `indicators` and makes room for them, so that trees can name them.
 * FALSE, and reported, without memory. */
gboolean _kpi_indicators_number (const KpiCursor *at, KpiModel *model);

/* Reads them, once the trees have told which of them they use. `otherwise` is how one is scored
 * that does not say so itself; it has been read once without a report. */
void _kpi_indicators_read (const KpiCursor *at, const KpiCursor *otherwise, KpiModel *model);

void _kpi_indicators_clear (KpiModel *model);
