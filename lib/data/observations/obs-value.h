/* SPDX-License-Identifier: MIT */
/* What a row says of a value: its cell, and the columns that say more of it. What is wrong is told
 * at its field, all of it. */
#pragma once

#include "data/observations/obs-row.h"
#include "data/observations/value.h"

/* Reads the cell in a column: a number, nothing, bounds, or a word. */
gboolean _kpi_obs_value_read (const KpiObsRow *row, guint32 column, KpiValue *value);

/* Reads the status, `low` and `high`, and UNIT_MULT, and brings the value in line with them. */
gboolean _kpi_obs_value_read_stated (const KpiObsRow *row, KpiValue *value, char *out_status);
