/* SPDX-License-Identifier: MIT */
#include "weighting-support.h"

Test (weights_equal, whatever_the_scores, .timeout = 10)
{
  const double *children[] = {a, same, gone, b};

  expect_weights ("equal", children, 0, 1, 1, 1, 1);
}
