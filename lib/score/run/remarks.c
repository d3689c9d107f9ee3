/* SPDX-License-Identifier: MIT */
/* Remarks, and the marks that they leave on cells.
 *
 * Always true: a cell is marked only for figures of the period that it is itself of. As of a day,
 * what was wrong with figures that later ones have replaced is old, and marks nothing. */

#include <math.h>

#include "base/sort.h"
#include "score/run/remarks.h"

/* Of the terms of a ratio one that differs says enough. */
static gboolean
is_said (const KpiRows *rows, const KpiRemark *remark)
{
  const KpiRemark *last = rows->n > 0 ? &KPI_ROW (rows, KpiRemark, rows->n - 1) : NULL;

  return last != NULL && last->kind == remark->kind && remark->kind == KPI_REMARK_DIFFERS &&
         last->area == remark->area && last->subject == remark->subject &&
         _kpi_period_compare (&last->period, &remark->period) == 0;
}

void
_kpi_remarks_add (const KpiRun *run, KpiRemark remark)
{
  if (run->remarks == NULL || is_said (&run->remarks->rows, &remark))
    return;
  if (!_kpi_rows_append (&run->remarks->rows, &remark))
    run->remarks->failed = TRUE;
}

/* The place of a period among those of the run; their number if it is none of them. */
static gsize
find_period (const KpiRun *run, const KpiPeriod *period)
{
  gsize place = _kpi_sort_lower_bound (run->periods, run->n_periods, sizeof *run->periods, period,
                                       _kpi_period_order, NULL);

  return place < run->n_periods && _kpi_period_compare (&run->periods[place], period) == 0
             ? place
             : run->n_periods;
}

/* The cell whose figures a remark is of; KPI_NO_CELL where there is none, or its are others. */
static gsize
find_cell (const KpiRun *run, const KpiSheet *sheet, const KpiRemark *remark)
{
  gsize place = sheet->origins != NULL ? 0 : find_period (run, &remark->period);
  gsize cell;

  if (place == run->n_periods || sheet->slots[place] == KPI_NO_SLOT)
    return KPI_NO_CELL;
  cell = (gsize)sheet->slots[place] * sheet->n_areas + remark->area;
  if (isnan (sheet->value[cell]))
    return KPI_NO_CELL;
  if (sheet->origins != NULL && _kpi_period_compare (&sheet->origins[cell], &remark->period) != 0)
    return KPI_NO_CELL;
  return cell;
}

/* Marks the cell that a remark is of; `*out_done` tells whether there is one. */
static gboolean
mark (const KpiRun *run, KpiSheet *sheet, const KpiRemark *remark, gboolean *out_done)
{
  static const KpiMark marks[KPI_N_REMARKS] = {
      [KPI_REMARK_CONTRADICTORY] = KPI_MARK_CONTRADICTORY,
      [KPI_REMARK_JUMP] = KPI_MARK_JUMP,
      [KPI_REMARK_STALE] = KPI_MARK_STALE,
      [KPI_REMARK_OUTSIDE] = KPI_MARK_OUTSIDE,
      [KPI_REMARK_DIFFERS] = KPI_MARK_DIFFERS,
  };
  gsize cell = find_cell (run, sheet, remark);

  *out_done = cell != KPI_NO_CELL;
  return !*out_done || _kpi_sheet_mark (sheet, cell, marks[remark->kind]);
}

gboolean
_kpi_remarks_touch (const KpiCheck *check, const KpiMeasure *measure)
{
  const KpiMeasure *of = &check->difference;

  for (gsize c = 0; c < of->n_of; c++) {
    for (gsize t = 0; t < measure->n_of; t++)
      if (measure->of[t].series == of->of[c].series)
        return TRUE;
    for (gsize t = 0; t < measure->n_to; t++)
      if (measure->to[t].series == of->of[c].series)
        return TRUE;
  }
  return FALSE;
}

/* Marks the cells of all indicators that a failed check touches. As of a day it is news as long as
 * one of them still stands on its figures. */
static gboolean
mark_check (const KpiRun *run, KpiSheet *sheets, KpiRemark *remark)
{
  const KpiModel *model = run->model;

  for (gsize i = 0; i < model->n_indicators; i++) {
    gboolean done;

    if (!model->indicators[i].shown ||
        !_kpi_remarks_touch (&model->checks[remark->subject], &model->indicators[i].measure))
      continue;
    if (!mark (run, &sheets[i], remark, &done))
      return FALSE;
    if (done)
      remark->is_old = FALSE;
  }
  return TRUE;
}

gboolean
_kpi_remarks_mark (KpiRun *run, KpiSheet *sheets)
{
  gsize n = run->remarks != NULL ? run->remarks->rows.n : 0;

  for (gsize i = 0; i < n; i++) {
    KpiRemark *remark = &KPI_ROW (&run->remarks->rows, KpiRemark, i);
    gboolean done;

    if (remark->kind == KPI_REMARK_CONTRADICTORY) {
      if (!mark_check (run, sheets, remark))
        return _kpi_run_no_memory (run);
      continue;
    }
    if (!mark (run, &sheets[remark->subject], remark, &done))
      return _kpi_run_no_memory (run);
    remark->is_old = !done;
  }
  return run->remarks == NULL || !run->remarks->failed || _kpi_run_no_memory (run);
}
