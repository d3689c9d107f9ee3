/* SPDX-License-Identifier: MIT */
#include "weighting-support.h"

/* Squares of the first vector of numpy.linalg.eigh of numpy.corrcoef. */
Test (weights_pca, squared_loadings, .timeout = 10)
{
  const double *children[] = {a, b, c};

  expect_weights ("pca", children, 1e-10, 0.4019082816635238, 0.26148719282494554,
                  0.33660452551153086);
}

/* An area with a gap counts as if it were not there. */
Test (weights_pca, complete_rows, .timeout = 10)
{
  const double *children[] = {a, b, c}, *with_gap[3];
  double copies[3][N_AREAS + 1], weights[3];

  for (gsize k = 0; k < 3; k++) {
    copies[k][0] = k == 1 ? NAN : 1000;
    memcpy (copies[k] + 1, children[k], sizeof a);
    with_gap[k] = copies[k];
  }
  cr_assert (weigh ("pca", with_gap, 3, N_AREAS + 1, weights) == NULL);
  expect_within (weights[0], 0.4019082816635238, 1e-10);
}

Test (weights_pca, one_area_is_not_enough, .timeout = 10)
{
  static const double left[] = {1, 2, NAN}, right[] = {1, NAN, 2};
  const double *children[] = {left, right};
  double weights[2];

  cr_expect (weigh ("pca", children, 2, 3, weights) != NULL);
}
