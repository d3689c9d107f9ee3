/* SPDX-License-Identifier: MIT */
/* Interned periods: a list and an open-addressing index, as base/names.c has for strings. The seed
 * makes sure that no file can be written so that all of its periods fall on one slot. */

#include <string.h>

#include "base/rows.h"
#include "base/sort.h"
#include "data/periods.h"

#define FIRST_SLOTS 64
#define EMPTY KPI_NO_PERIOD

struct _KpiPeriods {
  KpiRows list;   /* of KpiPeriod */
  guint32 *slots; /* numbers, or EMPTY; at most half are taken */
  gsize n_slots;  /* a power of two */
  guint64 seed;
};

KpiPeriods *
_kpi_periods_new (void)
{
  KpiPeriods *periods = g_new0 (KpiPeriods, 1);

  periods->list = KPI_ROWS (KpiPeriod);
  periods->seed = ((guint64)g_random_int () << 32) | g_random_int ();
  periods->n_slots = FIRST_SLOTS;
  periods->slots = g_new (guint32, FIRST_SLOTS);
  memset (periods->slots, 0xff, FIRST_SLOTS * sizeof (guint32));
  return periods;
}

void
_kpi_periods_free (KpiPeriods *periods)
{
  _kpi_rows_clear (&periods->list);
  g_free (periods->slots);
  g_free (periods);
}

guint32
_kpi_periods_length (const KpiPeriods *periods)
{
  return (guint32)periods->list.n;
}

const KpiPeriod *
_kpi_periods_get (const KpiPeriods *periods, guint32 number)
{
  return &KPI_ROW (&periods->list, KpiPeriod, number);
}

/* Mixes all bits into all bits (the finaliser of splitmix64). */
static guint64
hash (const KpiPeriods *periods, const KpiPeriod *period)
{
  guint64 h = ((guint64)(guint32)period->start << 32) ^ (guint32)period->end;

  h = (h ^ periods->seed) + (guint64)period->frequency;
  h = (h ^ (h >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  h = (h ^ (h >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return h ^ (h >> 31);
}

/* The slot that holds `period`, or the empty one where it belongs. */
static gsize
seek (const KpiPeriods *periods, const KpiPeriod *period)
{
  gsize slot = hash (periods, period) & (periods->n_slots - 1);

  while (periods->slots[slot] != EMPTY &&
         _kpi_period_compare (_kpi_periods_get (periods, periods->slots[slot]), period) != 0)
    slot = (slot + 1) & (periods->n_slots - 1);
  return slot;
}

static gboolean
grow_slots (KpiPeriods *periods)
{
  gsize n_slots = periods->n_slots * 2;
  guint32 *slots = g_try_new (guint32, n_slots);

  if (slots == NULL)
    return FALSE;
  memset (slots, 0xff, n_slots * sizeof (guint32));
  g_free (periods->slots);
  periods->slots = slots;
  periods->n_slots = n_slots;
  for (guint32 i = 0; i < periods->list.n; i++)
    periods->slots[seek (periods, _kpi_periods_get (periods, i))] = i;
  return TRUE;
}

guint32
_kpi_periods_add (KpiPeriods *periods, const KpiPeriod *period)
{
  gsize slot = seek (periods, period);
  KpiPeriod *added;

  if (periods->slots[slot] != EMPTY)
    return periods->slots[slot];
  if (periods->list.n >= periods->n_slots / 2) {
    if (!grow_slots (periods))
      return KPI_NO_PERIOD;
    slot = seek (periods, period);
  }
  if (periods->list.n >= KPI_NO_PERIOD || (added = _kpi_rows_add (&periods->list)) == NULL)
    return KPI_NO_PERIOD;
  *added = *period;
  periods->slots[slot] = (guint32)periods->list.n - 1;
  return periods->slots[slot];
}

static gint
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const KpiPeriod *list = user_data;
  const KpiPeriod *p = &list[*(const guint32 *)a], *q = &list[*(const guint32 *)b];

  return p->frequency != q->frequency ? (gint)p->frequency - (gint)q->frequency
                                      : _kpi_period_compare (p, q);
}

guint32 *
_kpi_periods_sort (KpiPeriods *periods)
{
  gsize n = periods->list.n;
  g_autofree guint32 *order = g_try_new (guint32, n + 1);
  g_autofree guint32 *ranks = NULL;
  g_autofree KpiPeriod *sorted = NULL;

  g_clear_pointer (&periods->slots, g_free);
  periods->n_slots = 0;
  ranks = g_try_new (guint32, n + 1);
  sorted = g_try_new (KpiPeriod, n + 1);
  if (order == NULL || ranks == NULL || sorted == NULL)
    return NULL;
  for (gsize i = 0; i < n; i++)
    order[i] = (guint32)i;
  _kpi_sort (order, n, sizeof *order, compare, periods->list.data);
  for (gsize i = 0; i < n; i++) {
    ranks[order[i]] = (guint32)i;
    sorted[i] = KPI_ROW (&periods->list, KpiPeriod, order[i]);
  }
  g_free (periods->list.data);
  periods->list.data = g_steal_pointer (&sorted);
  periods->list.room = n + 1;
  return g_steal_pointer (&ranks);
}
