/* SPDX-License-Identifier: MIT */
#include "weighting-support.h"

static double
score_of (const double *weights, const double *const *children, gsize n_children, gsize area)
{
  double sum = 0;

  for (gsize k = 0; k < n_children; k++)
    sum += weights[area * n_children + k] * children[k][area];
  return sum;
}

/* scipy.optimize.linprog (method = "highs"), one call an area. */
Test (weights_bod, of_three_children, .timeout = 10)
{
  static const double expected[N_AREAS] = {83.52941176470587,
                                           71.60021845985798,
                                           92.51774986346254,
                                           62.97105406881488,
                                           100.0,
                                           81.17647058823528,
                                           100.0,
                                           66.95794647733479};
  const double *children[] = {a, b, c};
  double weights[N_AREAS * 3];

  cr_assert (weigh ("bod", children, 3, N_AREAS, weights) == NULL);
  for (gsize i = 0; i < N_AREAS; i++) {
    expect_within (score_of (weights, children, 3, i), expected[i], 1e-10);
    for (gsize j = 0; j < N_AREAS; j++) { /* nobody has more than 100 with another's weights */
      double sum = 0;

      for (gsize k = 0; k < 3; k++) {
        cr_expect (weights[i * 3 + k] >= 0);
        sum += weights[i * 3 + k] * children[k][j];
      }
      cr_expect (sum <= 100 * (1 + 1e-9));
    }
  }
}

/* The best at something has 100; the other half of it, and nothing else, has 50. A gap is no score;
 * who has nothing has no weights. */
Test (weights_bod, by_hand, .timeout = 10)
{
  static const double left[] = {80, 40, NAN, NAN, 0}, right[] = {20, 10, 60, NAN, 0};
  const double *children[] = {left, right};
  double weights[5 * 2];

  cr_assert (weigh ("bod", children, 2, 5, weights) == NULL);
  expect_within (score_of (weights, children, 2, 0), 100, 1e-10);
  expect_within (score_of (weights, children, 2, 1), 50, 1e-10);
  expect_within (weights[2 * 2 + 1] * right[2], 100, 1e-10);
  cr_expect (isnan (weights[3 * 2]) && isnan (weights[3 * 2 + 1]));
  expect_within (score_of (weights, children, 2, 4), 0, 1e-10);
}

Test (weights_bod, negative_scores, .timeout = 10)
{
  static const double below[] = {-1, 2, 3};
  const double *children[] = {below, a};
  double weights[3 * 2];

  cr_expect (weigh ("bod", children, 2, 3, weights) != NULL);
  cr_expect (isnan (weights[5]));
}
