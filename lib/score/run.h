/* SPDX-License-Identifier: MIT */
/* What every step of a scoring run shares. */
#ifndef KPI_RUN_H
#define KPI_RUN_H

#include "score/options-private.h"
#include "score/roster.h"

typedef struct {
  const KpiModel *model;
  const KpiDataset *data;
  const KpiRoster *roster;
  KpiPeriod *periods; /* ascending; with an as-of day, that day alone */
  gsize n_periods;
  gboolean as_of;
  guint32 *series_of; /* by series of the model: its number in the dataset, or KPI_NO_NAME */
  KpiFindings *findings;
} KpiRun;

/* Says that memory ended, and returns FALSE. */
gboolean _kpi_run_no_memory (KpiRun *run);

#endif
