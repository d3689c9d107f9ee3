/* SPDX-License-Identifier: MIT */
/* A sheet: the numbers of one node. Periods are outer, areas inner.
 *
 * Only the periods in which the node can have numbers take a place ("slot"), so that a yearly
 * indicator costs nothing in a monthly run. Arrays that say nothing are NULL: without bounds a
 * value is its own low and high.
 *
 * Always true: the arrays are of the sheet's arenas, so that clearing these frees them; `value` may
 * be the dataset's own, which outlives the sheet. */
#pragma once

#include "base/arena.h"
#include "base/interval.h"
#include "model/model-private.h"

#define KPI_NO_SLOT G_MAXUINT32

/* What a cell says beyond its value: each a bit of KpiMarks. */
typedef enum {
  KPI_MARK_LOW_OPEN = 1 << 0,  /* the low bound itself is excluded */
  KPI_MARK_HIGH_OPEN = 1 << 1, /* the high bound itself is excluded */
  KPI_MARK_OUTSIDE = 1 << 2,   /* computed outside `valid`: shown, and missing everywhere else */
  KPI_MARK_ROLLED_UP = 1 << 3, /* of its children: in no fit that they are in */
  KPI_MARK_CONTRADICTORY = 1 << 4, /* what was noticed of its figures: see remarks.h */
  KPI_MARK_JUMP = 1 << 5,
  KPI_MARK_STALE = 1 << 6,
  KPI_MARK_DIFFERS = 1 << 7,
  KPI_MARK_LEFT_OUT = 1 << 8, /* too few have the indicator: it takes no part in its trees ... */
  KPI_MARK_AREA_OUT = 1 << 9, /* ... or the area has too few indicators */
  KPI_MARK_LOGGED = 1 << 10,  /* its value was treated by a logarithm */
  KPI_MARK_END = 1 << 11
} KpiMark;

typedef guint16 KpiMarks;
G_STATIC_ASSERT (KPI_MARK_END - 1 <= G_MAXUINT16); /* a mark beyond would vanish without a word */

#define KPI_MARK_SCREENED_OUT (KPI_MARK_LEFT_OUT | KPI_MARK_AREA_OUT)

typedef struct {
  guint32 n_areas;
  guint32 n_slots;
  guint32 *slots;    /* by period of the run; KPI_NO_SLOT where there are no numbers */
  guint frequencies; /* of an indicator: a bit for each frequency in which it has a value */
  KpiArena arena;

  double *value;
  double *value_low;
  double *value_high;
  KpiMarks *marks;
  double *share;      /* of an indicator: of what was rolled up, how much was there */
  KpiPeriod *origins; /* of an indicator as of a day: the period that each value is of */

  double *imputed; /* screened, gaps filled; NULL: as the values that were measured */
  double *treated; /* likewise, outliers brought in; NULL: as imputed */
  double *treated_low;
  double *treated_high;

  KpiWaypoint *first; /* of an indicator, by area: its first observation; NULL: nobody asks */
  KpiTrend *trends;   /* of an indicator: of all that had been observed by then; NULL likewise */

  KpiArena score_arena; /* of what follows but the weights */
  gboolean passes; /* the scores are those of the period in hand, a row a worker: see trees.c */
  double *score;
  double *score_low;
  double *score_high;
  double *coverage; /* of groups */
  double *weights; /* of a group whose children's weights were derived for each level: by frequency,
                      level and child, NaN where there are none; NULL otherwise */

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
double *_kpi_sheet_new_numbers (KpiSheet *sheet);

/* Makes room for value bounds, equal to the values so far; does nothing if there is room already.
 */
gboolean _kpi_sheet_need_bounds (KpiSheet *sheet);
gboolean _kpi_sheet_need_marks (KpiSheet *sheet);

/* Adds marks to a cell. FALSE, which it never is once the sheet has marks, if there is no memory.
 */
gboolean _kpi_sheet_mark (KpiSheet *sheet, gsize cell, guint marks);

/* Whether a cell has any of some marks. */
static inline gboolean
_kpi_sheet_has_mark (const KpiSheet *sheet, gsize cell, guint marks)
{
  return sheet->marks != NULL && (sheet->marks[cell] & marks) != 0;
}

/* Whether the point of a cell, as it is scored, is just above or below its number: it is where it
 * stands on an end that is itself excluded, as that of `>80` does. */
KpiOpen _kpi_sheet_point_open (const KpiSheet *sheet, gsize cell);

/* Whether an indicator has values of its own of a period's frequency; in other slots its values are
 * but carried there, for trees. */
static inline gboolean
_kpi_sheet_has_own (const KpiSheet *sheet, const KpiPeriod *period)
{
  return (sheet->frequencies & (1u << period->frequency)) != 0;
}

/* Whether a row holds any number. */
gboolean _kpi_row_has_any (const double *row, gsize n);

/* Whether an indicator was measured in a cell; what lies outside `valid` was not. */
gboolean _kpi_sheet_is_measured (const KpiSheet *sheet, gsize cell);

/* All that the value of a cell can be. */
KpiInterval _kpi_sheet_interval (const KpiSheet *sheet, gsize cell);

/* The value of a cell once it is screened and its gap is filled, and once it is treated too, as it
 * is scored; NaN where there is none. */
double _kpi_sheet_imputed (const KpiSheet *sheet, gsize cell);
double _kpi_sheet_prepared (const KpiSheet *sheet, gsize cell);

/* The numbers that are scored, for loops over them: where they are the values as measured, what is
 * outside `valid` is still among them. */
static inline const double *
_kpi_sheet_get_scored (const KpiSheet *sheet)
{
  if (sheet->treated != NULL)
    return sheet->treated;
  return sheet->imputed != NULL ? sheet->imputed : sheet->value;
}

/* All that it can be; an imputed value is a point. */
KpiInterval _kpi_sheet_prepared_interval (const KpiSheet *sheet, gsize cell);

/* Make room for values that are to be imputed or treated, which are as measured or imputed until
 * they are. */
gboolean _kpi_sheet_need_imputed (KpiSheet *sheet);
gboolean _kpi_sheet_need_treated (KpiSheet *sheet);

/* The share of weight that was measured. */
double _kpi_sheet_coverage (const KpiSheet *sheet, guint32 slot, guint32 area);

/* The row of one slot in an array that may be NULL. */
static inline double *
_kpi_sheet_row (const KpiSheet *sheet, double *array, guint32 slot)
{
  return array == NULL ? NULL : array + (gsize)slot * sheet->n_areas;
}

/* Forgets the scores, which nobody asks for any more. */
void _kpi_sheet_drop_scores (KpiSheet *sheet);

/* A new array for scores, filled with NaN: over all cells, or a row a worker where they pass. NULL
 * if there is no memory. */
double *_kpi_sheet_new_scores (KpiSheet *sheet, guint n_workers);

/* Makes room for scores and, if they are bounded, for their bounds. FALSE if there is no memory. */
gboolean _kpi_sheet_need_scores (KpiSheet *sheet, guint n_workers, gboolean bounded);

/* The row of one slot in an array of scores that may be NULL. */
static inline double *
_kpi_sheet_score_row (const KpiSheet *sheet, double *array, guint32 slot, guint worker)
{
  return _kpi_sheet_row (sheet, array, sheet->passes ? worker : slot);
}

/* Whether n > 0 ascending areas lie side by side. */
static inline gboolean
_kpi_are_consecutive (const guint32 *areas, guint32 n)
{
  return areas[n - 1] - areas[0] == n - 1;
}

/* The prepared values of n > 0 areas in one slot side by side, without those that have any of some
 * marks: in the sheet itself where they lie so, else in `scratch`. `opened`: the point of `>80` is
 * just above 80. */
const double *_kpi_sheet_gather (const KpiSheet *sheet, guint32 slot, const guint32 *areas,
                                 guint32 n, guint without, gboolean opened, double *scratch);

/* The ends of the same values, open ones opened. */
void _kpi_sheet_gather_ends (const KpiSheet *sheet, guint32 slot, const guint32 *areas, guint32 n,
                             double *out_lows, double *out_highs);

void _kpi_sheet_clear (KpiSheet *sheet);
