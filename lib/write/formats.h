/* SPDX-License-Identifier: MIT */
/* The forms of output: each writes a whole scorecard to a writer and stops early once that has
 * failed. */
#ifndef KPI_FORMATS_H
#define KPI_FORMATS_H

#include "write/writer.h"

void _kpi_write_csv (const KpiScorecard *card, KpiWriter *writer);
void _kpi_write_json (const KpiScorecard *card, KpiWriter *writer);

/* FALSE, with `error` set, if there is no memory; the writer is then to be ended all the same. */
gboolean _kpi_write_table (const KpiScorecard *card, const KpiTableStyle *style, KpiWriter *writer,
                           GError **error);

#endif
