/* SPDX-License-Identifier: MIT */
/* Scalars: text until its place says what it is. */
#pragma once

#include "base/period.h"
#include "model/yaml/kind.h"
#include "model/yaml/yaml.h"

/* Whether `text` is of a kind, which is a scalar's; if not, `*expected` may get more precise. */
gboolean _kpi_scalar_matches (KpiShapeKind kind, const char *text, const char **expected);

/* Typed reads of a scalar that has passed the check. */
double _kpi_yaml_get_number (const KpiYaml *scalar);
gboolean _kpi_yaml_get_boolean (const KpiYaml *scalar);
KpiPeriod _kpi_yaml_get_period (const KpiYaml *scalar);

/* The first and the last day of periods such as 2020..2024. */
void _kpi_yaml_get_periods (const KpiYaml *scalar, gint32 *out_from, gint32 *out_until);
