/* SPDX-License-Identifier: MIT */
/* Blocks.
 *
 * Always true: a cell has a line of its own wherever its value is not NaN, and older vintages only
 * where it has a newer one of its own; the arrays of a block
 * lie in one piece of memory (a million small blocks cost a million allocations, not six), and
 * nothing outside this file asks whether a block is dense. */

#include <math.h>
#include <string.h>

#include "base/sort.h"
#include "data/dataset/block.h"

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

/* Which arrays a block has, beyond those that each has. */
typedef struct {
  gboolean keys;
  gboolean published;
  gboolean files;
  gboolean statuses;
} Parts;

static gboolean
allocate (KpiBlock *block, const Parts *parts)
{
  gsize n = block->n_cells, size = 0;
  gsize values, older, keys, bounds, periods, published, lines, columns, files, statuses;
  char *memory;

  if (!reserve (&size, n, sizeof (double), &values) ||
      !reserve (&size, block->n_older, sizeof (KpiVintage), &older) ||
      !reserve (&size, parts->keys ? n : 0, sizeof (guint64), &keys) ||
      !reserve (&size, block->n_bounds, sizeof (KpiCellBounds), &bounds) ||
      !reserve (&size, block->n_periods, sizeof (KpiPeriod), &periods) ||
      !reserve (&size, parts->published ? n : 0, sizeof (gint32), &published) ||
      !reserve (&size, n, sizeof (guint32), &lines) ||
      !reserve (&size, n, sizeof (guint16), &columns) ||
      !reserve (&size, parts->files ? n : 0, sizeof (guint16), &files) ||
      !reserve (&size, parts->statuses ? n : 0, sizeof (char), &statuses))
    return FALSE;
  memory = g_try_malloc0 (size);
  if (memory == NULL)
    return FALSE;
  block->values = (double *)(memory + values);
  block->keys = parts->keys ? (guint64 *)(memory + keys) : NULL;
  block->bounds = block->n_bounds > 0 ? (KpiCellBounds *)(memory + bounds) : NULL;
  block->periods = (KpiPeriod *)(memory + periods);
  block->published = parts->published ? (gint32 *)(memory + published) : NULL;
  block->lines = (guint32 *)(memory + lines);
  block->files = parts->files ? (guint16 *)(memory + files) : NULL;
  block->statuses = parts->statuses ? memory + statuses : NULL;
  return TRUE;
}

/* Entries of one series and frequency, while a block is made of them. */
typedef struct {
  const KpiEntries *all;
  const KpiEntry *entries;
  gsize n;
  const KpiPeriods *periods;
} Source;

static gboolean
is_new_period (const Source *source, gsize i)
{
  return i == 0 || _kpi_periods_get_first (source->periods, source->entries[i].period) !=
                       _kpi_periods_get_first (source->periods, source->entries[i - 1].period);
}

/* Whether the next entry is a newer vintage of the same cell. */
static gboolean
is_replaced (const Source *source, gsize i)
{
  return i + 1 < source->n && source->entries[i].area == source->entries[i + 1].area &&
         !is_new_period (source, i + 1);
}

static void
put (KpiBlock *block, gsize cell, const Source *source, const KpiEntry *entry, gint32 published)
{
  block->values[cell] = _kpi_entries_get_value (source->all, entry);
  block->lines[cell] = entry->line;
  _kpi_block_get_columns (block)[cell] = entry->column;
  if (block->published != NULL)
    block->published[cell] = published;
  if (block->files != NULL)
    block->files[cell] = entry->file;
  if (block->statuses != NULL)
    block->statuses[cell] = entry->status;
}

static KpiVintage
vintage (const Source *source, const KpiEntry *entry, guint64 key, gint32 published)
{
  return (KpiVintage){.key = key,
                      .value = _kpi_entries_get_value (source->all, entry),
                      .published = published,
                      .line = entry->line,
                      .column = entry->column,
                      .file = entry->file,
                      .status = entry->status};
}

static KpiCellBounds
bounds_of (const KpiEntryBounds *own, guint64 key, gint32 published)
{
  KpiCellBounds bounds = {
      .key = key, .low = own->low, .high = own->high, .published = published, .flags = own->flags};

  if (own->flags & KPI_CELL_WORD)
    bounds.word = own->word;
  return bounds;
}

static void
fill (KpiBlock *block, const Source *source)
{
  guint32 n_periods = 0;
  gsize n_bounds = 0, n_older = 0, n_cells = 0;

  for (gsize i = 0; block->keys == NULL && i < block->n_cells; i++)
    block->values[i] = NAN;
  for (gsize i = 0; i < source->n; i++) {
    const KpiEntry *entry = &source->entries[i];
    gint32 published = _kpi_periods_get_published (source->periods, entry->period);
    guint64 key;

    if (is_new_period (source, i))
      block->periods[n_periods++] = *_kpi_periods_get (source->periods, entry->period);
    key = (guint64)(n_periods - 1) * block->n_areas + entry->area;
    if (entry->has_bounds)
      block->bounds[n_bounds++] =
          bounds_of (_kpi_entries_get_bounds (source->all, entry), key, published);
    if (is_replaced (source, i)) {
      _kpi_block_get_older (block)[n_older++] = vintage (source, entry, key, published);
      continue;
    }
    if (block->keys != NULL)
      block->keys[n_cells] = key;
    put (block, block->keys != NULL ? n_cells : (gsize)key, source, entry, published);
    n_cells++;
  }
}

gboolean
_kpi_block_init (KpiBlock *block, const KpiEntries *all, gsize first, const KpiPeriods *periods,
                 guint32 n_areas)
{
  const KpiEntry *entries = &KPI_ROW (&all->list, KpiEntry, first);
  gsize n = all->list.n - first;
  Source source = {all, entries, n, periods};
  Parts parts = {0};
  gsize n_dense;

  *block = (KpiBlock){.series = entries[0].series,
                      .n_areas = n_areas,
                      .frequency = _kpi_periods_get (periods, entries[0].period)->frequency,
                      .file = entries[0].file};
  for (gsize i = 0; i < n; i++) {
    block->n_periods += is_new_period (&source, i);
    block->n_older += is_replaced (&source, i);
    block->n_bounds += entries[i].has_bounds;
    parts.published |= _kpi_periods_get_published (periods, entries[i].period) != 0;
    parts.files |= entries[i].file != block->file;
    parts.statuses |= entries[i].status != '\0';
  }
  block->n_observations = (guint32)n - block->n_older;
  n_dense = count_dense_cells (block->n_observations, block->n_periods, n_areas);
  parts.keys = n_dense == 0;
  block->n_cells = n_dense > 0 ? n_dense : block->n_observations;
  if (!allocate (block, &parts))
    return FALSE;
  fill (block, &source);
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
  gsize place = _kpi_sort_lower_bound (block->periods, block->n_periods, sizeof *period, period,
                                       _kpi_period_order, NULL);

  return place < block->n_periods && _kpi_period_compare (&block->periods[place], period) == 0
             ? (gssize)place
             : -1;
}

/* The first of n keys that is not below `key`, `stride` bytes lying from one to the next. */
static gsize
find_key (gconstpointer keys, gsize n, gsize stride, guint64 key)
{
  return _kpi_sort_lower_bound (keys, n, stride, &key, _kpi_order_guint64, NULL);
}

static guint64
key_of (const KpiBlock *block, guint32 period, guint32 area)
{
  return (guint64)period * block->n_areas + area;
}

/* The cell of a key; KPI_NO_CELL where nothing was observed. */
static gsize
find_cell (const KpiBlock *block, guint64 key)
{
  gsize cell;

  if (block->keys == NULL)
    return isnan (block->values[key]) ? KPI_NO_CELL : (gsize)key;
  cell = find_key (block->keys, block->n_cells, sizeof *block->keys, key);
  return cell < block->n_cells && block->keys[cell] == key ? cell : KPI_NO_CELL;
}

/* The last of the older vintages of a key that was published by a day; KPI_NO_CELL if there is
 * none.
 */
static gsize
find_older (const KpiBlock *block, guint64 key, gint32 known)
{
  const KpiVintage *older = _kpi_block_get_older (block);
  gsize found = KPI_NO_CELL;

  for (gsize i = find_key (older, block->n_older, sizeof *older, key);
       i < block->n_older && older[i].key == key && older[i].published <= known; i++)
    found = i;
  return found;
}

/* What counts of a cell on a day, as _kpi_block_find() tells it. */
static gsize
find_known (const KpiBlock *block, gsize cell, guint64 key, gint32 known)
{
  gsize older;

  if (block->published == NULL || block->published[cell] <= known)
    return cell;
  older = find_older (block, key, known);
  return older == KPI_NO_CELL ? KPI_NO_CELL : block->n_cells + older;
}

static double
get_value (const KpiBlock *block, gsize found)
{
  if (found == KPI_NO_CELL)
    return NAN;
  return found < block->n_cells ? block->values[found]
                                : _kpi_block_get_older (block)[found - block->n_cells].value;
}

gsize
_kpi_block_find (const KpiBlock *block, guint32 period, guint32 area, gint32 known)
{
  guint64 key = key_of (block, period, area);
  gsize cell = find_cell (block, key);

  return cell == KPI_NO_CELL ? KPI_NO_CELL : find_known (block, cell, key, known);
}

guint32
_kpi_block_read_period (const KpiBlock *block, guint32 period, gint32 known, KpiReading *out)
{
  guint64 first = key_of (block, period, 0), last = first + block->n_areas;
  gsize cell = block->keys == NULL
                   ? (gsize)first
                   : find_key (block->keys, block->n_cells, sizeof *block->keys, first);
  guint32 n = 0;

  for (; cell < block->n_cells; cell++) {
    guint64 key = block->keys == NULL ? cell : block->keys[cell];
    double value;

    if (key >= last)
      break;
    value = get_value (block, find_known (block, cell, key, known));
    if (!isnan (value))
      out[n++] = (KpiReading){value, (guint32)(key - first)};
  }
  return n;
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
  gsize i = find_bounds (block, key_of (block, period, area) + 1);
  const KpiCellBounds *last = i > 0 ? &block->bounds[i - 1] : NULL;
  gboolean is_its = last != NULL && last->key == key_of (block, period, area);

  return is_its && _kpi_block_is_current (block, last, KPI_KNOWN_AT_LAST) ? last : NULL;
}

void
_kpi_block_period_bounds (const KpiBlock *block, guint32 period, gsize *out_first, gsize *out_last)
{
  *out_first = find_bounds (block, key_of (block, period, 0));
  *out_last = find_bounds (block, key_of (block, period, 0) + block->n_areas);
}

gboolean
_kpi_block_is_current (const KpiBlock *block, const KpiCellBounds *bounds, gint32 known)
{
  gsize found;

  if (block->published == NULL)
    return TRUE;
  found = find_known (block, find_cell (block, bounds->key), bounds->key, known);
  if (found == KPI_NO_CELL)
    return FALSE;
  return bounds->published ==
         (found < block->n_cells ? block->published[found]
                                 : _kpi_block_get_older (block)[found - block->n_cells].published);
}

guint32
_kpi_block_get_line (const KpiBlock *block, gsize found)
{
  return found < block->n_cells ? block->lines[found]
                                : _kpi_block_get_older (block)[found - block->n_cells].line;
}

guint16
_kpi_block_get_column (const KpiBlock *block, gsize found)
{
  return found < block->n_cells ? _kpi_block_get_columns (block)[found]
                                : _kpi_block_get_older (block)[found - block->n_cells].column;
}

guint16
_kpi_block_get_file (const KpiBlock *block, gsize found)
{
  if (found >= block->n_cells)
    return _kpi_block_get_older (block)[found - block->n_cells].file;
  return block->files != NULL ? block->files[found] : block->file;
}

/* Whether something was observed in a cell, in an area that is not among those left out. */
static gboolean
is_heard (const KpiBlock *block, gsize cell, const guint8 *without, guint64 *out_key)
{
  *out_key = block->keys != NULL ? block->keys[cell] : cell;
  return !isnan (block->values[cell]) && (without == NULL || !without[*out_key % block->n_areas]);
}

void
_kpi_block_mark_periods (const KpiBlock *block, const guint8 *without, guint8 *out_marks)
{
  gboolean is_dense = block->keys == NULL;
  guint64 key;

  memset (out_marks, FALSE, block->n_periods);
  for (gsize cell = 0; cell < block->n_cells; cell++)
    if (is_heard (block, cell, without, &key)) {
      out_marks[key / block->n_areas] = TRUE;
      if (is_dense) /* the rest of the period says nothing new */
        cell = (key / block->n_areas + 1) * block->n_areas - 1;
    }
}

gint32
_kpi_block_get_last_day (const KpiBlock *block, const guint8 *without)
{
  gint32 last = 0;
  guint64 key;

  for (gsize cell = 0; cell < block->n_cells; cell++) {
    if (!is_heard (block, cell, without, &key))
      continue;
    last = MAX (last, block->periods[key / block->n_areas].end);
    if (block->published != NULL)
      last = MAX (last, block->published[cell]);
  }
  return last;
}
