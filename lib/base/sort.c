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

static gint
compare_numbers (gconstpointer a, gconstpointer b, gpointer user_data)
{
  double left = *(const double *)a, right = *(const double *)b;

  (void)user_data;
  return left < right ? -1 : left > right;
}

void
_kpi_sort_numbers (double *numbers, gsize n)
{
  _kpi_sort (numbers, n, sizeof *numbers, compare_numbers, NULL);
}
