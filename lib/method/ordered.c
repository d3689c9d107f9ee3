/* SPDX-License-Identifier: MIT */
/* Children in order. */

#include <math.h>

#include "base/sort.h"
#include "method/ordered.h"

#define FEW 32 /* children: up to there an insertion beats a sort, and few nodes have more */

static gint
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const KpiOrdered *left = a, *right = b;

  (void)user_data;
  return left->score != right->score ? KPI_ORDER (right->score, left->score)
                                     : KPI_ORDER (right->weight, left->weight);
}

static void
insert (KpiOrdered *ordered, gsize at, KpiOrdered one)
{
  for (; at > 0 && compare (&one, &ordered[at - 1], NULL) < 0; at--)
    ordered[at] = ordered[at - 1];
  ordered[at] = one;
}

gsize
_kpi_ordered_gather (const KpiCombiningCall *call, gsize area)
{
  KpiOrdered *ordered = (KpiOrdered *)call->scratch;
  gsize n = 0;

  for (gsize c = 0; c < call->n_children; c++) {
    KpiOrdered one = {call->children[c][area], call->weights[c]};

    if (isnan (one.score))
      continue;
    if (call->n_children <= FEW)
      insert (ordered, n++, one);
    else
      ordered[n++] = one;
  }
  if (call->n_children > FEW)
    _kpi_sort (ordered, n, sizeof *ordered, compare, NULL);
  return n;
}
