/* SPDX-License-Identifier: MIT */
/* correlation: weights with which all children correlate alike with the weighted mean.
 *
 *   minimise v' R v / 2 - sum v,  v >= 0;   w[c] ~ v[c] / sd[c]    R: Pearson's correlations
 *
 * The correlation of child c with the mean is (R v)[c] / sqrt (v' R v). At the minimum (R v)[c] is
 * 1 wherever v[c] is above 0, and at least 1 elsewhere: children that weigh correlate alike, and
 * one that correlates more even without a weight gets none. So the least correlation is as great
 * as weights can make it. Source of the aim: W. Becker et al., Ecological Indicators 80 (2017); of
 * the algorithm: C. L. Lawson, R. J. Hanson, Solving Least Squares Problems (1974), chapter 23,
 * which ends after finitely many steps where the search that COINr does (Nelder-Mead) ends near.
 * R has 1e-9 added to its diagonal, so that children that are the same share.
 * A gap: an area that lacks a child is left out. Holds for an arithmetic mean. */

#include <math.h>

#include "method/correlation.h"
#include "method/eigen.h"
#include "method/moments.h"
#include "method/weighting.h"

#define RIDGE 1e-9
#define NO_MORE 1e-10 /* what is left to gain, of 1 */

typedef struct {
  gsize n;
  double *matrix; /* R */
  double *part;   /* scratch: R of those that weigh */
  double *v;      /* the best so far */
  double *z;      /* by child: what v would be without the bound at 0 */
  double *right;  /* scratch */
  guint8 *weighs; /* by child: whether v may be above 0 */
} Search;

static gboolean
search_init (Search *search, KpiArena *arena, const KpiComplete *complete, GError **error)
{
  gsize n = complete->n_children;

  *search = (Search){.n = n};
  if (n > KPI_MAX_MATRIX) /* _kpi_solve() says so */
    return _kpi_solve (NULL, n, NULL, NULL, error);
  search->matrix = KPI_ARENA_NEW (arena, double, n *n);
  search->part = KPI_ARENA_NEW (arena, double, n *n);
  search->v = KPI_ARENA_NEW0 (arena, double, n);
  search->z = KPI_ARENA_NEW0 (arena, double, n);
  search->right = KPI_ARENA_NEW0 (arena, double, n);
  search->weighs = KPI_ARENA_NEW0 (arena, guint8, n);
  if (arena->failed)
    return _kpi_weighting_no_memory (error);
  _kpi_correlation_matrix (complete->columns, n, complete->n_complete, search->matrix);
  for (gsize c = 0; c < n; c++)
    search->matrix[c * n + c] += RIDGE;
  return TRUE;
}

/* Lets the child weigh that gains most; FALSE if none gains any more. */
static gboolean
let_in (Search *search)
{
  double most = NO_MORE;
  gsize best = search->n;

  for (gsize c = 0; c < search->n; c++) {
    double gain = 1;

    for (gsize d = 0; d < search->n; d++)
      gain -= search->matrix[c * search->n + d] * search->v[d];
    if (search->weighs[c] || gain <= most)
      continue;
    most = gain;
    best = c;
  }
  if (best < search->n)
    search->weighs[best] = TRUE;
  return best < search->n;
}

/* Solves R z = 1 among those that weigh. */
static gboolean
solve (Search *search, gboolean *out_solved, GError **error)
{
  gsize n = 0, row = 0;

  for (gsize c = 0; c < search->n; c++)
    for (gsize d = 0; d < search->n && search->weighs[c]; d++)
      if (search->weighs[d])
        search->part[n++] = search->matrix[c * search->n + d];
  for (gsize c = 0; c < search->n; c++)
    if (search->weighs[c])
      search->right[row++] = 1;
  if (!_kpi_solve (search->part, row, search->right, out_solved, error))
    return FALSE;
  row = 0;
  for (gsize c = 0; c < search->n; c++)
    search->z[c] = search->weighs[c] ? search->right[row++] : 0;
  return TRUE;
}

/* Goes from v towards z until the first weight would be negative, and takes its say from it.
 * TRUE if z was reached. */
static gboolean
go (Search *search)
{
  double share = 1;

  for (gsize c = 0; c < search->n; c++)
    if (search->weighs[c] && search->z[c] <= 0)
      share = MIN (share, search->v[c] / (search->v[c] - search->z[c]));
  for (gsize c = 0; c < search->n; c++) {
    search->v[c] += share * (search->z[c] - search->v[c]);
    if (search->weighs[c] && search->z[c] <= 0 && search->v[c] <= 1e-14)
      search->v[c] = search->weighs[c] = 0;
  }
  return share == 1;
}

/* Ends, at the latest, after three rounds a child, as its source advises: v is allowed then too. */
static gboolean
climb (Search *search, GError **error)
{
  for (gsize round = 0; round < 3 * search->n && let_in (search); round++) {
    gboolean solved = TRUE, arrived = FALSE;

    while (!arrived && solved) {
      if (!solve (search, &solved, error))
        return FALSE;
      arrived = solved && go (search);
    }
    if (!solved)
      break;
  }
  return TRUE;
}

static gboolean
find (const KpiVarying *varying, KpiArena *arena, double *out_weights, GError **error)
{
  const KpiComplete *complete = &varying->complete;
  Search search;

  if (!search_init (&search, arena, complete, error) || !climb (&search, error))
    return FALSE;
  for (gsize v = 0; v < search.n; v++) {
    KpiMoments moments = _kpi_moments (_kpi_complete_column (complete, v), complete->n_complete);

    out_weights[v] = search.v[v] / _kpi_moments_sd (&moments);
  }
  return TRUE;
}

static gboolean
weigh (const KpiWeighed *weighed, double *out_weights, const char **out_why, GError **error)
{
  return _kpi_weighting_of_varying (weighed, find, out_weights, out_why, error);
}

const KpiWeightingMethod _kpi_weighting_correlation = {
    .name = "correlation",
    .about = "so that all children correlate alike with the mean",
    .weigh = weigh,
};
