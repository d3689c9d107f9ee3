/* SPDX-License-Identifier: MIT */
/* Complete rows, for formulas that need all children of an area at once.
 *
 * A gap: the whole area is left out, as the formulas' sources do; those who want it in, impute. */

#include <math.h>

#include "method/complete.h"

static gboolean
is_complete (const double *const *children, gsize n_children, gsize area)
{
  for (gsize c = 0; c < n_children; c++)
    if (isnan (children[c][area]))
      return FALSE;
  return TRUE;
}

static gsize
count_complete (const double *const *children, gsize n_children, gsize n)
{
  gsize n_complete = 0;

  for (gsize i = 0; i < n; i++)
    n_complete += is_complete (children, n_children, i);
  return n_complete;
}

gboolean
_kpi_complete_init (KpiComplete *complete, KpiArena *arena, const double *const *children,
                    gsize n_children, gsize n)
{
  gsize n_complete = count_complete (children, n_children, n), row = 0, n_cells;

  *complete = (KpiComplete){.n_children = n_children, .n_complete = n_complete};
  if (!g_size_checked_mul (&n_cells, n_children, n_complete))
    return FALSE;
  complete->columns = KPI_ARENA_NEW (arena, double, n_cells);
  if (arena->failed)
    return FALSE;
  for (gsize i = 0; i < n; i++) {
    if (!is_complete (children, n_children, i))
      continue;
    for (gsize c = 0; c < n_children; c++)
      complete->columns[c * n_complete + row] = children[c][i];
    row++;
  }
  return TRUE;
}
