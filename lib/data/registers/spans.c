/* SPDX-License-Identifier: MIT */
/* Lengths in whole days.
 *
 * What is asked for is known before the counting, so that days of closing are kept no finer than
 * the days asked for, and what is closed after the last of them is not kept at all. Lengths that
 * are near one another share a page, so that a register of very many areas does not wait for memory
 * at each item. Always true: lengths below 128 days are exact. Longer ones are too, until there
 * would be too many pages; from then on they are rounded to the middle of a bucket 1/64 to 1/128 of
 * their length wide, so that none is off by 0.8 %, nor is what lies between two of them. */

#include <math.h>

#include "base/sort.h"
#include "data/registers/spans.h"

#define LENGTH_BITS 22 /* of the longest: 0001-01-01 to 9999-12-31 */
#define EXACT_BITS 7   /* leading bits of a length that rounding keeps */
#define PAGE_BITS 4

/* Counts of neighbours: of lengths, or of buckets. */
typedef struct {
  guint64 key; /* the lane and interval, then the length or bucket without its last bits */
  guint32 n[1 << PAGE_BITS];
} Page;

void
_kpi_spans_init (KpiSpans *spans, KpiCutoffs cutoffs, gsize most_exact)
{
  *spans = (KpiSpans){.cutoffs = cutoffs, .most_exact = most_exact};
  _kpi_map_init (&spans->pages, sizeof (Page));
}

void
_kpi_spans_clear (KpiSpans *spans)
{
  _kpi_map_clear (&spans->pages);
}

/* The key of a length or bucket, the last bits of which are its place on the page. */
static guint64
key_of (const KpiSpans *spans, guint32 lane, gsize interval, guint32 kept)
{
  return ((guint64)lane * _kpi_cutoffs_length (&spans->cutoffs) + interval) << LENGTH_BITS | kept;
}

static guint
count_dropped (guint32 length)
{
  guint bits = g_bit_storage (length);

  return bits > EXACT_BITS ? bits - EXACT_BITS : 0;
}

/* Buckets are numbered from the shortest: each length below 128 has its own, each doubling from
 * there on has 64. */
static guint32
bucket_of (guint32 length)
{
  guint dropped = count_dropped (length);

  return (dropped << (EXACT_BITS - 1)) + (length >> dropped);
}

/* The days that a bucket stands for: its middle. */
static double
days_of_bucket (guint32 bucket)
{
  guint dropped = bucket < 1u << EXACT_BITS ? 0 : (bucket >> (EXACT_BITS - 1)) - 1;
  guint32 shortest = (bucket - (dropped << (EXACT_BITS - 1))) << dropped;

  return shortest + (((guint32)1 << dropped) - 1) / 2.0;
}

static gboolean
add (KpiMap *pages, guint64 key, guint32 n)
{
  Page *page = _kpi_map_add (pages, key >> PAGE_BITS);

  if (page == NULL)
    return FALSE;
  page->n[key % (1 << PAGE_BITS)] += n;
  return TRUE;
}

static gboolean
start_rounding (KpiSpans *spans)
{
  const guint64 mask = ((guint64)1 << LENGTH_BITS) - 1;
  KpiMap exact = spans->pages;
  gboolean enough = TRUE;

  _kpi_map_init (&spans->pages, sizeof (Page));
  spans->is_rounded = TRUE;
  for (gsize i = 0; i < exact.rows.n << PAGE_BITS && enough; i++) {
    const Page *page = &KPI_ROW (&exact.rows, Page, i >> PAGE_BITS);
    guint32 n = page->n[i % (1 << PAGE_BITS)];
    guint64 key = page->key << PAGE_BITS | i % (1 << PAGE_BITS);

    enough = n == 0 || add (&spans->pages, (key & ~mask) | bucket_of ((guint32)(key & mask)), n);
  }
  _kpi_map_clear (&exact);
  return enough;
}

gboolean
_kpi_spans_add (KpiSpans *spans, guint32 lane, gint32 closed, gint32 length)
{
  gsize n_intervals = _kpi_cutoffs_length (&spans->cutoffs);
  gsize interval = _kpi_cutoffs_find (&spans->cutoffs, closed);
  guint32 kept = (guint32)length;

  if (interval >= n_intervals)
    return TRUE;
  if (lane >= ((guint64)1 << (64 - LENGTH_BITS)) / n_intervals)
    return FALSE;
  if (!spans->is_rounded && spans->pages.rows.n > spans->most_exact && !start_rounding (spans))
    return FALSE;
  if (spans->is_rounded)
    kept = bucket_of (kept);
  return add (&spans->pages, key_of (spans, lane, interval, kept), 1);
}

gboolean
_kpi_spans_finish (KpiSpans *spans)
{
  return _kpi_map_sort (&spans->pages);
}

/* Adds what a page counts. FALSE if there is no memory. */
static gboolean
collect_page (const KpiSpans *spans, const Page *page, KpiLengths *lengths)
{
  guint32 first = (guint32)(page->key << PAGE_BITS & (((guint64)1 << LENGTH_BITS) - 1));

  for (guint32 i = 0; i < 1 << PAGE_BITS; i++) {
    double days = spans->is_rounded ? days_of_bucket (first + i) : first + i;

    if (page->n[i] > 0 && !_kpi_rows_append (&lengths->lengths, &(KpiLength){days, page->n[i]}))
      return FALSE;
    lengths->n += page->n[i];
  }
  return TRUE;
}

gboolean
_kpi_spans_collect (const KpiSpans *spans, guint32 lane, gint32 after, gint32 until,
                    KpiLengths *lengths)
{
  gsize begin = after > 0 ? _kpi_cutoffs_find (&spans->cutoffs, after) + 1 : 0;
  gsize end =
      MIN (_kpi_cutoffs_find (&spans->cutoffs, until) + 1, _kpi_cutoffs_length (&spans->cutoffs));
  gsize place = _kpi_map_seek (&spans->pages, key_of (spans, lane, begin, 0) >> PAGE_BITS);
  guint64 past = key_of (spans, lane, end, 0) >> PAGE_BITS;

  for (; begin < end && place < spans->pages.rows.n; place++) {
    const Page *page = _kpi_map_get (&spans->pages, place);

    if (page->key >= past)
      break;
    if (!collect_page (spans, page, lengths))
      return FALSE;
  }
  return TRUE;
}

static gint
compare (gconstpointer a, gconstpointer b, gpointer unused)
{
  (void)unused;
  return KPI_ORDER (((const KpiLength *)a)->days, ((const KpiLength *)b)->days);
}

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
