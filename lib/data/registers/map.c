/* SPDX-License-Identifier: MIT */
/* Rows found by key.
 *
 * Always true: rows are never moved, since sorting them would need them twice, and they are what
 * fills the memory. */

#include <string.h>

#include "base/hash.h"
#include "base/sort.h"
#include "data/registers/map.h"

static gpointer
row_at (const KpiMap *map, guint32 row)
{
  return (guint8 *)map->rows.data + (gsize)row * map->rows.size;
}

static guint64
key_of (const KpiMap *map, guint32 row)
{
  guint64 key;

  memcpy (&key, row_at (map, row), sizeof key);
  return key;
}

void
_kpi_map_init (KpiMap *map, gsize size)
{
  *map = (KpiMap){.rows = {.size = size}};
  _kpi_slots_init (&map->slots);
}

void
_kpi_map_clear (KpiMap *map)
{
  _kpi_rows_clear (&map->rows);
  _kpi_slots_clear (&map->slots);
  g_clear_pointer (&map->order, g_free);
}

static guint64
hash (const KpiMap *map, guint64 key)
{
  return _kpi_hash_stir (key ^ map->slots.seed);
}

static guint64
hash_at (gconstpointer map, guint32 row)
{
  return hash (map, key_of (map, row));
}

/* The slot that holds `key`, or the empty one where it belongs. */
static gsize
seek (const KpiMap *map, guint64 key)
{
  const KpiSlots *slots = &map->slots;
  gsize slot = _kpi_slots_first (slots, hash (map, key));

  while (_kpi_slots_is_taken (slots, slot) && key_of (map, slots->numbers[slot]) != key)
    slot = _kpi_slots_next (slots, slot);
  return slot;
}

/* The row of a key, at the slot that was found for it. */
static gpointer
take (KpiMap *map, gsize slot)
{
  map->last = map->slots.numbers[slot];
  return row_at (map, map->last);
}

gpointer
_kpi_map_add (KpiMap *map, guint64 key)
{
  gpointer row;
  gsize slot;

  if (map->last < map->rows.n && key_of (map, map->last) == key)
    return row_at (map, map->last);
  slot = seek (map, key);
  if (_kpi_slots_is_taken (&map->slots, slot))
    return take (map, slot);
  if (!_kpi_slots_make_room (&map->slots, map->rows.n, hash_at, map))
    return NULL;
  row = _kpi_rows_add (&map->rows);
  if (row == NULL)
    return NULL;
  memcpy (row, &key, sizeof key);
  slot = seek (map, key); /* making room may have moved it */
  map->slots.numbers[slot] = (guint32)(map->rows.n - 1);
  return take (map, slot);
}

static gint
compare (gconstpointer a, gconstpointer b, gpointer map)
{
  return KPI_ORDER (key_of (map, *(const guint32 *)a), key_of (map, *(const guint32 *)b));
}

gboolean
_kpi_map_sort (KpiMap *map)
{
  _kpi_slots_clear (&map->slots);
  map->order = g_try_new (guint32, MAX (map->rows.n, 1));
  if (map->order == NULL)
    return FALSE;
  for (guint32 row = 0; row < map->rows.n; row++)
    map->order[row] = row;
  _kpi_sort (map->order, map->rows.n, sizeof *map->order, compare, map);
  return TRUE;
}

static gint
compare_to_key (gconstpointer row, gconstpointer key, gpointer map)
{
  return KPI_ORDER (key_of (map, *(const guint32 *)row), *(const guint64 *)key);
}

gsize
_kpi_map_seek (const KpiMap *map, guint64 key)
{
  return _kpi_sort_lower_bound (map->order, map->rows.n, sizeof *map->order, &key, compare_to_key,
                                (gpointer)map);
}
