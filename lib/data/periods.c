/* SPDX-License-Identifier: MIT */
/* Interned periods: a list and an open-addressing index, as base/names.c has for strings. The seed
 * makes sure that no file can be written so that all of its periods fall on one slot.
 *
 * Always true: what `published` does not reach was published on no day that is known, so that data
 * without vintages pay nothing. */

#include <string.h>

#include "base/rows.h"
#include "base/sort.h"
#include "data/periods.h"

#define FIRST_SLOTS 64
#define EMPTY KPI_NO_PERIOD

struct _KpiPeriods {
  KpiRows list;      /* of KpiPeriod */
  KpiRows published; /* of gint32 */
  guint32 *firsts;   /* once sorted, by rank; NULL where nothing was published */
  guint32 *slots;    /* numbers, or EMPTY; at most half are taken */
  gsize n_slots;     /* a power of two */
  guint64 seed;
};

KpiPeriods *
_kpi_periods_new (void)
{
  KpiPeriods *periods = g_new0 (KpiPeriods, 1);

  periods->list = KPI_ROWS (KpiPeriod);
  periods->published = KPI_ROWS (gint32);
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
  _kpi_rows_clear (&periods->published);
  g_free (periods->firsts);
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

gint32
_kpi_periods_get_published (const KpiPeriods *periods, guint32 number)
{
  return number < periods->published.n ? KPI_ROW (&periods->published, gint32, number) : 0;
}

guint32
_kpi_periods_get_first (const KpiPeriods *periods, guint32 rank)
{
  return periods->firsts == NULL ? rank : periods->firsts[rank];
}

/* Mixes all bits into all bits (the finaliser of splitmix64). */
static guint64
hash (const KpiPeriods *periods, const KpiPeriod *period, gint32 published)
{
  guint64 h = ((guint64)(guint32)period->start << 32) ^ (guint32)period->end;

  h = (h ^ periods->seed) + (guint64)period->frequency + ((guint64)(guint32)published << 8);
  h = (h ^ (h >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  h = (h ^ (h >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return h ^ (h >> 31);
}

/* The slot that holds `period`, or the empty one where it belongs. */
static gsize
seek (const KpiPeriods *periods, const KpiPeriod *period, gint32 published)
{
  gsize slot = hash (periods, period, published) & (periods->n_slots - 1);

  while (periods->slots[slot] != EMPTY &&
         (_kpi_period_compare (_kpi_periods_get (periods, periods->slots[slot]), period) != 0 ||
          _kpi_periods_get_published (periods, periods->slots[slot]) != published))
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
    periods->slots[seek (periods, _kpi_periods_get (periods, i),
                         _kpi_periods_get_published (periods, i))] = i;
  return TRUE;
}

/* Notes the day on which the period that comes next was published: the first such day brings zeros
 * for all before it. */
static gboolean
add_published (KpiPeriods *periods, gint32 published)
{
  if (published == 0 && periods->published.n == 0)
    return TRUE;
  while (periods->published.n <= periods->list.n) {
    gint32 *day = _kpi_rows_add (&periods->published);

    if (day == NULL)
      return FALSE;
    *day = periods->published.n > periods->list.n ? published : 0;
  }
  return TRUE;
}

guint32
_kpi_periods_add (KpiPeriods *periods, const KpiPeriod *period, gint32 published)
{
  gsize slot = seek (periods, period, published);
  KpiPeriod *added;

  if (periods->slots[slot] != EMPTY)
    return periods->slots[slot];
  if (periods->list.n >= periods->n_slots / 2) {
    if (!grow_slots (periods))
      return KPI_NO_PERIOD;
    slot = seek (periods, period, published);
  }
  if (periods->list.n >= KPI_NO_PERIOD || !add_published (periods, published) ||
      (added = _kpi_rows_add (&periods->list)) == NULL)
    return KPI_NO_PERIOD;
  *added = *period;
  periods->slots[slot] = (guint32)periods->list.n - 1;
  return periods->slots[slot];
}

static gint
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const KpiPeriods *periods = user_data;
  guint32 left = *(const guint32 *)a, right = *(const guint32 *)b;
  const KpiPeriod *p = _kpi_periods_get (periods, left), *q = _kpi_periods_get (periods, right);
  gint order = _kpi_period_compare (p, q);

  if (p->frequency != q->frequency)
    return (gint)p->frequency - (gint)q->frequency;
  if (order != 0)
    return order;
  return _kpi_periods_get_published (periods, left) - _kpi_periods_get_published (periods, right);
}

/* Sorts the days of publication alike, and finds the first rank of each period. */
static gboolean
sort_published (KpiPeriods *periods, const guint32 *order)
{
  gsize n = periods->list.n;
  gint32 *days;

  if (periods->published.n == 0)
    return TRUE;
  days = g_try_new (gint32, n);
  periods->firsts = g_try_new (guint32, n);
  for (gsize i = 0; i < n && days != NULL && periods->firsts != NULL; i++) {
    gboolean is_new = i == 0 || _kpi_period_compare (_kpi_periods_get (periods, order[i]),
                                                     _kpi_periods_get (periods, order[i - 1])) != 0;

    days[i] = _kpi_periods_get_published (periods, order[i]);
    periods->firsts[i] = is_new ? (guint32)i : periods->firsts[i - 1];
  }
  g_free (periods->published.data);
  periods->published.data = days;
  periods->published.n = periods->published.room = days != NULL ? n : 0;
  return days != NULL && periods->firsts != NULL;
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
  _kpi_sort (order, n, sizeof *order, compare, periods);
  if (!sort_published (periods, order))
    return NULL;
  for (gsize i = 0; i < n; i++) {
    ranks[order[i]] = (guint32)i;
    sorted[i] = KPI_ROW (&periods->list, KpiPeriod, order[i]);
  }
  g_free (periods->list.data);
  periods->list.data = g_steal_pointer (&sorted);
  periods->list.room = n + 1;
  return g_steal_pointer (&ranks);
}
