/* SPDX-License-Identifier: MIT */
/* One row of a register, understood. */
#pragma once

#include "data/registers/register-header.h"

/* Days as in KpiPeriod; 0 where none is said. */
typedef struct {
  gint32 opened;
  gint32 due;
  gint32 closed;
} KpiItem;

typedef struct {
  const KpiRegisterHeader *header;
  KpiDates dates;
  const char *file;
  KpiFindings *findings;
} KpiItemReader;

/* Reads the dates of a row. FALSE if they are wrong: the item cannot be counted, and why is among
 * the findings. */
gboolean _kpi_item_read (const KpiItemReader *reader, const KpiCsvField *fields, KpiItem *out_item);

/* The name in one of the columns that say what an item is or where it belongs: after NFC and
 * trimming. Borrowed from the field, or from `*owned`, which is then to be freed. NULL, and
 * reported, if there is none. */
const char *_kpi_item_read_name (const KpiItemReader *reader, const KpiCsvField *fields,
                                 KpiItemColumn column, char **owned);
