/* SPDX-License-Identifier: MIT */
/* Order: sorting, finding in what is sorted, keeping one of each.
 *
 * g_qsort_with_data() aborts when there is no memory for its copy, so that it is not used. */
#pragma once

#include <string.h>

#include <glib.h>

/* -1, 0 or 1 as `left` comes before `right`, is equal to it, or comes after it. */
#define KPI_ORDER(left, right) (((left) > (right)) - ((left) < (right)))

/* Comparators of elements that are numbers or strings. */
#define KPI_ORDER_OF(name, type)                                                                   \
  static inline gint _kpi_order_##name (gconstpointer a, gconstpointer b, gpointer unused)         \
  {                                                                                                \
    (void)unused;                                                                                  \
    return KPI_ORDER (*(const type *)a, *(const type *)b);                                         \
  }
KPI_ORDER_OF (double, double)
KPI_ORDER_OF (gint32, gint32)
KPI_ORDER_OF (guint32, guint32)
KPI_ORDER_OF (guint64, guint64)
KPI_ORDER_OF (gsize, gsize)

static inline gint
_kpi_order_string (gconstpointer a, gconstpointer b, gpointer unused)
{
  (void)unused;
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Sorts n elements of `size` bytes. Equal elements end in any order: compare to the last member. */
void _kpi_sort (gpointer elements, gsize n, gsize size, GCompareDataFunc compare,
                gpointer user_data);

/* Sorts numbers, none of them NaN, ascending. */
void _kpi_sort_numbers (double *numbers, gsize n);

/* The place of the first of n ascending elements that does not come before `key`; n if all do.
 * `compare` is called with an element and the key. Inline, so that the comparison can be too: some
 * of these searches are made once a row of a file. O(log n). */
static inline gsize
_kpi_sort_lower_bound (gconstpointer elements, gsize n, gsize size, gconstpointer key,
                       GCompareDataFunc compare, gpointer user_data)
{
  gsize first = 0, last = n;

  while (first < last) {
    gsize middle = first + (last - first) / 2;

    if (compare ((const guint8 *)elements + middle * size, key, user_data) < 0)
      first = middle + 1;
    else
      last = middle;
  }
  return first;
}

/* How many of n ascending numbers are below x, which is not NaN. O(log n). */
static inline gsize
_kpi_sort_count_below (const double *sorted, gsize n, double x)
{
  return _kpi_sort_lower_bound (sorted, n, sizeof *sorted, &x, _kpi_order_double, NULL);
}

/* Keeps the first of each run of equal elements among n that are sorted; returns how many are kept.
 * `drop`, which may be NULL, is given the one that is kept and the one that goes. */
gsize _kpi_sort_unique (gpointer elements, gsize n, gsize size, GCompareDataFunc compare,
                        void (*drop) (gpointer kept, gpointer dropped, gpointer user_data),
                        gpointer user_data);
