/* SPDX-License-Identifier: MIT */
/* The forms of output: each writes the whole to a writer and stops early once that has failed. */
#pragma once

#include "write/grid.h"
#include "write/writer.h"

void _kpi_write_csv (const KpiGrid *grid, KpiWriter *writer);
void _kpi_write_json (const KpiGrid *grid, KpiWriter *writer);

/* Tables are drawn otherwise for a scorecard than for a listing. FALSE, with `error` set, if there
 * is no memory; the writer is then to be ended all the same. */
gboolean _kpi_write_table (const KpiScorecard *card, const KpiTableStyle *style, KpiWriter *writer,
                           GError **error);
gboolean _kpi_write_listing (const KpiListing *listing, const KpiTableStyle *style,
                             KpiWriter *writer, GError **error);

/* Alerts for people: their titles come from the scorecard that they are of. */
void _kpi_write_alerts (const KpiScorecard *card, const KpiListing *alerts,
                        const KpiTableStyle *style, KpiWriter *writer);
