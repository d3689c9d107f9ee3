/* SPDX-License-Identifier: MIT */
/* The names of an item's columns, which model and data files share. */

#include <stddef.h>

#include "base/item-columns.h"

const char *const _kpi_item_columns[] = {
    [KPI_ITEM_ID] = "id",   [KPI_ITEM_AREA] = "area",     [KPI_ITEM_OPENED] = "opened",
    [KPI_ITEM_DUE] = "due", [KPI_ITEM_CLOSED] = "closed", [KPI_N_ITEM_COLUMNS] = NULL};
