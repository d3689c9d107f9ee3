/* SPDX-License-Identifier: MIT */
/* Registers as the model says them: where they are, and what is counted in them. */
#pragma once

#include "model/yaml/cursor.h"
#include "model/model-private.h"

/* Reads `registers`, reporting what is wrong. */
void _kpi_registers_read (const KpiCursor *at, KpiModel *model);
void _kpi_registers_clear (KpiModel *model);

/* Reads a `measure` that has `register`; the registers have been read. */
void _kpi_item_measure_read (const KpiCursor *at, const KpiModel *model, KpiMeasure *out);
void _kpi_item_measure_free (KpiItemMeasure *measure);
