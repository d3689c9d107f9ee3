/* SPDX-License-Identifier: MIT */
/* Complete rows: the areas that have all of a group's children. */
#pragma once

#include "base/arena.h"

/* The children of those of n areas that have all of them: `columns` holds n_children columns of
 * n_complete numbers each, one after another, NaN nowhere. */
typedef struct {
  double *columns;
  gsize n_children;
  gsize n_complete;
} KpiComplete;

/* children[c][area], NaN where child c has nothing there; the columns are the arena's. FALSE if
 * there is no memory. */
gboolean _kpi_complete_init (KpiComplete *complete, KpiArena *arena, const double *const *children,
                             gsize n_children, gsize n);

static inline const double *
_kpi_complete_column (const KpiComplete *complete, gsize child)
{
  return complete->columns + child * complete->n_complete;
}
