/* SPDX-License-Identifier: MIT */
/* Weights of a mean over children: a series of the data, read for a period or as of a day. */
#pragma once

#include "score/measure/terms.h"

typedef struct {
  KpiTerm term;
  KpiMeasure measure; /* of the one term */
  KpiTerms terms;
  double *weights; /* by area; NaN where there is none */
} KpiWeigh;

gboolean _kpi_weigh_init (KpiWeigh *weigh, KpiRun *run, guint32 series);
void _kpi_weigh_clear (KpiWeigh *weigh);

/* Fills the weights for a period; with an as-of run, from the latest that had ended by its day. */
gboolean _kpi_weigh_read (KpiWeigh *weigh, const KpiPeriod *period);
