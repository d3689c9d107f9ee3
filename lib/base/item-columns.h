/* SPDX-License-Identifier: MIT */
/* The columns that an item of a register has: models rename them, files hold them. */
#pragma once

typedef enum {
  KPI_ITEM_ID,
  KPI_ITEM_AREA,
  KPI_ITEM_OPENED,
  KPI_ITEM_DUE,
  KPI_ITEM_CLOSED,
  KPI_N_ITEM_COLUMNS
} KpiItemColumn;

/* Our names of them, which hold where the model gives no other; NULL-terminated. */
extern const char *const _kpi_item_columns[];
