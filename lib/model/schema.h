/* SPDX-License-Identifier: MIT */
/* The shape of a model file: one table of keys, kinds and what is required. The reader's checks,
 * its messages, the rules of overlay and the JSON Schema all come from it. */
#ifndef KPI_SCHEMA_H
#define KPI_SCHEMA_H

#include "base/period.h"
#include "model/yaml.h"

/* Checks one file's tree: unknown keys (with the nearest), what is not built yet, values of another
 * kind, required keys. Reports all of it. */
void _kpi_schema_check (const KpiYaml *root, KpiFindings *findings);

/* Lays `over` over `base` by the rules of DESIGN's overlay; a new tree. */
KpiYaml *_kpi_schema_overlay (KpiYaml *base, KpiYaml *over);

/* The JSON Schema (draft-07); a new string. */
char *_kpi_schema_to_json (void);

/* Typed reads of a scalar that has passed the check. */
double _kpi_yaml_get_number (const KpiYaml *scalar);
gboolean _kpi_yaml_get_boolean (const KpiYaml *scalar);
KpiPeriod _kpi_yaml_get_period (const KpiYaml *scalar);

#endif
