/* SPDX-License-Identifier: MIT */
/* Rows found by a 64-bit key: gathered in any order, then sorted by key. */
#ifndef KPI_KEYED_H
#define KPI_KEYED_H

#include "base/rows.h"
#include "base/slots.h"

typedef struct {
  KpiRows rows;   /* each begins with its guint64 key */
  KpiSlots slots; /* while gathering */
  guint32 last;   /* while gathering: the row asked for last */
  guint32 *order; /* once sorted: row numbers by ascending key */
} KpiKeyed;

/* Rows of `size` bytes. */
void _kpi_keyed_init (KpiKeyed *keyed, gsize size);
void _kpi_keyed_clear (KpiKeyed *keyed);

/* The row of a key, a zeroed one if it is new; it stays where it is until the next add. NULL if
 * there is no memory. */
gpointer _kpi_keyed_add (KpiKeyed *keyed, guint64 key);

/* Sorts by key; nothing more can be added then. FALSE if there is no memory. */
gboolean _kpi_keyed_sort (KpiKeyed *keyed);

/* The first place, in the order of keys, whose key is `key` or more. */
gsize _kpi_keyed_seek (const KpiKeyed *keyed, guint64 key);

/* The row at a place in that order. */
static inline gpointer
_kpi_keyed_get (const KpiKeyed *keyed, gsize place)
{
  return (guint8 *)keyed->rows.data + (gsize)keyed->order[place] * keyed->rows.size;
}

#endif
