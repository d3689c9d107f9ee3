/* SPDX-License-Identifier: MIT */
/* A block: all observations of one series in one frequency.
 *
 * Dense (periods outer, areas inner, NaN where nothing was observed) when at least 1/8 full, else
 * sorted entries behind the same accessors, so that no file can make the memory explode. A cell is
 * a place in the arrays: dense blocks have one for each period and area, sparse ones one for each
 * observation. Side arrays exist only where used.
 *
 * Where observations say when they were published, a cell holds the latest vintage. The older ones
 * stand in a list of their own, and the accessors take the day whose knowledge counts. */
#pragma once

#include "base/period.h"
#include "data/dataset/entries.h"
#include "data/dataset/periods.h"

/* What an observation says beyond its number. */
typedef enum {
  KPI_CELL_LOW_OPEN = 1 << 0,  /* the lower bound itself is excluded */
  KPI_CELL_HIGH_OPEN = 1 << 1, /* the upper bound itself is excluded */
  KPI_CELL_WORD = 1 << 2       /* a word; what it means the model says, its value is infinite */
} KpiCellFlags;

/* The bounds of an observation, infinite where open-ended; or the word that stands there. */
typedef struct {
  guint64 key; /* period * n_areas + area */
  union {
    double low;
    guint32 word; /* with KPI_CELL_WORD: its number in the dataset */
  };
  double high;
  gint32 published; /* of the vintage that has them */
  guint8 flags;     /* KpiCellFlags */
} KpiCellBounds;

/* What was observed of an area of the dataset. */
typedef struct {
  double value;
  guint32 area;
} KpiReading;

/* An observation that a later one of the same cell has replaced. */
typedef struct {
  guint64 key;
  double value;
  gint32 published;
  guint32 line;
  guint16 column;
  guint16 file;
  char status;
} KpiVintage;

typedef struct {
  double *values;        /* the other arrays lie behind it, in one piece of memory */
  guint64 *keys;         /* sparse: ascending, period * n_areas + area; dense: NULL */
  KpiCellBounds *bounds; /* ascending by key, then vintage; NULL where all are exact */
  KpiPeriod *periods;    /* ascending */
  guint32 *lines;        /* where each observation stands; 0 where it came from no file */
  guint16 *files;        /* NULL where all came from `file` */
  char *statuses;        /* SDMX OBS_STATUS, '\0' where none; NULL where no observation has one */
  gint32 *published;     /* 0 where it is not said; NULL where it is said of none */
  gsize n_cells;
  guint32 n_observations;
  guint32 n_bounds;
  guint32 series;
  guint32 n_periods;
  guint32 n_areas; /* of the whole dataset */
  guint32 n_older; /* vintages */
  KpiFrequency frequency;
  guint16 file; /* number of a file of the dataset, or KPI_NO_FILE */
} KpiBlock;

#define KPI_NO_FILE G_MAXUINT16
#define KPI_NO_CELL G_MAXSIZE
#define KPI_KNOWN_AT_LAST G_MAXINT32 /* the day after all days: every vintage is known */

/* The vintages that later ones have replaced: ascending by key, then day of publication. They stand
 * right behind the values, for a pointer more would cost a million small blocks 8 MB. */
static inline KpiVintage *
_kpi_block_get_older (const KpiBlock *block)
{
  return (KpiVintage *)(block->values + block->n_cells);
}

/* The column of each observation; 0 where it came from no file, or stands beyond 65,535 characters.
 * They lie right behind the lines, for the same reason. */
static inline guint16 *
_kpi_block_get_columns (const KpiBlock *block)
{
  return (guint16 *)(block->lines + block->n_cells);
}

/* The place of period `p` (an index into periods) in the block; -1 if it has none. O(log n). */
gssize _kpi_block_find_period (const KpiBlock *block, const KpiPeriod *period);

/* The cell of an observation, or n_cells + the place of an older vintage, as of the day `known`;
 * KPI_NO_CELL where nothing was observed and published by then. O(1) dense, O(log n) sparse. */
gsize _kpi_block_find (const KpiBlock *block, guint32 period, guint32 area, gint32 known);

/* Writes what was observed in one period and published by the day `known`, by ascending area, to
 * out[n_areas]; returns how much. Over all periods this costs what the block holds, not the number
 * of areas times that of periods. */
guint32 _kpi_block_read_period (const KpiBlock *block, guint32 period, gint32 known,
                                KpiReading *out);

/* The bounds of the latest vintage; NULL where it is exact. O(log n). */
const KpiCellBounds *_kpi_block_find_bounds (const KpiBlock *block, guint32 period, guint32 area);

/* Where an observation that was found stands. */
guint32 _kpi_block_get_line (const KpiBlock *block, gsize found);
guint16 _kpi_block_get_column (const KpiBlock *block, gsize found);
guint16 _kpi_block_get_file (const KpiBlock *block, gsize found);

/* Whether any observation of the period has bounds: the range of `bounds` that is its own. */
void _kpi_block_period_bounds (const KpiBlock *block, guint32 period, gsize *out_first,
                               gsize *out_last);

/* Whether bounds are those of the vintage that counts on the day `known`. */
gboolean _kpi_block_is_current (const KpiBlock *block, const KpiCellBounds *bounds, gint32 known);

/* The last day on which the block tells something new: the end of a period, or a day of
 * publication. */
gint32 _kpi_block_get_last_day (const KpiBlock *block, const guint8 *without);

/* Marks the periods in which something was observed. Here and above `without` says, by area of the
 * dataset, whose observations are left out; NULL: nobody's. */
void _kpi_block_mark_periods (const KpiBlock *block, const guint8 *without, guint8 *out_marks);

/* Makes the block of a series' entries in one frequency: those from `first` on, at least one,
 * sorted by period, area and day of publication, no two the same. Their periods are ranks in
 * `periods`, which is sorted. FALSE if there is no memory. */
gboolean _kpi_block_init (KpiBlock *block, const KpiEntries *entries, gsize first,
                          const KpiPeriods *periods, guint32 n_areas);

void _kpi_block_clear (KpiBlock *block);
