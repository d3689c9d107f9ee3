/* SPDX-License-Identifier: MIT */
/* Staleness: which areas have not been heard of for longer than an indicator allows. */
#pragma once

#include "score/run/run.h"
#include "score/run/sheet.h"

/* Warns of every area whose latest observation is older than `stale` allows, by the as-of day or,
 * in a run by periods, by the last day `last_day` of any observation. */
void _kpi_stale_judge (const KpiRun *run, const KpiIndicator *indicator, const KpiSheet *sheet,
                       gint32 last_day);
