/* SPDX-License-Identifier: MIT */
/* Areas: what is scored, by the names that a model gives them. */
#pragma once

#include "model/yaml/cursor.h"
#include "model/model-private.h"

/* Reads `areas` into the model; where nothing is said it has none. */
void _kpi_area_read_all (const KpiCursor *at, KpiModel *model);

void _kpi_area_clear_all (KpiModel *model);

/* The name of an area, level or group, as it is compared; a new string. Of a text that the schema
 * has found to be a name; of another one it may be NULL. */
char *_kpi_area_name (const char *text);
