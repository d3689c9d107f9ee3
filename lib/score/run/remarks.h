/* SPDX-License-Identifier: MIT */
/* Remarks: what a run noticed of an area in a period, kept where a program can read it. A finding
 * says the same to people, up to some thousand; marks and alerts are made of remarks. */
#pragma once

#include "base/rows.h"
#include "score/run/run.h"
#include "score/run/sheet.h"

typedef enum {
  KPI_REMARK_CONTRADICTORY, /* a check fails: a sum or a part, and what it was to be or not pass */
  KPI_REMARK_JUMP,          /* the value, and the one before */
  KPI_REMARK_STALE,         /* the days that have gone by since its period ended */
  KPI_REMARK_OUTSIDE,       /* the value */
  KPI_REMARK_DIFFERS,       /* an own observation, and the sum of its parts */
  KPI_REMARK_ITEMS,         /* overdue items of a register, and open ones */
  KPI_N_REMARKS
} KpiRemarkKind;

typedef struct {
  KpiRemarkKind kind;
  guint32 area;
  guint32 subject;  /* the indicator; of a failed check its number in the model */
  gboolean is_old;  /* as of a day: of figures that later ones have taken the place of */
  KpiPeriod period; /* of the figures */
  double found;
  double expected;
} KpiRemark;

typedef struct _KpiRemarks {
  KpiRows rows;    /* of KpiRemark */
  gboolean failed; /* memory ended on the way */
} KpiRemarks;

#define KPI_REMARKS ((KpiRemarks){.rows = KPI_ROWS (KpiRemark)})

/* Keeps a remark, where the run asks for any. That memory ended is told by _kpi_remarks_mark(). */
void _kpi_remarks_add (const KpiRun *run, KpiRemark remark);

static inline guint32
_kpi_remarks_subject (const KpiRun *run, const KpiIndicator *indicator)
{
  return (guint32)(indicator - run->model->indicators);
}

/* Whether a check reads a series that a measure reads too. */
gboolean _kpi_remarks_touch (const KpiCheck *check, const KpiMeasure *measure);

/* Marks the cells of all indicators that remarks are of, and tells which remarks are old. FALSE if
 * there is, or was, no memory. */
gboolean _kpi_remarks_mark (KpiRun *run, KpiSheet *sheets);
