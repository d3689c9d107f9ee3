/* SPDX-License-Identifier: MIT */
/* Ids that come twice: a hash of each while the register is read, and a second look at the file
 * where two hashes are the same. */
#pragma once

#include "data/registers/register-item.h"
#include "data/registers/repeats.h"

typedef struct {
  KpiRepeats repeats;
  const KpiItemReader *reader;
  gboolean failed; /* said; nothing more is noted */
} KpiItemIds;

void _kpi_item_ids_init (KpiItemIds *ids, const KpiItemReader *reader, gsize most_kept);
void _kpi_item_ids_clear (KpiItemIds *ids);

/* Notes the id of a row. What is wrong goes to the findings. */
void _kpi_item_ids_add (KpiItemIds *ids, const KpiCsvField *fields);

/* Reports every id that stands in two rows of the file at `path`, naming both lines. */
void _kpi_item_ids_report (KpiItemIds *ids, const char *path);
