/* SPDX-License-Identifier: MIT */
/* What every step of a scoring run shares. */
#ifndef KPI_RUN_H
#define KPI_RUN_H

#include "score/lineage.h"
#include "score/options-private.h"
#include "score/roster.h"

typedef struct {
  const KpiModel *model;
  const KpiDataset *data;
  const KpiRoster *roster;
  const KpiLineage *lineage;
  KpiPeriod *periods; /* ascending; with an as-of day, that day alone */
  gsize n_periods;
  gboolean as_of;
  gint32 known;        /* the day by which things had to be published; KPI_KNOWN_AT_LAST: any */
  guint8 *passed_over; /* by area of the dataset: not in the model's list; NULL: all are in it */
  guint32 *series_of;  /* by series of the model: its number in the dataset, or KPI_NO_NAME */
  struct _KpiRunRegisters *registers; /* see registers.h */
  KpiFindings *findings;
} KpiRun;

/* Says that memory ended, and returns FALSE. */
gboolean _kpi_run_no_memory (KpiRun *run);

#endif
