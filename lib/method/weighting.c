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

static gboolean
find_varying (KpiVarying *varying, KpiArena *arena, const KpiWeighed *weighed)
{
  const double **columns = KPI_ARENA_NEW (arena, const double *, weighed->n_children);
  gsize kept = 0;

  varying->children = KPI_ARENA_NEW (arena, gsize, weighed->n_children);
  for (gsize c = 0; !arena->failed && c < weighed->n_children; c++) {
    if (!_kpi_weighting_varies (weighed->children[c], weighed->n_areas))
      continue;
    columns[kept] = weighed->children[c];
    varying->children[kept++] = c;
  }
  if (arena->failed ||
      !_kpi_complete_init (&varying->complete, arena, columns, kept, weighed->n_areas))
    return FALSE;
  keep_varying (varying);
  return TRUE;
}

/* Puts each weight in the place of its child: no column stands before that of an earlier child, so
 * that from the last to the first none is overwritten before it is read. */
static void
spread (const KpiVarying *varying, double *weights, gsize n)
{
  gsize v = varying->complete.n_children;

  for (gsize c = n; c-- > 0;)
    weights[c] = v > 0 && varying->children[v - 1] == c ? weights[--v] : 0;
}

gboolean
_kpi_weighting_of_varying (const KpiWeighed *weighed, KpiVaryingFunc find, double *out_weights,
                           const char **out_why, GError **error)
{
  KpiArena arena = {0};
  KpiVarying varying = {0};
  gboolean done = find_varying (&varying, &arena, weighed)
                      ? find (&varying, &arena, out_weights, error)
                      : _kpi_weighting_no_memory (error);

  if (done)
    spread (&varying, out_weights, weighed->n_children);
  _kpi_arena_clear (&arena);
  return done && _kpi_weighting_finish (
                     out_weights, weighed->n_children,
                     "no child that differs between the areas that have all of them", out_why);
}
