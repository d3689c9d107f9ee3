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

static gboolean
find (const KpiVarying *varying, KpiArena *arena, double *out_weights, GError **error)
{
  KpiComponents components;

  if (!_kpi_components_init (&components, arena, &varying->complete, error))
    return FALSE;
  for (gsize v = 0; v < varying->complete.n_children; v++)
    out_weights[v] = v < components.n ? components.vectors[v] * components.vectors[v] : 0;
  if (varying->complete.n_children == 1) /* nothing that it could go together with */
    out_weights[0] = 1;
  return TRUE;
}

static gboolean
weigh (const KpiWeighed *weighed, double *out_weights, const char **out_why, GError **error)
{
  return _kpi_weighting_of_varying (weighed, find, out_weights, out_why, error);
}

const KpiWeightingMethod _kpi_weighting_pca = {
    .name = "pca",
    .about = "what each child has in the first principal component",
    .weigh = weigh,
};
