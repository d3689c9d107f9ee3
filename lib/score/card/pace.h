/* SPDX-License-Identifier: MIT */
/* Pace: where an indicator stands on its way from the baseline to the target. */
#pragma once

#include "data/dataset/block.h"
#include "score/run/sheet.h"
#include "score/card/status.h"

/* NaN wherever there is nothing to say. */
typedef struct {
  double required;  /* by now */
  double projected; /* for the deadline */
  double pace;
  gint32 met_on;    /* the day on which the target would be met as it goes; 0: it is, or never */
  KpiStatus status; /* of a target that is neither met nor missed, or of no target */
} KpiCourse;

/* The course of an indicator in one area at a day. `target` is NULL where none holds; `cell` is
 * KPI_NO_CELL where the sheet has no number. */
KpiCourse _kpi_course_of (const KpiPacing *pacing, const KpiIndicator *indicator,
                          const KpiTarget *target, const KpiSheet *sheet, guint32 area, gsize cell,
                          gint32 day);
