/* SPDX-License-Identifier: MIT */
/* Sorting. The C library's qsort_r() goes on in place when it gets no memory for a copy. */

#define _GNU_SOURCE /* qsort_r */
#include <stdlib.h>

#include "base/sort.h"

void
_kpi_sort (gpointer elements, gsize n, gsize size, GCompareDataFunc compare, gpointer user_data)
{
  if (n > 1)
    qsort_r (elements, n, size, compare, user_data);
}

void
_kpi_sort_numbers (double *numbers, gsize n)
{
  _kpi_sort (numbers, n, sizeof *numbers, _kpi_order_double, NULL);
}

gsize
_kpi_sort_unique (gpointer elements, gsize n, gsize size, GCompareDataFunc compare,
                  void (*drop) (gpointer kept, gpointer dropped, gpointer user_data),
                  gpointer user_data)
{
  guint8 *kept = elements;
  gsize n_kept = MIN (n, 1);

  for (gsize i = 1; i < n; i++) {
    guint8 *element = (guint8 *)elements + i * size;

    if (compare (kept, element, user_data) == 0) {
      if (drop != NULL)
        drop (kept, element, user_data);
      continue;
    }
    kept = (guint8 *)elements + n_kept++ * size;
    if (kept != element)
      memcpy (kept, element, size);
  }
  return n_kept;
}
