/* SPDX-License-Identifier: MIT */
/* A block: all observations of one series in one frequency.
 *
 * Dense (periods outer, areas inner, NaN where nothing was observed) when at least 1/8 full, else
 * sorted entries behind the same accessors, so that no file can make the memory explode. A cell is
 * a place in the arrays: dense blocks have one for each period and area, sparse ones one for each
 * observation. Side arrays exist only where used. */
#ifndef KPI_BLOCK_H
#define KPI_BLOCK_H

#include "base/period.h"
#include "data/entries.h"
#include "data/periods.h"

/* What an observation says beyond its number. */
typedef enum {
  KPI_CELL_LOW_OPEN = 1 << 0,    /* the lower bound itself is excluded */
  KPI_CELL_HIGH_OPEN = 1 << 1,   /* the upper bound itself is excluded */
  KPI_CELL_POINT_ABOVE = 1 << 2, /* the point is just above its number (`>80`) */
  KPI_CELL_POINT_BELOW = 1 << 3  /* the point is just below its number (`<5`) */
} KpiCellFlags;

/* The bounds of an observation; infinite where open-ended. */
typedef struct {
  guint64 key; /* period * n_areas + area */
  double low;
  double high;
  guint8 flags; /* KpiCellFlags */
} KpiCellBounds;

typedef struct {
  double *values;        /* the other arrays lie behind it, in one piece of memory */
  guint64 *keys;         /* sparse: ascending, period * n_areas + area; dense: NULL */
  KpiCellBounds *bounds; /* ascending by key; NULL where all are exact */
  KpiPeriod *periods;    /* ascending */
  guint32 *lines;        /* where each observation stands; 0 where it came from no file */
  guint16 *files;        /* NULL where all came from `file` */
  char *statuses;        /* SDMX OBS_STATUS, '\0' where none; NULL where no observation has one */
  gsize n_cells;
  guint32 n_observations;
  guint32 n_bounds;
  guint32 series;
  guint32 n_periods;
  guint32 n_areas; /* of the whole dataset */
  KpiFrequency frequency;
  guint16 file; /* number of a file of the dataset, or KPI_NO_FILE */
} KpiBlock;

#define KPI_NO_FILE G_MAXUINT16
#define KPI_NO_CELL G_MAXSIZE

/* The place of period `p` (an index into periods) in the block; -1 if it has none. O(log n). */
gssize _kpi_block_find_period (const KpiBlock *block, const KpiPeriod *period);

/* The cell of an observation; KPI_NO_CELL where nothing was observed. O(1) dense, O(log n) sparse.
 */
gsize _kpi_block_find (const KpiBlock *block, guint32 period, guint32 area);

/* Writes the values of one period to out[n_areas], NaN where nothing was observed. */
void _kpi_block_read_period (const KpiBlock *block, guint32 period, double *out);

/* The bounds of an observation; NULL where it is exact. O(log n). */
const KpiCellBounds *_kpi_block_find_bounds (const KpiBlock *block, guint32 period, guint32 area);

/* Where an observation stands. */
guint32 _kpi_block_get_line (const KpiBlock *block, gsize cell);
guint16 _kpi_block_get_file (const KpiBlock *block, gsize cell);

/* Whether any observation of the period has bounds: the range of `bounds` that is its own. */
void _kpi_block_period_bounds (const KpiBlock *block, guint32 period, gsize *out_first,
                               gsize *out_last);

/* Makes the block of a series' entries in one frequency: n of them, at least one, sorted by period
 * and area, no two the same. Their periods are ranks in `periods`, which is sorted. FALSE if there
 * is no memory. */
gboolean _kpi_block_init (KpiBlock *block, const KpiEntry *entries, gsize n,
                          const KpiEntryBounds *bounds, const KpiPeriods *periods, guint32 n_areas);

void _kpi_block_clear (KpiBlock *block);

#endif
