/* SPDX-License-Identifier: MIT */
/* entropy: the more unevenly a child is spread over the areas, the more it tells, and weighs.
 *
 *   w[c] ~ 1 - E[c],  E[c] = - sum p ln p / ln m,  p = score / sum of the child's scores
 *
 * m areas have a score of the child. Source: C. E. Shannon, Bell System Technical Journal 27
 * (1948); M. Zeleny, Multiple Criteria Decision Making (1982). A gap: takes no part in its own
 * child alone. Negative scores have no shares, hence no weights. */

#include <math.h>

#include "method/weighting.h"

/* 1 - E; NaN where a score is negative. */
static double
divergence (const double *scores, gsize n)
{
  double sum = 0, entropy = 0, m = 0;

  for (gsize i = 0; i < n; i++) {
    if (scores[i] < 0)
      return NAN;
    m += !isnan (scores[i]);
    sum += isnan (scores[i]) ? 0 : scores[i];
  }
  for (gsize i = 0; i < n; i++) {
    double share = scores[i] / sum;

    entropy -= share > 0 ? share * log (share) : 0; /* p ln p goes to 0 with p */
  }
  return MAX (1 - entropy / log (m), 0);
}

static gboolean
weigh (const KpiWeighed *weighed, double *out_weights, const char **out_why, GError **error)
{
  (void)error;
  for (gsize c = 0; c < weighed->n_children; c++)
    out_weights[c] = _kpi_weighting_varies (weighed->children[c], weighed->n_areas)
                         ? divergence (weighed->children[c], weighed->n_areas)
                         : 0;
  return _kpi_weighting_finish (out_weights, weighed->n_children,
                                "negative scores, or no child that differs between areas", out_why);
}

const KpiWeightingMethod _kpi_weighting_entropy = {
    .name = "entropy",
    .about = "the more uneven a child is, the more it weighs",
    .weigh = weigh,
};
