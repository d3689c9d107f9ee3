/* SPDX-License-Identifier: MIT */
/* CSV (RFC 4180, UTF-8) row by row, each field with its place. The file streams through one buffer
 * and no field is allocated, so that a register of ten million rows costs what one row costs. */
#pragma once

#include <kpiscore/dataset.h>

#include "base/findings-private.h"

/* The longest row, in bytes: what bounds the buffer. */
#define KPI_MAX_ROW_BYTES (16 * 1024 * 1024)

typedef struct {
  char *text; /* unquoted, UTF-8, ends with a NUL; may be written to; lives until the next row */
  guint32 offset; /* from the start of the row */
  guint32 length; /* in bytes */
  guint32 line;   /* of the field's first character, from 1; */
  guint32 column; /* in characters, from 1 */
} KpiCsvField;

typedef struct _KpiCsv KpiCsv;

/* Opens a file; `name` stands for it in messages and is borrowed, as is `findings`, which gets all
 * that is wrong. NULL if it cannot be opened. */
KpiCsv *_kpi_csv_open (const char *path, const char *name, char separator, KpiFindings *findings);
void _kpi_csv_close (KpiCsv *csv);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpiCsv, _kpi_csv_close)

/* Reads the next row and sets `*out_fields`; FALSE at the end. The first row decides how many
 * fields there are in each. A row with an error is reported and passed over; after one that leaves
 * the rest in doubt, an error in the first row among them, there are no more rows. */
gboolean _kpi_csv_next (KpiCsv *csv, KpiCsvField **out_fields);

/* How many fields each row has; 0 before the first. */
gsize _kpi_csv_get_n_fields (const KpiCsv *csv);
