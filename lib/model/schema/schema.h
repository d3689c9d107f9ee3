/* SPDX-License-Identifier: MIT */
/* The shape of a model file: one table of keys, kinds and what is required. The reader's checks,
 * its messages, the rules of overlay and the JSON Schema all come from it. */
#pragma once

#include "model/schema/shape.h"

/* Checks a tree: unknown keys (with the nearest), what is not built yet, values of another kind,
 * required keys. Reports all of it. A tree that is not `whole` is one of several files: what
 * another of them may say is not missing from it. */
void _kpi_schema_check (const KpiYaml *root, gboolean whole, KpiFindings *findings);

/* The same for a node that stands where `shape` is asked for. */
void _kpi_schema_check_place (const KpiYaml *node, const KpiShape *shape, gboolean whole,
                              KpiFindings *findings);

/* Lays `over` over `base` (what an earlier call returned, or NULL) by the rules of DESIGN's
 * overlay: a new tree, which shares what only one of them says. Both have passed the check. An
 * entry that is null is gone, except within `for`, where it takes away what the target itself says,
 * and among the indicators, where the null stays; where there was nothing to take away, a warning.
 * An entry is built in if all that wrote it are; its place is that of the last. NULL without
 * memory. */
KpiYaml *_kpi_schema_overlay (KpiYaml *base, KpiYaml *over, KpiFindings *findings);

/* The JSON Schema (draft-07); a new string. */
char *_kpi_schema_to_json (void);
