/* SPDX-License-Identifier: MIT */
/* Lengths in whole days.
 *
 * What is asked for is known before the counting, so that days of closing are kept no finer than
 * the days asked for, and what is closed after the last of them is not kept at all. Always true:
 * lengths below 128 days are exact. Longer ones are too, until there are so many different counts
 * that they would not fit; from then on they are rounded to the middle of a bucket 1/64 to 1/128 of
 * their length wide, so that none is off by 0.8 %, nor is what lies between two of them. */

#include <math.h>

#include "base/sort.h"
#include "data/spans.h"

#define LENGTH_BITS 22 /* of the longest: 0001-01-01 to 9999-12-31 */
#define EXACT_BITS 7   /* leading bits of a length that rounding keeps */

typedef struct {
  guint64 key; /* the lane and interval, then the length */
  guint32 n;
} Count;

void
_kpi_spans_init (KpiSpans *spans, KpiCuts cuts, gsize most_exact)
{
  *spans = (KpiSpans){.cuts = cuts, .most_exact = most_exact};
  _kpi_keyed_init (&spans->counts, sizeof (Count));
}

void
_kpi_spans_clear (KpiSpans *spans)
{
  _kpi_keyed_clear (&spans->counts);
}

static guint64
key_of (const KpiSpans *spans, guint32 lane, gsize interval, guint32 length)
{
  return ((guint64)lane * _kpi_cuts_length (&spans->cuts) + interval) << LENGTH_BITS | length;
}

/* How many low bits of a length rounding drops. */
static guint
count_dropped (guint32 length)
{
  guint bits = g_bit_storage (length);

  return bits > EXACT_BITS ? bits - EXACT_BITS : 0;
}

/* The shortest length of the same bucket. */
static guint32
round_down (guint32 length)
{
  guint dropped = count_dropped (length);

  return length >> dropped << dropped;
}

static gboolean
add (KpiKeyed *counts, guint64 key, guint32 n)
{
  Count *count = _kpi_keyed_add (counts, key);

  if (count == NULL)
    return FALSE;
  count->n += n;
  return TRUE;
}

/* Brings what was counted so far into buckets. */
static gboolean
start_rounding (KpiSpans *spans)
{
  const guint64 mask = ((guint64)1 << LENGTH_BITS) - 1;
  KpiKeyed rounded;
  gboolean enough = TRUE;

  _kpi_keyed_init (&rounded, sizeof (Count));
  for (gsize i = 0; i < spans->counts.rows.n && enough; i++) {
    const Count *count = &KPI_ROW (&spans->counts.rows, Count, i);
    guint32 length = round_down ((guint32)(count->key & mask));

    enough = add (&rounded, (count->key & ~mask) | length, count->n);
  }
  _kpi_keyed_clear (&spans->counts);
  spans->counts = rounded;
  spans->is_rounded = TRUE;
  return enough;
}

gboolean
_kpi_spans_add (KpiSpans *spans, guint32 lane, gint32 closed, gint32 length)
{
  gsize n_intervals = _kpi_cuts_length (&spans->cuts);
  gsize interval = _kpi_cuts_find (&spans->cuts, closed);
  guint32 kept = (guint32)length;

  if (interval >= n_intervals)
    return TRUE;
  if (lane >= ((guint64)1 << (64 - LENGTH_BITS)) / n_intervals)
    return FALSE;
  if (!spans->is_rounded && spans->counts.rows.n > spans->most_exact && !start_rounding (spans))
    return FALSE;
  if (spans->is_rounded)
    kept = round_down (kept);
  return add (&spans->counts, key_of (spans, lane, interval, kept), 1);
}

gboolean
_kpi_spans_finish (KpiSpans *spans)
{
  return _kpi_keyed_sort (&spans->counts);
}

/* The days that a kept length stands for. */
static double
days_of (const KpiSpans *spans, guint32 length)
{
  guint dropped = spans->is_rounded ? count_dropped (length) : 0;

  return length + (((guint32)1 << dropped) - 1) / 2.0;
}

gboolean
_kpi_spans_collect (const KpiSpans *spans, guint32 lane, gint32 after, gint32 until,
                    KpiLengths *lengths)
{
  gsize begin = after > 0 ? _kpi_cuts_find (&spans->cuts, after) + 1 : 0;
  gsize end = MIN (_kpi_cuts_find (&spans->cuts, until) + 1, _kpi_cuts_length (&spans->cuts));
  gsize place = _kpi_keyed_seek (&spans->counts, key_of (spans, lane, begin, 0));
  guint64 past = key_of (spans, lane, end, 0);

  for (; begin < end && place < spans->counts.rows.n; place++) {
    const Count *count = _kpi_keyed_get (&spans->counts, place);
    KpiLength *length;

    if (count->key >= past)
      break;
    length = _kpi_rows_add (&lengths->lengths);
    if (length == NULL)
      return FALSE;
    *length = (KpiLength){
        days_of (spans, (guint32)(count->key & (((guint64)1 << LENGTH_BITS) - 1))), count->n};
    lengths->n += count->n;
  }
  return TRUE;
}

static gint
compare (gconstpointer a, gconstpointer b, gpointer unused)
{
  double left = ((const KpiLength *)a)->days, right = ((const KpiLength *)b)->days;

  (void)unused;
  return left < right ? -1 : left > right;
}

/* The length at a place, counted from the shortest. */
static double
find_length (const KpiLengths *lengths, guint64 place)
{
  gsize i = 0;

  for (; place >= KPI_ROW (&lengths->lengths, KpiLength, i).n; i++)
    place -= KPI_ROW (&lengths->lengths, KpiLength, i).n;
  return KPI_ROW (&lengths->lengths, KpiLength, i).days;
}

double
_kpi_lengths_quantile (KpiLengths *lengths, double share)
{
  double place = (double)(lengths->n - 1) * share;
  guint64 below = (guint64)place;
  double low, high;

  if (lengths->n == 0)
    return NAN;
  _kpi_sort (lengths->lengths.data, lengths->lengths.n, sizeof (KpiLength), compare, NULL);
  low = find_length (lengths, below);
  high = find_length (lengths, MIN (below + 1, lengths->n - 1));
  return low + (place - (double)below) * (high - low);
}
