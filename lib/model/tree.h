/* SPDX-License-Identifier: MIT */
/* Trees: how indicators add up to groups and an index. */
#pragma once

#include "model/yaml/cursor.h"
#include "model/model-private.h"

/* Reads `index`, one tree or a list of them, into the model's groups, and marks the indicators that
 * a tree uses. `defaults` says what holds for a node that is silent. */
void _kpi_trees_read (const KpiCursor *at, const KpiCursor *defaults, KpiModel *model);

void _kpi_trees_clear (KpiModel *model);
