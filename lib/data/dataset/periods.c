/* SPDX-License-Identifier: MIT */
/* Interned periods: a list and an index by hash.
 *
 * Always true: what `published` does not reach was published on no day that is known, so that data
 * without vintages pay nothing. */

#include <string.h>

#include "base/hash.h"
#include "base/rows.h"
#include "base/slots.h"
#include "base/sort.h"
#include "data/dataset/periods.h"

struct _KpiPeriods {
  KpiRows list;      /* of KpiPeriod */
  KpiRows published; /* of gint32 */
  guint32 *firsts;   /* once sorted, by rank; NULL where nothing was published */
  KpiSlots slots;    /* until they are sorted */
};

KpiPeriods *
_kpi_periods_new (void)
{
  KpiPeriods *periods = g_new0 (KpiPeriods, 1);

  periods->list = KPI_ROWS (KpiPeriod);
  periods->published = KPI_ROWS (gint32);
  _kpi_slots_init (&periods->slots);
  return periods;
}

void
_kpi_periods_free (KpiPeriods *periods)
{
  _kpi_rows_clear (&periods->list);
  _kpi_rows_clear (&periods->published);
  g_free (periods->firsts);
  _kpi_slots_clear (&periods->slots);
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

static guint64
hash (const KpiPeriods *periods, const KpiPeriod *period, gint32 published)
{
  guint64 days = (guint64)(guint32)period->start << 32 | (guint32)period->end;
  guint64 rest = (guint64)(guint32)published << 8 | (guint64)period->frequency;

  return _kpi_hash_stir (_kpi_hash_stir (days ^ periods->slots.seed) + rest);
}

static guint64
hash_at (gconstpointer periods, guint32 number)
{
  return hash (periods, _kpi_periods_get (periods, number),
               _kpi_periods_get_published (periods, number));
}

/* The slot that holds `period`, or the empty one where it belongs. */
static gsize
seek (const KpiPeriods *periods, const KpiPeriod *period, gint32 published)
{
  const KpiSlots *slots = &periods->slots;
  gsize slot = _kpi_slots_first (slots, hash (periods, period, published));

  while (_kpi_slots_is_taken (slots, slot) &&
         (_kpi_period_compare (_kpi_periods_get (periods, slots->numbers[slot]), period) != 0 ||
          _kpi_periods_get_published (periods, slots->numbers[slot]) != published))
    slot = _kpi_slots_next (slots, slot);
  return slot;
}

/* Notes the day on which the period that comes next was published: the first such day brings zeros
 * for all before it. */
static gboolean
add_published (KpiPeriods *periods, gint32 published)
{
  if (published == 0 && periods->published.n == 0)
    return TRUE;
  while (periods->published.n <= periods->list.n) {
    gint32 day = periods->published.n == periods->list.n ? published : 0;

    if (!_kpi_rows_append (&periods->published, &day))
      return FALSE;
  }
  return TRUE;
}

guint32
_kpi_periods_add (KpiPeriods *periods, const KpiPeriod *period, gint32 published)
{
  gsize slot = seek (periods, period, published);

  if (_kpi_slots_is_taken (&periods->slots, slot))
    return periods->slots.numbers[slot];
  if (!_kpi_slots_make_room (&periods->slots, periods->list.n, hash_at, periods) ||
      !add_published (periods, published) || !_kpi_rows_append (&periods->list, period))
    return KPI_NO_PERIOD;
  slot = seek (periods, period, published); /* making room may have moved it */
  periods->slots.numbers[slot] = (guint32)periods->list.n - 1;
  return periods->slots.numbers[slot];
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
  periods->published.n = periods->published.capacity = days != NULL ? n : 0;
  return days != NULL && periods->firsts != NULL;
}

guint32 *
_kpi_periods_sort (KpiPeriods *periods)
{
  gsize n = periods->list.n;
  g_autofree guint32 *order = g_try_new (guint32, n + 1);
  g_autofree guint32 *ranks = NULL;
  g_autofree KpiPeriod *sorted = NULL;

  _kpi_slots_clear (&periods->slots);
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
  periods->list.capacity = n + 1;
  return g_steal_pointer (&ranks);
}
