/* SPDX-License-Identifier: MIT */
/* How an indicator's parents get a value from their children. */
#pragma once

#include "model/yaml/cursor.h"
#include "model/model-private.h"

/* Reads `rollup` for an indicator whose measure has been read. */
void _kpi_rollup_read (const KpiCursor *at, KpiNames *series, KpiIndicator *indicator);
