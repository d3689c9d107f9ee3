/* SPDX-License-Identifier: MIT */
/* Rows found by key.
 *
 * Always true: while gathering at most half of the slots are taken, and each row has one. Rows are
 * never moved: sorting them would need them twice, and they are what fills the memory. */

#include <string.h>

#include "base/sort.h"
#include "data/keyed.h"

#define FIRST_SLOTS 64
#define EMPTY G_MAXUINT32

static guint64
key_of (const KpiKeyed *keyed, guint32 row)
{
  guint64 key;

  memcpy (&key, (const guint8 *)keyed->rows.data + (gsize)row * keyed->rows.size, sizeof key);
  return key;
}

void
_kpi_keyed_init (KpiKeyed *keyed, gsize size)
{
  *keyed = (KpiKeyed){.rows = {.size = size}};
}

void
_kpi_keyed_clear (KpiKeyed *keyed)
{
  _kpi_rows_clear (&keyed->rows);
  g_clear_pointer (&keyed->slots, g_free);
  g_clear_pointer (&keyed->order, g_free);
}

/* The slot that holds `key`, or the empty one where it belongs. Keys are areas and days, small
 * numbers side by side: the products spread them. */
static gsize
seek (const KpiKeyed *keyed, guint64 key)
{
  guint64 spread = (key ^ key >> 32) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  gsize slot = (spread ^ spread >> 29) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9) >> 32 &
               (keyed->n_slots - 1);

  while (keyed->slots[slot] != EMPTY && key_of (keyed, keyed->slots[slot]) != key)
    slot = (slot + 1) & (keyed->n_slots - 1);
  return slot;
}

static gboolean
grow (KpiKeyed *keyed)
{
  gsize n_slots = keyed->n_slots == 0 ? FIRST_SLOTS : keyed->n_slots * 2;
  guint32 *slots = g_try_new (guint32, n_slots);

  if (slots == NULL)
    return FALSE;
  memset (slots, 0xff, n_slots * sizeof *slots);
  g_free (keyed->slots);
  keyed->slots = slots;
  keyed->n_slots = n_slots;
  for (guint32 row = 0; row < keyed->rows.n; row++)
    slots[seek (keyed, key_of (keyed, row))] = row;
  return TRUE;
}

gpointer
_kpi_keyed_add (KpiKeyed *keyed, guint64 key)
{
  gpointer row;
  gsize slot;

  if (keyed->rows.n >= keyed->n_slots / 2 && (keyed->rows.n == EMPTY || !grow (keyed)))
    return NULL;
  slot = seek (keyed, key);
  if (keyed->slots[slot] != EMPTY)
    return (guint8 *)keyed->rows.data + (gsize)keyed->slots[slot] * keyed->rows.size;
  row = _kpi_rows_add (&keyed->rows);
  if (row == NULL)
    return NULL;
  memcpy (row, &key, sizeof key);
  keyed->slots[slot] = (guint32)(keyed->rows.n - 1);
  return row;
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
  g_clear_pointer (&keyed->slots, g_free);
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
