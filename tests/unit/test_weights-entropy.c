/* SPDX-License-Identifier: MIT */
#include "weighting-support.h"

/* numpy: P = M / M.sum (0); E = -(P * log (P)).sum (0) / log (8); (1 - E) / (1 - E).sum () */
Test (weights_entropy, of_three_children, .timeout = 10)
{
  const double *children[] = {a, b, c};

  expect_weights ("entropy", children, 1e-12, 0.4921618197926042, 0.2838330101509024,
                  0.22400517005649342);
}

/* All in one place: E = 0. Half and half of two: E = 1, as even as can be, though of four areas
 * only two have a score. */
Test (weights_entropy, extremes, .timeout = 10)
{
  static const double one_place[] = {0, 0, 100, 0}, even[] = {50, NAN, 50.0000000001, NAN};
  const double *children[] = {one_place, even};
  double weights[2];

  cr_assert (weigh ("entropy", children, 2, 4, weights) == NULL);
  expect_within (weights[0], 1, 1e-12);
  expect_within (weights[1], 0, 1e-12);
}

Test (weights_entropy, negative_scores_have_no_shares, .timeout = 10)
{
  static const double below[] = {-1, 2, 3};
  const double *children[] = {below, a};
  double weights[2];

  cr_expect (weigh ("entropy", children, 2, 3, weights) != NULL);
}
