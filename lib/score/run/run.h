/* SPDX-License-Identifier: MIT */
/* What all stages of a run share. */
#pragma once

#include "score/run/hierarchy.h"
#include "score/run/options-private.h"
#include "score/run/areas.h"

typedef struct {
  const KpiModel *model;
  const KpiDataset *data;
  const KpiAreas *areas;
  const KpiHierarchy *hierarchy;
  const KpiHierarchy *past; /* what areas were before they came to be */
  KpiPeriod *periods;       /* ascending; with an as-of day, that day alone */
  gsize n_periods;
  gboolean as_of;
  gint32 known;        /* the day by which things had to be published; KPI_KNOWN_AT_LAST: any */
  guint8 *passed_over; /* by area of the dataset: not in the model's list; NULL: all are in it */
  guint32 *series_of;  /* by series of the model: its number in the dataset, or KPI_NO_NAME */
  struct _KpiRunRegisters *registers; /* see registers.h */
  const KpiFit *fit; /* what methods are told, rather than learning it; NULL: they learn */
  KpiFit *learned;   /* what is learned goes here, and nothing is scored; NULL: it is used */
  KpiFit *weighed;   /* what the trees derive of weights goes here too; NULL: nowhere */
  const guint8 *shown_nodes; /* by node: whether the options ask to see it */
  gboolean shown_only;       /* what they do not ask to see is not kept */
  guint n_threads;           /* 0: as many as there are processors */
  KpiFindings *findings;
  struct _KpiRemarks *remarks; /* see remarks.h; NULL: nobody asks for any */
} KpiRun;

/* Whether areas x periods x layers are at most KPI_MAX_CELLS; says so where they are not. */
gboolean _kpi_run_check_size (KpiRun *run, gsize n_periods, gsize n_layers, const char *layers);

/* A copy of a run of which nobody hears: its findings are its own, to be ended with it, and remarks
 * are not asked for. */
KpiRun _kpi_run_quiet (const KpiRun *run);

/* Says that memory ended, unless something worse was said before; returns FALSE. */
gboolean _kpi_run_no_memory (KpiRun *run);
