/* SPDX-License-Identifier: MIT */
/* Blocks.
 *
 * Always true: a cell has a line of its own wherever its value is not NaN, the arrays of a block
 * lie in one piece of memory (a million small blocks cost a million allocations, not six), and
 * nothing outside this file asks whether a block is dense. */

#include <math.h>
#include <string.h>

#include "data/block.h"

#define LEAST_FULL 8 /* dense where at least one cell in so many is taken */

/* How many cells a dense block would have; 0 if that is too many or too few are taken. */
static gsize
count_dense_cells (gsize n_observations, guint32 n_periods, guint32 n_areas)
{
  gsize n_cells;

  if (!g_size_checked_mul (&n_cells, n_periods, n_areas))
    return 0;
  return n_cells <= (guint64)n_observations * LEAST_FULL ? n_cells : 0;
}

/* Cuts room for n elements off a piece of memory that is `*size` long so far. FALSE if it would be
 * too long. The largest elements come first, so that each array is aligned. */
static gboolean
reserve (gsize *size, gsize n, gsize element, gsize *out_offset)
{
  gsize bytes;

  *out_offset = *size;
  return g_size_checked_mul (&bytes, n, element) && g_size_checked_add (size, *size, bytes);
}

/* Allocates the arrays of a block whose counts are set. */
static gboolean
allocate (KpiBlock *block, gboolean is_sparse, gboolean has_files, gboolean has_statuses)
{
  gsize n = block->n_cells, size = 0;
  gsize values, keys, bounds, periods, lines, files, statuses;
  char *memory;

  if (!reserve (&size, n, sizeof (double), &values) ||
      !reserve (&size, is_sparse ? n : 0, sizeof (guint64), &keys) ||
      !reserve (&size, block->n_bounds, sizeof (KpiCellBounds), &bounds) ||
      !reserve (&size, block->n_periods, sizeof (KpiPeriod), &periods) ||
      !reserve (&size, n, sizeof (guint32), &lines) ||
      !reserve (&size, has_files ? n : 0, sizeof (guint16), &files) ||
      !reserve (&size, has_statuses ? n : 0, sizeof (char), &statuses))
    return FALSE;
  memory = g_try_malloc0 (size);
  if (memory == NULL)
    return FALSE;
  block->values = (double *)(memory + values);
  block->keys = is_sparse ? (guint64 *)(memory + keys) : NULL;
  block->bounds = block->n_bounds > 0 ? (KpiCellBounds *)(memory + bounds) : NULL;
  block->periods = (KpiPeriod *)(memory + periods);
  block->lines = (guint32 *)(memory + lines);
  block->files = has_files ? (guint16 *)(memory + files) : NULL;
  block->statuses = has_statuses ? memory + statuses : NULL;
  return TRUE;
}

/* Writes an entry to its cell. */
static void
put (KpiBlock *block, gsize cell, const KpiEntry *entry)
{
  block->values[cell] = entry->value;
  block->lines[cell] = entry->line;
  if (block->files != NULL)
    block->files[cell] = entry->file;
  if (block->statuses != NULL)
    block->statuses[cell] = entry->status;
}

static void
fill (KpiBlock *block, const KpiEntry *entries, gsize n, const KpiEntryBounds *bounds,
      const KpiPeriods *periods)
{
  guint32 n_periods = 0;
  gsize n_bounds = 0;

  for (gsize i = 0; block->keys == NULL && i < block->n_cells; i++)
    block->values[i] = NAN;
  for (gsize i = 0; i < n; i++) {
    const KpiEntry *entry = &entries[i];
    guint64 key;

    if (i == 0 || entry->period != entries[i - 1].period)
      block->periods[n_periods++] = *_kpi_periods_get (periods, entry->period);
    key = (guint64)(n_periods - 1) * block->n_areas + entry->area;
    if (block->keys != NULL)
      block->keys[i] = key;
    put (block, block->keys != NULL ? i : (gsize)key, entry);
    if (entry->bounds > 0) {
      const KpiEntryBounds *own = &bounds[entry->bounds - 1];

      block->bounds[n_bounds++] = (KpiCellBounds){key, own->low, own->high, own->flags};
    }
  }
}

gboolean
_kpi_block_init (KpiBlock *block, const KpiEntry *entries, gsize n, const KpiEntryBounds *bounds,
                 const KpiPeriods *periods, guint32 n_areas)
{
  gboolean has_files = FALSE, has_statuses = FALSE;
  gsize n_dense;

  *block = (KpiBlock){.series = entries[0].series,
                      .n_observations = (guint32)n,
                      .n_areas = n_areas,
                      .frequency = _kpi_periods_get (periods, entries[0].period)->frequency,
                      .file = entries[0].file};
  for (gsize i = 0; i < n; i++) {
    block->n_periods += i == 0 || entries[i].period != entries[i - 1].period;
    block->n_bounds += entries[i].bounds > 0;
    has_files |= entries[i].file != block->file;
    has_statuses |= entries[i].status != '\0';
  }
  n_dense = count_dense_cells (n, block->n_periods, n_areas);
  block->n_cells = n_dense > 0 ? n_dense : n;
  if (!allocate (block, n_dense == 0, has_files, has_statuses))
    return FALSE;
  fill (block, entries, n, bounds, periods);
  return TRUE;
}

void
_kpi_block_clear (KpiBlock *block)
{
  g_free (block->values);
  *block = (KpiBlock){0};
}

gssize
_kpi_block_find_period (const KpiBlock *block, const KpiPeriod *period)
{
  gsize first = 0, last = block->n_periods;

  while (first < last) {
    gsize middle = first + (last - first) / 2;
    gint order = _kpi_period_compare (&block->periods[middle], period);

    if (order == 0)
      return (gssize)middle;
    if (order < 0)
      first = middle + 1;
    else
      last = middle;
  }
  return -1;
}

/* The first of n keys that is not below `key`, `stride` bytes lying from one to the next. */
static gsize
find_key (gconstpointer keys, gsize n, gsize stride, guint64 key)
{
  gsize first = 0;

  while (first < n) {
    gsize middle = first + (n - first) / 2;

    if (*(const guint64 *)((const char *)keys + middle * stride) < key)
      first = middle + 1;
    else
      n = middle;
  }
  return first;
}

static guint64
key_of (const KpiBlock *block, guint32 period, guint32 area)
{
  return (guint64)period * block->n_areas + area;
}

gsize
_kpi_block_find (const KpiBlock *block, guint32 period, guint32 area)
{
  guint64 key = key_of (block, period, area);
  gsize cell;

  if (block->keys == NULL)
    return isnan (block->values[key]) ? KPI_NO_CELL : (gsize)key;
  cell = find_key (block->keys, block->n_cells, sizeof *block->keys, key);
  return cell < block->n_cells && block->keys[cell] == key ? cell : KPI_NO_CELL;
}

void
_kpi_block_read_period (const KpiBlock *block, guint32 period, double *out)
{
  guint64 first = key_of (block, period, 0), last = first + block->n_areas;
  gsize cell;

  if (block->keys == NULL) {
    memcpy (out, block->values + first, block->n_areas * sizeof *out);
    return;
  }
  for (guint32 area = 0; area < block->n_areas; area++)
    out[area] = NAN;
  cell = find_key (block->keys, block->n_cells, sizeof *block->keys, first);
  for (; cell < block->n_cells && block->keys[cell] < last; cell++)
    out[block->keys[cell] - first] = block->values[cell];
}

/* The first of the bounds whose key is not below `key`. */
static gsize
find_bounds (const KpiBlock *block, guint64 key)
{
  return block->n_bounds == 0
             ? 0
             : find_key (&block->bounds->key, block->n_bounds, sizeof *block->bounds, key);
}

const KpiCellBounds *
_kpi_block_find_bounds (const KpiBlock *block, guint32 period, guint32 area)
{
  guint64 key = key_of (block, period, area);
  gsize i = find_bounds (block, key);

  return i < block->n_bounds && block->bounds[i].key == key ? &block->bounds[i] : NULL;
}

void
_kpi_block_period_bounds (const KpiBlock *block, guint32 period, gsize *out_first, gsize *out_last)
{
  *out_first = find_bounds (block, key_of (block, period, 0));
  *out_last = find_bounds (block, key_of (block, period, 0) + block->n_areas);
}

guint32
_kpi_block_get_line (const KpiBlock *block, gsize cell)
{
  return block->lines[cell];
}

guint16
_kpi_block_get_file (const KpiBlock *block, gsize cell)
{
  return block->files != NULL ? block->files[cell] : block->file;
}
