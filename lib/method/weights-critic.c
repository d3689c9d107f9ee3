/* SPDX-License-Identifier: MIT */
/* critic: a child weighs by how much it differs between areas, and from the other children.
 *
 *   w[c] ~ sd[c] sum over d of (1 - r[c, d])    r: Pearson's correlation
 *
 * Source: D. Diakoulaki, G. Mavrotas, L. Papayannakis, Computers & Operations Research 22 (1995):
 * criteria importance through intercriteria correlation.
 * A gap: sd of the scores that are there, r of the pairs that are complete; a pair that has no r
 * adds nothing. Where all children say the same there are no weights. */

#include "method/correlation.h"
#include "method/moments.h"
#include "method/weighting.h"

#define NOISE 1e-12 /* what the correlation of twins, which is 1, is off by, and more */

/* Of two children that say the same, and of those that have no correlation: none. */
static double
conflict (double r)
{
  return 1 - r > NOISE ? 1 - r : 0;
}

static gboolean
varies (const KpiWeighed *weighed, gsize child)
{
  return _kpi_weighting_varies (weighed->children[child], weighed->n_areas);
}

/* Correlations take memory: FALSE if there is none. */
static gboolean
add_conflicts (const KpiWeighed *weighed, double *conflicts)
{
  gsize n = weighed->n_areas;

  for (gsize c = 0; c < weighed->n_children; c++)
    for (gsize d = c + 1; d < weighed->n_children; d++) {
      KpiCorrelated got;

      if (!varies (weighed, c) || !varies (weighed, d))
        continue;
      if (!_kpi_correlate (_kpi_correlation_pearson, weighed->children[c], weighed->children[d], n,
                           &got))
        return FALSE;
      conflicts[c] += conflict (got.r);
      conflicts[d] += conflict (got.r);
    }
  return TRUE;
}

/* A child alone has nothing to differ from. */
static gboolean
is_alone (const KpiWeighed *weighed)
{
  gsize n_varying = 0;

  for (gsize c = 0; c < weighed->n_children; c++)
    n_varying += varies (weighed, c);
  return n_varying == 1;
}

static gboolean
weigh (const KpiWeighed *weighed, double *out_weights, const char **out_why, GError **error)
{
  gboolean alone = is_alone (weighed);

  for (gsize c = 0; c < weighed->n_children; c++)
    out_weights[c] = alone;
  if (!add_conflicts (weighed, out_weights))
    return _kpi_weighting_no_memory (error);
  for (gsize c = 0; c < weighed->n_children; c++) {
    KpiMoments moments = _kpi_moments (weighed->children[c], weighed->n_areas);
    double sd = _kpi_moments_sd (&moments);

    out_weights[c] *= varies (weighed, c) ? sd : 0;
  }
  return _kpi_weighting_finish (out_weights, weighed->n_children,
                                "no child that differs between areas and from the others", out_why);
}

const KpiWeightingMethod _kpi_weighting_critic = {
    .name = "critic",
    .about = "by how much a child differs between areas, and from the other children",
    .weigh = weigh,
};
