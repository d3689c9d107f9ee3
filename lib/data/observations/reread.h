/* SPDX-License-Identifier: MIT */
/* Rows read once more, for a message: entries keep a line number and no text. */
#pragma once

#include "data/observations/intake.h"

typedef struct {
  guint16 file;
  guint32 line;  /* on which one of its fields starts */
  char **fields; /* as many as the header has columns; NULL where the row could not be read again */
} KpiRereadRow;

typedef struct {
  KpiRows rows;       /* of KpiRereadRow, by file and line */
  KpiHeader *headers; /* by file; no columns where it was not read again */
  gsize n_headers;
} KpiReread;

void _kpi_reread_init (KpiReread *reread);
void _kpi_reread_clear (KpiReread *reread);

/* Asks for a row. FALSE if there is no memory. */
gboolean _kpi_reread_want (KpiReread *reread, guint16 file, guint32 line);

/* Reads all rows that were asked for, as far as files and memory allow. */
void _kpi_reread_run (KpiReread *reread, const KpiIntake *intake, const KpiReadOptions *options);

/* A row with its fields, or NULL. */
const KpiRereadRow *_kpi_reread_find (const KpiReread *reread, guint16 file, guint32 line);
