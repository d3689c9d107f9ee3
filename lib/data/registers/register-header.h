/* SPDX-License-Identifier: MIT */
/* The header of a register: which column says what, and by which items are chosen. */
#pragma once

#include "data/observations/header.h"
#include "data/registers/register-plan.h"

typedef struct {
  KpiHeader names;
  guint32 columns[KPI_N_ITEM_COLUMNS]; /* or KPI_NO_COLUMN */
} KpiRegisterHeader;

/* Understands the first row. FALSE if the file cannot be read by it; all that is wrong goes to
 * `findings`. Clear `*out_header` either way. */
gboolean _kpi_register_header_read (KpiRegisterHeader *out_header, const KpiRegisterPlan *plan,
                                    const KpiCsvField *fields, gsize n_fields, const char *file,
                                    KpiFindings *findings);

void _kpi_register_header_clear (KpiRegisterHeader *header);
