/* SPDX-License-Identifier: MIT */
/* `status`: by which rule and which limits an indicator that has time is on track or behind. */
#pragma once

#include "method/pacing.h"
#include "model/yaml/cursor.h"

/* Reads a `status`; where nothing is said, what holds then. */
void _kpi_status_read (const KpiCursor *at, KpiPacing *out);
