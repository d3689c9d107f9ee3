/* SPDX-License-Identifier: MIT */
/* Open addressing with linear steps.
 *
 * Always true: at most half of the slots are taken, so that a search ends soon and does end. A
 * GHashTable would take some fifty bytes a thing and abort when memory ends; this takes 8 to 16 and
 * says no. */

#include <string.h>

#include "base/slots.h"

#define FIRST_SLOTS 64

void
_kpi_slots_init (KpiSlots *slots)
{
  slots->seed = ((guint64)g_random_int () << 32) | g_random_int ();
  slots->n = FIRST_SLOTS;
  slots->numbers = g_new (guint32, FIRST_SLOTS);
  memset (slots->numbers, 0xff, FIRST_SLOTS * sizeof (guint32));
}

void
_kpi_slots_clear (KpiSlots *slots)
{
  g_clear_pointer (&slots->numbers, g_free);
  slots->n = 0;
}

gboolean
_kpi_slots_make_room (KpiSlots *slots, gsize n, KpiSlotsHash hash, gconstpointer owner)
{
  KpiSlots wider = {.n = slots->n * 2, .seed = slots->seed};

  if (n < slots->n / 2)
    return TRUE;
  wider.numbers = n < KPI_NO_NUMBER ? g_try_new (guint32, wider.n) : NULL;
  if (wider.numbers == NULL)
    return FALSE;
  memset (wider.numbers, 0xff, wider.n * sizeof (guint32));
  for (guint32 i = 0; i < n; i++) {
    gsize slot = _kpi_slots_first (&wider, hash (owner, i));

    while (_kpi_slots_is_taken (&wider, slot))
      slot = _kpi_slots_next (&wider, slot);
    wider.numbers[slot] = i;
  }
  g_free (slots->numbers);
  *slots = wider;
  return TRUE;
}
