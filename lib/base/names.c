/* SPDX-License-Identifier: MIT */
/* Interned strings: one run of bytes, where each string starts, and an index by hash.
 *
 * Always true: a name takes its bytes, a NUL, and 12 to 20 more; where memory ends an add says no
 * and has changed nothing. */

#include <string.h>

#include "base/hash.h"
#include "base/names.h"
#include "base/rows.h"
#include "base/slots.h"
#include "base/text.h"

struct _KpiNames {
  KpiRows starts; /* of guint32: offset of each string in bytes */
  char *bytes;
  gsize n_bytes;
  gsize room;
  KpiSlots slots;
};

KpiNames *
_kpi_names_new (void)
{
  KpiNames *names = g_new0 (KpiNames, 1);

  names->starts = KPI_ROWS (guint32);
  _kpi_slots_init (&names->slots);
  return names;
}

void
_kpi_names_free (KpiNames *names)
{
  _kpi_rows_clear (&names->starts);
  g_free (names->bytes);
  _kpi_slots_clear (&names->slots);
  g_free (names);
}

const char *
_kpi_names_get (const KpiNames *names, guint32 number)
{
  return names->bytes + KPI_ROW (&names->starts, guint32, number);
}

guint32
_kpi_names_length (const KpiNames *names)
{
  return (guint32)names->starts.n;
}

static guint64
hash_at (gconstpointer names, guint32 number)
{
  const char *text = _kpi_names_get (names, number);

  return _kpi_hash_bytes (text, strlen (text), ((const KpiNames *)names)->slots.seed);
}

/* The slot that holds `text`, or the empty one where it belongs. */
static gsize
seek (const KpiNames *names, const char *text, gsize length)
{
  const KpiSlots *slots = &names->slots;
  gsize slot = _kpi_slots_first (slots, _kpi_hash_bytes (text, length, slots->seed));

  while (_kpi_slots_is_taken (slots, slot) &&
         strcmp (_kpi_names_get (names, slots->numbers[slot]), text) != 0)
    slot = _kpi_slots_next (slots, slot);
  return slot;
}

guint32
_kpi_names_find (const KpiNames *names, const char *text)
{
  return names->slots.numbers[seek (names, text, strlen (text))];
}

static gboolean
grow_bytes (KpiNames *names, gsize needed)
{
  gsize room = MAX (names->room + names->room / 2, names->n_bytes + needed);
  char *bytes;

  if (room > G_MAXUINT32 || (bytes = g_try_realloc (names->bytes, room)) == NULL)
    return FALSE;
  names->bytes = bytes;
  names->room = room;
  return TRUE;
}

guint32
_kpi_names_add (KpiNames *names, const char *text)
{
  gsize length = strlen (text), size = length + 1;
  gsize slot = seek (names, text, length);
  guint32 *start;

  if (_kpi_slots_is_taken (&names->slots, slot))
    return names->slots.numbers[slot];
  if ((names->n_bytes + size > names->room && !grow_bytes (names, size)) ||
      !_kpi_slots_make_room (&names->slots, names->starts.n, hash_at, names))
    return KPI_NO_NAME;
  start = _kpi_rows_add (&names->starts);
  if (start == NULL)
    return KPI_NO_NAME;
  *start = (guint32)names->n_bytes;
  memcpy (names->bytes + names->n_bytes, text, size);
  names->n_bytes += size;
  slot = seek (names, text, length); /* making room may have moved it */
  names->slots.numbers[slot] = (guint32)names->starts.n - 1;
  return names->slots.numbers[slot];
}

char *
_kpi_names_hint (const KpiNames *names, const char *wrong)
{
  KpiNearest nearest = KPI_NEAREST (wrong);

  for (guint32 i = 0; i < names->starts.n; i++)
    _kpi_nearest_offer (&nearest, _kpi_names_get (names, i));
  return _kpi_nearest_hint (&nearest);
}
