/* SPDX-License-Identifier: MIT */
/* Principal components of a group's children. */
#pragma once

#include <kpiscore/error.h>

#include "method/complete.h"

typedef struct {
  gsize n;           /* of children, and of components; 0 where there are none: see the source */
  double *variances; /* by component, falling; they add up to n */
  double *vectors;   /* n x n, a row a component */
} KpiComponents;

/* The numbers are the arena's. FALSE, with `error` set, where LAPACK is not installed or there is no
 * memory. */
gboolean _kpi_components_init (KpiComponents *components, KpiArena *arena,
                               const KpiComplete *complete, GError **error);

/* The correlation of a child with a component. */
double _kpi_components_loading (const KpiComponents *components, gsize component, gsize child);
