/* SPDX-License-Identifier: MIT */
/* Registers as the model says them: where they are, and what is counted in them. */
#ifndef KPI_MODEL_REGISTER_H
#define KPI_MODEL_REGISTER_H

#include "model/cursor.h"
#include "model/model-private.h"

/* The words of `count` (KpiItemCount), `window` and `dates`; NULL-terminated. */
extern const char *const _kpi_count_names[];
extern const char *const _kpi_window_names[];
extern const char *const _kpi_dates_names[];

/* Reads `registers`, reporting what is wrong. */
void _kpi_registers_read (const KpiCursor *at, KpiModel *model);
void _kpi_registers_clear (KpiModel *model);

/* Reads a `measure` that has `register`; the registers have been read. */
void _kpi_item_measure_read (const KpiCursor *at, const KpiModel *model, KpiMeasure *out);
void _kpi_item_measure_free (KpiItemMeasure *measure);

#endif
