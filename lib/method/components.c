/* SPDX-License-Identifier: MIT */
/* Principal components.
 *
 *   R = sum of l v v^T over the components    R: Pearson's correlations of the children
 *   loading of child c = sqrt (l) v[c]        explained share = l / number of children
 *
 * Children are standardised, so that none counts more for a wider spread. Source: H. Hotelling,
 * Journal of Educational Psychology 24 (1933); OECD/JRC, Handbook on Constructing Composite
 * Indicators (2008), step 4.
 * A gap: complete rows count. With less than two of them, or a child that is the same in all of
 * them, there are no components. */

#include <math.h>

#include "base/findings-private.h"
#include "method/components.h"
#include "method/correlation.h"
#include "method/eigen.h"

static gboolean
is_defined (const double *matrix, gsize n)
{
  for (gsize i = 0; i < n * n; i++)
    if (isnan (matrix[i]))
      return FALSE;
  return TRUE;
}

/* A child alone correlates with nothing, and so shows nowhere in R that it does not vary. */
static gboolean
has_two_rows (const KpiComplete *complete)
{
  return complete->n_complete > 1 && complete->n_children > 1;
}

gboolean
_kpi_components_init (KpiComponents *components, KpiArena *arena, const KpiComplete *complete,
                      GError **error)
{
  gsize n = complete->n_children;

  *components = (KpiComponents){0};
  if (!has_two_rows (complete))
    return TRUE;
  if (n > KPI_MAX_MATRIX)
    return _kpi_eigen (NULL, n, NULL, error); /* which says so */
  components->variances = KPI_ARENA_NEW (arena, double, n);
  components->vectors = KPI_ARENA_NEW (arena, double, n *n);
  if (arena->failed)
    return _kpi_error_set (error, KPI_ERROR_MEMORY, "no memory for a matrix");
  _kpi_correlation_matrix (complete->columns, n, complete->n_complete, components->vectors);
  if (!is_defined (components->vectors, n))
    return TRUE;
  components->n = n;
  return _kpi_eigen (components->vectors, n, components->variances, error);
}

double
_kpi_components_loading (const KpiComponents *components, gsize component, gsize child)
{
  double variance = MAX (components->variances[component], 0); /* 0 may come out as -1e-17 */

  return sqrt (variance) * components->vectors[component * components->n + child];
}
