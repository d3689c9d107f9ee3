/* SPDX-License-Identifier: MIT */
/* The days that will be asked for. What happens between two of them need not be told apart, and
 * what happens after the last need not be kept. */
#pragma once

#include "base/period.h"
#include "base/sort.h"

typedef struct {
  const gint32 *days; /* ascending, borrowed; NULL: any day may be asked for */
  gsize n;            /* where `days` is NULL, unused */
} KpiCutoffs;

/* How many intervals the cutoffs make. */
static inline gsize
_kpi_cutoffs_length (const KpiCutoffs *cutoffs)
{
  return cutoffs->days != NULL ? cutoffs->n : KPI_LAST_DAY + 1;
}

/* The interval of a day, which ends with the first cutoff on or after it; the length if there is
 * none such. */
static inline gsize
_kpi_cutoffs_find (const KpiCutoffs *cutoffs, gint32 day)
{
  if (cutoffs->days == NULL)
    return (gsize)MAX (day, 0);
  return _kpi_sort_lower_bound (cutoffs->days, cutoffs->n, sizeof day, &day, _kpi_order_gint32,
                                NULL);
}
