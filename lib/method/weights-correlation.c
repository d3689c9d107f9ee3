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
#include <string.h>

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
search_init (Search *search, const KpiComplete *complete, GError **error)
{
  gsize n = complete->n_children;

  *search = (Search){.n = n};
  if (n > KPI_MAX_MATRIX) /* _kpi_solve() says so */
    return _kpi_solve (NULL, n, NULL, NULL, error);
  search->matrix = g_try_new (double, MAX (n * n, 1));
  search->part = g_try_new (double, MAX (n * n, 1));
  search->v = g_try_new0 (double, MAX (n, 1));
  search->z = g_try_new0 (double, MAX (n, 1));
  search->right = g_try_new0 (double, MAX (n, 1));
  search->weighs = g_try_new0 (guint8, MAX (n, 1));
  if (search->matrix == NULL || search->part == NULL || search->v == NULL || search->z == NULL ||
      search->right == NULL || search->weighs == NULL)
    return _kpi_weighting_no_memory (error);
  _kpi_correlation_matrix (complete->columns, n, complete->n_complete, search->matrix);
  for (gsize c = 0; c < n; c++)
    search->matrix[c * n + c] += RIDGE;
  return TRUE;
}

static void
search_clear (Search *search)
{
  g_free (search->matrix);
  g_free (search->part);
  g_free (search->v);
  g_free (search->z);
  g_free (search->right);
  g_free (search->weighs);
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
  double step = 1;

  for (gsize c = 0; c < search->n; c++)
    if (search->weighs[c] && search->z[c] <= 0)
      step = MIN (step, search->v[c] / (search->v[c] - search->z[c]));
  for (gsize c = 0; c < search->n; c++) {
    search->v[c] += step * (search->z[c] - search->v[c]);
    if (search->weighs[c] && search->z[c] <= 0 && search->v[c] <= 1e-14)
      search->v[c] = search->weighs[c] = 0;
  }
  return step == 1;
}

/* Ends, at the latest, after three rounds a child, as its source advises: v is allowed then too. */
static gboolean
find (Search *search, GError **error)
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

static void
take_weights (const Search *search, const KpiVarying *varying, double *out_weights)
{
  for (gsize v = 0; v < search->n; v++) {
    KpiMoments moments =
        _kpi_moments (_kpi_complete_column (&varying->complete, v), varying->complete.n_complete);

    out_weights[varying->children[v]] = search->v[v] / _kpi_moments_sd (&moments);
  }
}

static gboolean
weigh (const KpiWeighed *weighed, double *out_weights, const char **out_why, GError **error)
{
  KpiVarying varying;
  Search search = {0};
  gboolean done = _kpi_varying_init (&varying, weighed, error);

  memset (out_weights, 0, weighed->n_children * sizeof (double));
  done = done && search_init (&search, &varying.complete, error) && find (&search, error);
  if (done)
    take_weights (&search, &varying, out_weights);
  search_clear (&search);
  _kpi_varying_clear (&varying);
  return done && _kpi_weighting_finish (
                     out_weights, weighed->n_children,
                     "no child that differs between the areas that have all of them", out_why);
}

const KpiWeightingMethod _kpi_weighting_correlation = {
    .name = "correlation",
    .about = "so that all children correlate alike with the mean",
    .weigh = weigh,
};
