/* SPDX-License-Identifier: MIT */
/* Ranks among the areas of one level in one period. */
#pragma once

#include "score/run/run.h"
#include "score/run/sheet.h"

/* Fills the ranks of a sheet that has scores. FALSE if there is no memory. */
gboolean _kpi_rank_sheet (const KpiRun *run, KpiSheet *sheet);
