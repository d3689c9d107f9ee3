/* SPDX-License-Identifier: MIT */
/* What a register is read for: its file, which column says what, which items are counted, and which
 * days will be asked for. All of it is borrowed, and outlives the register. */
#pragma once

#include "data/registers/cutoffs.h"
#include "base/item-columns.h"
#include "data/registers/date.h"

/* An item passes if the column holds one of the values; both are as _kpi_text_name() leaves them.
 */
typedef struct {
  char *column;
  char **values; /* NULL-terminated */
} KpiCondition;

/* An item is counted if it passes all conditions. */
typedef struct {
  const KpiCondition *conditions;
  gsize n_conditions;
  gboolean with_lengths; /* whether medians and percentiles will be asked for */
} KpiFilter;

typedef struct {
  const char *name;                        /* of the register, in the model */
  const char *path;                        /* of the file, in the encoding of file names */
  const char *columns[KPI_N_ITEM_COLUMNS]; /* NULL: our name, if the file has such a column */
  KpiDates dates;
  gboolean unique; /* an id that comes twice is an error */
  const KpiFilter *filters;
  gsize n_filters;
  KpiCutoffs cutoffs;
} KpiRegisterPlan;
