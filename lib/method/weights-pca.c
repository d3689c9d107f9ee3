/* SPDX-License-Identifier: MIT */
/* pca: what each child has in the first principal component, the one line along which the areas
 * differ most.
 *
 *   w[c] = v[c]^2    v: the first eigenvector of the children's correlations, of length 1
 *
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 6: squared loadings,
 * which add up to 1 and are never negative. The handbook rotates and joins several components; one
 * is kept here, since children that are averaged are taken to speak of one thing. COINr takes v
 * itself, whose sign is arbitrary and whose entries may be negative.
 * A gap: an area that lacks a child is left out. A child that runs against the others has a weight
 * all the same: the statistics `correlations` flag it. */

#include "method/components.h"
#include "method/weighting.h"

static const char why[] = "no child that differs between the areas that have all of them";

static gboolean
fill (const KpiVarying *varying, gsize n_children, double *out_weights, const char **out_why,
      GError **error)
{
  KpiComponents components;
  gboolean done = _kpi_components_init (&components, &varying->complete, error);

  for (gsize v = 0; done && v < components.n; v++)
    out_weights[varying->children[v]] = components.vectors[v] * components.vectors[v];
  if (done && varying->complete.n_children == 1) /* nothing that it could go together with */
    out_weights[varying->children[0]] = 1;
  _kpi_components_clear (&components);
  return done && _kpi_weighting_finish (out_weights, n_children, why, out_why);
}

static gboolean
weigh (const KpiWeighed *weighed, double *out_weights, const char **out_why, GError **error)
{
  KpiVarying varying;
  gboolean done = _kpi_varying_init (&varying, weighed, error);

  for (gsize c = 0; c < weighed->n_children; c++)
    out_weights[c] = 0;
  done = done && fill (&varying, weighed->n_children, out_weights, out_why, error);
  _kpi_varying_clear (&varying);
  return done;
}

const KpiWeightingMethod _kpi_weighting_pca = {
    .name = "pca",
    .about = "what each child has in the first principal component",
    .weigh = weigh,
};
