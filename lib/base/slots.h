/* SPDX-License-Identifier: MIT */
/* An index by hash of things that are numbered from 0: where names, periods and map rows are
 * looked up. What the things are, and when two are the same, their owner knows:
 *
 *     gsize slot = _kpi_slots_first (&slots, hash_of (wanted));
 *
 *     while (_kpi_slots_is_taken (&slots, slot) && !is_same (slots.numbers[slot], wanted))
 *       slot = _kpi_slots_next (&slots, slot);
 *
 * ends at the slot of what is wanted, or at the empty one where it belongs. */
#pragma once

#include <glib.h>

#define KPI_NO_NUMBER G_MAXUINT32

typedef struct {
  guint32 *numbers; /* KPI_NO_NUMBER where a slot is empty; at most half are taken */
  gsize n;          /* a power of two */
  guint64 seed;     /* for hashes, so that no file can be written to make all things meet */
} KpiSlots;

void _kpi_slots_init (KpiSlots *slots);
void _kpi_slots_clear (KpiSlots *slots);

/* The hash of a thing of which there is a number. */
typedef guint64 (*KpiSlotsHash) (gconstpointer owner, guint32 number);

/* Makes sure that one more than the things 0 to n - 1 finds a slot; where they have to move, slots
 * found before are none any more. FALSE, and nothing changed, if there is no memory. */
gboolean _kpi_slots_make_room (KpiSlots *slots, gsize n, KpiSlotsHash hash, gconstpointer owner);

static inline gsize
_kpi_slots_first (const KpiSlots *slots, guint64 hash)
{
  return hash & (slots->n - 1);
}

static inline gsize
_kpi_slots_next (const KpiSlots *slots, gsize slot)
{
  return (slot + 1) & (slots->n - 1);
}

static inline gboolean
_kpi_slots_is_taken (const KpiSlots *slots, gsize slot)
{
  return slots->numbers[slot] != KPI_NO_NUMBER;
}
