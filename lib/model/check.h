/* SPDX-License-Identifier: MIT */
/* Checks: what must hold between series whatever the indicators make of them. */
#pragma once

#include "model/yaml/cursor.h"
#include "model/model-private.h"

/* Reads the list of `checks`, reporting what is wrong. */
void _kpi_checks_read (const KpiCursor *at, KpiModel *model);
void _kpi_checks_clear (KpiModel *model);
