/* SPDX-License-Identifier: MIT */
/* A sheet: the numbers of one node. Periods are outer, areas inner.
 *
 * Only the periods in which the node can have numbers take a place ("slot"), so that a yearly
 * indicator costs nothing in a monthly run. Arrays that say nothing are NULL: without bounds a
 * value is its own low and high. */
#ifndef KPI_SHEET_H
#define KPI_SHEET_H

#include "score/interval.h"

#define KPI_NO_SLOT G_MAXUINT32

/* What a cell of an indicator says beyond its value. */
typedef enum {
  KPI_MARK_LOW_OPEN = 1 << 0,  /* the low bound itself is excluded */
  KPI_MARK_HIGH_OPEN = 1 << 1, /* the high bound itself is excluded */
  KPI_MARK_OUTSIDE = 1 << 2,   /* computed outside `valid`: shown, and missing everywhere else */
  KPI_MARK_ROLLED_UP = 1 << 3  /* of its children: in no fit that they are in */
} KpiMark;

typedef struct {
  guint32 n_areas;
  guint32 n_slots;
  guint32 *slots;    /* by period of the run; KPI_NO_SLOT where there are no numbers */
  guint frequencies; /* of an indicator: a bit for each frequency in which it has a value */

  double *value;
  double *value_low;
  double *value_high;
  guint8 *marks;
  double *share; /* of an indicator: of what was rolled up, how much was there */

  KpiWaypoint *first; /* of an indicator, by area: its first observation; NULL: nobody asks */
  KpiTrend *trends;   /* of an indicator: of all that had been observed by then; NULL likewise */

  double *score;
  double *score_low;
  double *score_high;
  double *coverage; /* of groups */

  guint32 *rank; /* 0 where there is none */
  guint32 *rank_best;
  guint32 *rank_worst;
} KpiSheet;

static inline gsize
_kpi_sheet_n_cells (const KpiSheet *sheet)
{
  return (gsize)sheet->n_slots * sheet->n_areas;
}

/* Gives the sheet its slots: one for each period for which `wanted` has TRUE. */
gboolean _kpi_sheet_init (KpiSheet *sheet, guint32 n_areas, const guint8 *wanted, gsize n_periods);

/* A new array over all cells, filled with NaN; NULL if there is no memory. */
double *_kpi_sheet_new_numbers (const KpiSheet *sheet);

/* Makes room for value bounds, equal to the values so far; does nothing if there is room already.
 */
gboolean _kpi_sheet_need_bounds (KpiSheet *sheet);
gboolean _kpi_sheet_need_marks (KpiSheet *sheet);

/* Whether the point of a cell is just above or below its number: it is where it stands on an end
 * that is itself excluded, as that of `>80` does. */
KpiOpen _kpi_sheet_point_open (const KpiSheet *sheet, gsize cell);

/* Whether an indicator has values of its own of a period's frequency; in other slots its values are
 * but carried there, for trees. */
static inline gboolean
_kpi_sheet_has_own (const KpiSheet *sheet, const KpiPeriod *period)
{
  return (sheet->frequencies & (1u << period->frequency)) != 0;
}

/* Whether an indicator was measured in a cell; what lies outside `valid` was not. */
gboolean _kpi_sheet_is_measured (const KpiSheet *sheet, gsize cell);

/* All that the value of a cell can be. */
KpiInterval _kpi_sheet_interval (const KpiSheet *sheet, gsize cell);

/* The share of weight that was measured. */
double _kpi_sheet_coverage (const KpiSheet *sheet, guint32 slot, guint32 area);

/* The row of one slot in an array that may be NULL. */
static inline double *
_kpi_sheet_row (const KpiSheet *sheet, double *array, guint32 slot)
{
  return array == NULL ? NULL : array + (gsize)slot * sheet->n_areas;
}

void _kpi_sheet_clear (KpiSheet *sheet);

#endif
