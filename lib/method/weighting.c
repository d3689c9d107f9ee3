/* SPDX-License-Identifier: MIT */
/* What weighting methods share.
 *
 * Always true: what does not vary has no say, whatever the method (but `equal` and `bod`, which
 * look at no spread). Otherwise one constant child would leave a whole group without weights. */

#include <math.h>
#include <string.h>

#include "base/findings-private.h"
#include "method/combining.h"
#include "method/weighting.h"

gboolean
_kpi_weighting_varies (const double *scores, gsize n)
{
  double least = INFINITY, greatest = -INFINITY;

  for (gsize i = 0; i < n; i++) {
    least = scores[i] < least ? scores[i] : least;
    greatest = scores[i] > greatest ? scores[i] : greatest;
  }
  return least < greatest && _kpi_score_rounded (least) < _kpi_score_rounded (greatest);
}

gboolean
_kpi_weighting_is_constant (const double *scores, gsize n)
{
  gsize n_known = 0;

  for (gsize i = 0; i < n; i++)
    n_known += !isnan (scores[i]);
  return n_known > 1 && !_kpi_weighting_varies (scores, n);
}

gboolean
_kpi_weighting_no_memory (GError **error)
{
  return _kpi_error_set (error, KPI_ERROR_MEMORY, "no memory for weights");
}

gboolean
_kpi_weighting_undefined (double *weights, gsize n, const char *why, const char **out_why)
{
  for (gsize c = 0; c < n; c++)
    weights[c] = NAN;
  *out_why = why;
  return TRUE;
}

gboolean
_kpi_weighting_finish (double *weights, gsize n, const char *why, const char **out_why)
{
  double sum = 0;

  for (gsize c = 0; c < n; c++)
    sum += weights[c];
  if (!(sum > 0) || !isfinite (sum))
    return _kpi_weighting_undefined (weights, n, why, out_why);
  for (gsize c = 0; c < n; c++)
    weights[c] /= sum;
  return TRUE;
}

static void
keep_varying (KpiVarying *varying)
{
  KpiComplete *complete = &varying->complete;
  gsize kept = 0;

  for (gsize v = 0; v < complete->n_children; v++) {
    const double *column = _kpi_complete_column (complete, v);

    if (!_kpi_weighting_varies (column, complete->n_complete))
      continue;
    memmove (complete->columns + kept * complete->n_complete, column,
             complete->n_complete * sizeof (double));
    varying->children[kept++] = varying->children[v];
  }
  complete->n_children = kept;
}

gboolean
_kpi_varying_init (KpiVarying *varying, const KpiWeighed *weighed, GError **error)
{
  gsize n = weighed->n_children, kept = 0;
  g_autofree const double **columns = g_try_new (const double *, MAX (n, 1));

  *varying = (KpiVarying){.children = g_try_new (gsize, MAX (n, 1))};
  if (columns == NULL || varying->children == NULL)
    return _kpi_weighting_no_memory (error);
  for (gsize c = 0; c < n; c++) {
    if (!_kpi_weighting_varies (weighed->children[c], weighed->n_areas))
      continue;
    columns[kept] = weighed->children[c];
    varying->children[kept++] = c;
  }
  if (!_kpi_complete_init (&varying->complete, columns, kept, weighed->n_areas))
    return _kpi_weighting_no_memory (error);
  keep_varying (varying);
  return TRUE;
}

void
_kpi_varying_clear (KpiVarying *varying)
{
  _kpi_complete_clear (&varying->complete);
  g_clear_pointer (&varying->children, g_free);
}
