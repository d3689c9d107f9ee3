/* SPDX-License-Identifier: MIT */
/* `combine`: how a group's score comes from its children's. */
#pragma once

#include "method/combining.h"
#include "model/yaml/cursor.h"

/* Reads a `combine`; where nothing is said it is arithmetic. FALSE, and reported, if it is wrong.
 * Clear `out` either way. */
gboolean _kpi_combine_read (const KpiCursor *at, KpiCombining *out);
