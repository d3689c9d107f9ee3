/* SPDX-License-Identifier: MIT */
/* Rows found by key.
 *
 * Always true: rows are never moved, since sorting them would need them twice, and they are what
 * fills the memory. */

#include <string.h>

#include "base/hash.h"
#include "base/sort.h"
#include "data/keyed.h"

static gpointer
row_at (const KpiKeyed *keyed, guint32 row)
{
  return (guint8 *)keyed->rows.data + (gsize)row * keyed->rows.size;
}

static guint64
key_of (const KpiKeyed *keyed, guint32 row)
{
  guint64 key;

  memcpy (&key, row_at (keyed, row), sizeof key);
  return key;
}

void
_kpi_keyed_init (KpiKeyed *keyed, gsize size)
{
  *keyed = (KpiKeyed){.rows = {.size = size}};
  _kpi_slots_init (&keyed->slots);
}

void
_kpi_keyed_clear (KpiKeyed *keyed)
{
  _kpi_rows_clear (&keyed->rows);
  _kpi_slots_clear (&keyed->slots);
  g_clear_pointer (&keyed->order, g_free);
}

static guint64
hash (const KpiKeyed *keyed, guint64 key)
{
  return _kpi_hash_stir (key ^ keyed->slots.seed);
}

static guint64
hash_at (gconstpointer keyed, guint32 row)
{
  return hash (keyed, key_of (keyed, row));
}

/* The slot that holds `key`, or the empty one where it belongs. */
static gsize
seek (const KpiKeyed *keyed, guint64 key)
{
  const KpiSlots *slots = &keyed->slots;
  gsize slot = _kpi_slots_first (slots, hash (keyed, key));

  while (_kpi_slots_is_taken (slots, slot) && key_of (keyed, slots->numbers[slot]) != key)
    slot = _kpi_slots_next (slots, slot);
  return slot;
}

/* The row of a key, at the slot that was found for it. */
static gpointer
take (KpiKeyed *keyed, gsize slot)
{
  keyed->last = keyed->slots.numbers[slot];
  return row_at (keyed, keyed->last);
}

gpointer
_kpi_keyed_add (KpiKeyed *keyed, guint64 key)
{
  gpointer row;
  gsize slot;

  if (keyed->last < keyed->rows.n && key_of (keyed, keyed->last) == key)
    return row_at (keyed, keyed->last);
  slot = seek (keyed, key);
  if (_kpi_slots_is_taken (&keyed->slots, slot))
    return take (keyed, slot);
  if (!_kpi_slots_make_room (&keyed->slots, keyed->rows.n, hash_at, keyed))
    return NULL;
  row = _kpi_rows_add (&keyed->rows);
  if (row == NULL)
    return NULL;
  memcpy (row, &key, sizeof key);
  slot = seek (keyed, key); /* making room may have moved it */
  keyed->slots.numbers[slot] = (guint32)(keyed->rows.n - 1);
  return take (keyed, slot);
}

static gint
compare (gconstpointer a, gconstpointer b, gpointer keyed)
{
  guint64 left = key_of (keyed, *(const guint32 *)a), right = key_of (keyed, *(const guint32 *)b);

  return left < right ? -1 : left > right;
}

gboolean
_kpi_keyed_sort (KpiKeyed *keyed)
{
  _kpi_slots_clear (&keyed->slots);
  keyed->order = g_try_new (guint32, MAX (keyed->rows.n, 1));
  if (keyed->order == NULL)
    return FALSE;
  for (guint32 row = 0; row < keyed->rows.n; row++)
    keyed->order[row] = row;
  _kpi_sort (keyed->order, keyed->rows.n, sizeof *keyed->order, compare, keyed);
  return TRUE;
}

gsize
_kpi_keyed_seek (const KpiKeyed *keyed, guint64 key)
{
  gsize first = 0, last = keyed->rows.n;

  while (first < last) {
    gsize middle = first + (last - first) / 2;

    if (key_of (keyed, keyed->order[middle]) < key)
      first = middle + 1;
    else
      last = middle;
  }
  return first;
}
