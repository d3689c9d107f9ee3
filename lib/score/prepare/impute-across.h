/* SPDX-License-Identifier: MIT */
/* Imputing across: from the areas of one level, or of one group among them, in the same period. */
#pragma once

#include "score/run/run.h"
#include "score/run/sheet.h"

/* Fills the gaps of an indicator whose method looks across. A run that learns hands over what was
 * observed instead, whatever the method: `asked_by_row` says that it, or one of its siblings, is
 * imputed by row. FALSE if there is no memory, or if the fit at hand is refused. */
gboolean _kpi_impute_across (KpiRun *run, const KpiIndicator *indicator, KpiSheet *sheet,
                             gboolean asked_by_row);
