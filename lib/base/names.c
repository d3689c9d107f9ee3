/* SPDX-License-Identifier: MIT */
/* Interned strings: one run of bytes, where each string starts, and an open-addressing index.
 *
 * A GHashTable of strings takes some hundred bytes a name and aborts when memory ends; this takes
 * the bytes of the name, a NUL, and 8 to 16 more, and says no. The seed makes sure that no file can
 * be written so that all of its names fall on one slot. */

#include <string.h>

#include "base/names.h"
#include "base/rows.h"
#include "base/text.h"

#define FIRST_SLOTS 64
#define EMPTY KPI_NO_NAME

struct _KpiNames {
  KpiRows starts; /* of guint32: offset of each string in bytes */
  char *bytes;
  gsize n_bytes;
  gsize room;
  guint32 *slots; /* numbers, or EMPTY; at most half are taken */
  gsize n_slots;  /* a power of two */
  guint64 seed;
};

KpiNames *
_kpi_names_new (void)
{
  KpiNames *names = g_new0 (KpiNames, 1);

  names->starts = KPI_ROWS (guint32);
  names->seed = ((guint64)g_random_int () << 32) | g_random_int ();
  names->n_slots = FIRST_SLOTS;
  names->slots = g_new (guint32, FIRST_SLOTS);
  memset (names->slots, 0xff, FIRST_SLOTS * sizeof (guint32));
  return names;
}

void
_kpi_names_free (KpiNames *names)
{
  _kpi_rows_clear (&names->starts);
  g_free (names->bytes);
  g_free (names->slots);
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
hash (const KpiNames *names, const char *text)
{
  guint64 h = names->seed;

  for (; *text != '\0'; text++) {
    h = (h ^ (guchar)*text) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
    h ^= h >> 29;
  }
  return h;
}

/* The slot that holds `text`, or the empty one where it belongs. */
static gsize
seek (const KpiNames *names, const char *text)
{
  gsize slot = hash (names, text) & (names->n_slots - 1);

  while (names->slots[slot] != EMPTY &&
         strcmp (_kpi_names_get (names, names->slots[slot]), text) != 0)
    slot = (slot + 1) & (names->n_slots - 1);
  return slot;
}

guint32
_kpi_names_find (const KpiNames *names, const char *text)
{
  return names->slots[seek (names, text)];
}

static gboolean
grow_slots (KpiNames *names)
{
  gsize n_slots = names->n_slots * 2;
  guint32 *slots = g_try_new (guint32, n_slots);

  if (slots == NULL)
    return FALSE;
  memset (slots, 0xff, n_slots * sizeof (guint32));
  g_free (names->slots);
  names->slots = slots;
  names->n_slots = n_slots;
  for (guint32 i = 0; i < names->starts.n; i++)
    names->slots[seek (names, _kpi_names_get (names, i))] = i;
  return TRUE;
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
  gsize size = strlen (text) + 1;
  gsize slot = seek (names, text);
  guint32 *start;

  if (names->slots[slot] != EMPTY)
    return names->slots[slot];
  if (names->n_bytes + size > names->room && !grow_bytes (names, size))
    return KPI_NO_NAME;
  if (names->starts.n >= names->n_slots / 2) {
    if (!grow_slots (names))
      return KPI_NO_NAME;
    slot = seek (names, text);
  }
  start = _kpi_rows_add (&names->starts);
  if (start == NULL)
    return KPI_NO_NAME;
  *start = (guint32)names->n_bytes;
  memcpy (names->bytes + names->n_bytes, text, size);
  names->n_bytes += size;
  names->slots[slot] = (guint32)names->starts.n - 1;
  return names->slots[slot];
}

char *
_kpi_names_hint (const KpiNames *names, const char *wrong)
{
  KpiNearest nearest = KPI_NEAREST (wrong);

  for (guint32 i = 0; i < names->starts.n; i++)
    _kpi_nearest_offer (&nearest, _kpi_names_get (names, i));
  return _kpi_nearest_hint (&nearest);
}
