/* SPDX-License-Identifier: MIT */
/* Rows found by a 64-bit key: gathered in any order, then sorted by key. */
#pragma once

#include "base/rows.h"
#include "base/slots.h"

typedef struct {
  KpiRows rows;   /* each begins with its guint64 key */
  KpiSlots slots; /* while gathering */
  guint32 last;   /* while gathering: the row asked for last */
  guint32 *order; /* once sorted: row numbers by ascending key */
} KpiMap;

/* Rows of `size` bytes. */
void _kpi_map_init (KpiMap *map, gsize size);
void _kpi_map_clear (KpiMap *map);

/* The row of a key, a zeroed one if it is new; it stays where it is until the next add. NULL if
 * there is no memory. */
gpointer _kpi_map_add (KpiMap *map, guint64 key);

/* Sorts by key; nothing more can be added then. FALSE if there is no memory. */
gboolean _kpi_map_sort (KpiMap *map);

/* The first place, in the order of keys, whose key is `key` or more. */
gsize _kpi_map_seek (const KpiMap *map, guint64 key);

/* The row at a place in that order. */
static inline gpointer
_kpi_map_get (const KpiMap *map, gsize place)
{
  return (guint8 *)map->rows.data + (gsize)map->order[place] * map->rows.size;
}
