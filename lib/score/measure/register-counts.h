/* SPDX-License-Identifier: MIT */
/* Counting the items of a register: an indicator's values from what had happened to them. */
#pragma once

#include "score/run/run.h"
#include "score/run/sheet.h"

/* Fills the slots and values of the empty sheet of an indicator that counts items: of each period
 * that ends on or after the register's first opening, every area. FALSE if there is no memory; what
 * is outside `valid` is among the findings. */
gboolean _kpi_register_counts_measure (KpiRun *run, const KpiIndicator *indicator, KpiSheet *sheet);
