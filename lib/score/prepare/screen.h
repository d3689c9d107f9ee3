/* SPDX-License-Identifier: MIT */
/* Screening: areas and indicators with too little data are left out of the trees. */
#pragma once

#include "base/rows.h"
#include "score/run/run.h"
#include "score/run/sheet.h"

/* Who was left out of the trees in a period, and why. */
typedef struct {
  gsize period;    /* of the run */
  guint32 area;    /* KPI_NO_AREA for an indicator, which is left out for a whole level */
  guint32 level;   /* of the area, or for which the indicator is left out */
  gsize indicator; /* of an indicator */
  double share;    /* of data */
} KpiScreened;

/* Screens the sheets of indicators that are in a tree; all of them have been measured. `screened`
 * takes KpiScreened. FALSE if there is no memory. */
gboolean _kpi_screen (KpiRun *run, KpiSheet *sheets, KpiRows *screened);
