/* SPDX-License-Identifier: MIT */
/* Imputing by row: from the siblings of the same area. */
#pragma once

#include "score/run/run.h"
#include "score/run/sheet.h"

/* Fills the gaps of all indicators that are imputed by row. Sets, by indicator, whether one of its
 * siblings or it itself is imputed so (`out_asked`), and whether the fit at hand lacked its range
 * (`out_lacks`). FALSE if there is no memory. O(cells of the siblings), where indicators have the
 * same parents. */
gboolean _kpi_impute_rows (KpiRun *run, KpiSheet *sheets, guint8 *out_asked, guint8 *out_lacks);
