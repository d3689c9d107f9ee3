/* SPDX-License-Identifier: MIT */
#include "weighting-support.h"

#include "method/correlation.h"

/* How child k correlates with the weighted mean. */
static double
correlation_with_mean (const double *weights, const double *const *children, gsize n_children,
                       gsize k)
{
  double mean[N_AREAS] = {0};

  for (gsize d = 0; d < n_children; d++)
    for (gsize i = 0; i < N_AREAS; i++)
      mean[i] += weights[d] * children[d][i];
  return _kpi_correlation_pearson (mean, children[k], N_AREAS, NULL);
}

/* numpy: u = solve (corrcoef, ones); w = u / sd, made to add up to 1; each r is then 0.46092504. */
Test (weights_correlation, all_alike, .timeout = 10)
{
  static const double other[N_AREAS] = {30, 80, 45, 52, 61, 90, 38, 70};
  const double *children[] = {other, b, c};
  double weights[3];

  expect_weights ("correlation", children, 1e-8, 0.3408371581134681, 0.30755234744280413,
                  0.3516104944437276);
  cr_assert (weigh ("correlation", children, 3, N_AREAS, weights) == NULL);
  for (gsize k = 0; k < 3; k++)
    expect_within (correlation_with_mean (weights, children, 3, k), 0.4609250428928267, 1e-8);
}

/* The first child correlates most even where it has no weight: solve () would have it negative.
 * The others' v are the same by symmetry, so that w ~ 1 / sd. */
Test (weights_correlation, no_weight_is_negative, .timeout = 10)
{
  const double *children[] = {a, b, c};
  double weights[3];

  expect_weights ("correlation", children, 1e-8, 0, 0.5045477097946393, 0.4954522902053607);
  cr_assert (weigh ("correlation", children, 3, N_AREAS, weights) == NULL);
  expect_within (correlation_with_mean (weights, children, 3, 1),
                 correlation_with_mean (weights, children, 3, 2), 1e-8);
  cr_expect (correlation_with_mean (weights, children, 3, 0) >
             correlation_with_mean (weights, children, 3, 1));
}

/* Children that are the same share what one of them would have. */
Test (weights_correlation, twins_share, .timeout = 10)
{
  const double *children[] = {b, c, b};
  double weights[3], of_two[2];

  cr_assert (weigh ("correlation", children, 3, N_AREAS, weights) == NULL);
  cr_assert (weigh ("correlation", children, 2, N_AREAS, of_two) == NULL);
  expect_within (weights[0], weights[2], 1e-6);
  expect_within (weights[0] + weights[2], of_two[0], 1e-6);
  expect_within (weights[1], of_two[1], 1e-6);
}
