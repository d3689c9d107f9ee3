/* SPDX-License-Identifier: MIT */
#include "weighting-support.h"

/* numpy: C = M.std (0, ddof = 1) * (1 - corrcoef).sum (0); C / C.sum () */
Test (weights_critic, of_three_children, .timeout = 10)
{
  const double *children[] = {a, b, c};

  expect_weights ("critic", children, 1e-12, 0.24920620803963342, 0.4305425706615001,
                  0.3202512212988664);
}

/* Twins against a mirror of twice the spread: sd 1, 1, 2 times (1 - 1) + 2, the same, 2 + 2:
 * 2, 2, 8 of 12. */
Test (weights_critic, by_hand, .timeout = 10)
{
  static const double up[] = {-1, 0, 1}, down[] = {2, 0, -2};
  const double *children[] = {up, up, down};
  double weights[3];

  cr_assert (weigh ("critic", children, 3, 3, weights) == NULL);
  expect_close (weights[0], 2.0 / 12);
  expect_close (weights[1], 2.0 / 12);
  expect_close (weights[2], 8.0 / 12);
}

Test (weights_critic, children_that_say_the_same, .timeout = 10)
{
  const double *children[] = {a, a};
  double weights[2];

  cr_expect (weigh ("critic", children, 2, N_AREAS, weights) != NULL);
}

/* A line of another slope says the same too, whatever its correlation, of which 1 is rounded to
 * 1 - 1e-16 for some slopes. */
Test (weights_critic, a_line_says_the_same, .timeout = 10)
{
  double line[N_AREAS];
  const double *children[] = {a, line};
  double weights[2];

  for (gsize slope = 1; slope <= 100; slope++) {
    for (gsize i = 0; i < N_AREAS; i++)
      line[i] = 1 + a[i] * (double)slope / 7;
    cr_expect (weigh ("critic", children, 2, N_AREAS, weights) != NULL);
  }
}
