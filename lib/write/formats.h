/* SPDX-License-Identifier: MIT */
/* The forms of output: a line each below, and a file write-NAME.c. Each writes the whole to a writer
 * and stops early once that has failed. */
#pragma once

#include <kpiscore/write.h>

#include "base/writer.h"
#include "write/grid.h"

/* What is written: a scorecard, a listing, or of both the alerts of a scorecard. */
typedef struct {
  const KpiScorecard *card;
  const KpiListing *listing;
  KpiGrid grid;               /* of the listing where there is one */
  const KpiTableStyle *style; /* NULL: plain */
} KpiSubject;

/* FALSE, with `error` set, if there is no memory; the writer is then to be ended all the same. */
typedef gboolean (KpiFormatWriter) (const KpiSubject *subject, KpiWriter *writer, GError **error);

/* In the order of KpiFormat. */
#define KPI_FORMATS(FORMAT)                                                                        \
  FORMAT (table)                                                                                   \
  FORMAT (csv)                                                                                     \
  FORMAT (json)

#define KPI_FORMAT_DECLARE(name) KpiFormatWriter _kpi_write_##name;
KPI_FORMATS (KPI_FORMAT_DECLARE)

/* What the table draws in place of a scorecard. */
KpiFormatWriter _kpi_write_alerts, _kpi_write_listing;
