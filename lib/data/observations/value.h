/* SPDX-License-Identifier: MIT */
/* What a cell says: a number, nothing, or bounds. */
#pragma once

#include <glib.h>

typedef struct {
  double point;     /* what is scored; NaN where the cell is empty */
  double low, high; /* infinite where open-ended; `point` where exact */
  guint8 flags;     /* KpiCellFlags */
  gboolean about;   /* `~90` */
  guint32 word;     /* with KPI_CELL_WORD, which no number has: see observations.c */
} KpiValue;

/* Reads a cell: empty, `NaN`, `12.5`, `>80`, `>=80`, `<5`, `<=5`, `85..90`, `~90`. `decimal` is `.`
 * or `,`. Returns NULL, or on failure what was expected instead, which is never freed. */
const char *_kpi_value_read (const char *text, char decimal, KpiValue *out_value);

/* Reads a cell that holds one plain number, with the same decimal mark and the same answer. */
const char *_kpi_value_read_number (const char *text, char decimal, double *out_number);

gboolean _kpi_value_has_bounds (const KpiValue *value);
