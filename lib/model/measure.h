/* SPDX-License-Identifier: MIT */
/* Measures: how an indicator's value is computed from series. */
#pragma once

#include "model/yaml/cursor.h"
#include "model/model-private.h"

/* The words of `as` (KpiChange); NULL-terminated. */

/* Reads a `measure`, reporting what is wrong; where nothing is said it is the series `own`, the
 * indicator's id. New series are added to `series`. */
void _kpi_measure_read (const KpiCursor *at, const char *own, KpiNames *series, KpiMeasure *out);

void _kpi_measure_clear (KpiMeasure *measure);
