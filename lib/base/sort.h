/* SPDX-License-Identifier: MIT */
/* Sorting whose memory can fail: g_qsort_with_data() aborts when there is none for its copy. */
#ifndef KPI_SORT_H
#define KPI_SORT_H

#include <glib.h>

/* Sorts n elements of `size` bytes. Equal elements end in any order: compare to the last member. */
void _kpi_sort (gpointer elements, gsize n, gsize size, GCompareDataFunc compare,
                gpointer user_data);

/* Sorts numbers, none of them NaN, ascending. */
void _kpi_sort_numbers (double *numbers, gsize n);

#endif
