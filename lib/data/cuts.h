/* SPDX-License-Identifier: MIT */
/* The days that will be asked for. What happens between two of them need not be told apart, and
 * what happens after the last need not be kept. */
#ifndef KPI_CUTS_H
#define KPI_CUTS_H

#include "base/period.h"

typedef struct {
  const gint32 *days; /* ascending, borrowed; NULL: any day may be asked for */
  gsize n;            /* where `days` is NULL, unused */
} KpiCuts;

/* How many intervals the cuts make. */
static inline gsize
_kpi_cuts_length (const KpiCuts *cuts)
{
  return cuts->days != NULL ? cuts->n : KPI_LAST_DAY + 1;
}

/* The interval of a day, which ends with the first cut on or after it; the length if there is none
 * such. */
static inline gsize
_kpi_cuts_find (const KpiCuts *cuts, gint32 day)
{
  gsize first = 0, last = cuts->n;

  if (cuts->days == NULL)
    return (gsize)MAX (day, 0);
  while (first < last) {
    gsize middle = first + (last - first) / 2;

    if (cuts->days[middle] < day)
      first = middle + 1;
    else
      last = middle;
  }
  return first;
}

#endif
