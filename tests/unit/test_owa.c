/* SPDX-License-Identifier: MIT */
#include "combining-support.h"

static double
owa (const double *places, const double *scores, const double *weights, gsize n)
{
  KpiTally tally = {0};

  return combine_with ("owa", places, 3, scores, weights, n, &tally);
}

static const double scores[] = {10, 50, 30}, equal[] = {1, 1, 1};

Test (owa, weights_belong_to_places, .timeout = 10)
{
  expect_near (owa ((double[]){0.5, 0.3, 0.2}, scores, equal, 3), 36.0); /* 25 + 9 + 2 */
  expect_near (owa ((double[]){5, 3, 2}, scores, equal, 3), 36.0);       /* shares all the same */
  cr_expect (owa ((double[]){1, 0, 0}, scores, equal, 3) == 50);
  cr_expect (owa ((double[]){0, 1, 0}, scores, equal, 3) == 30);
  cr_expect (owa ((double[]){0, 0, 1}, scores, equal, 3) == 10);
}

/* Two children share three places: the better one has the first and half of the second, .5 + .15.
 * 50 * .65 + 10 * .35 = 36. */
Test (owa, a_gap_widens_the_places_of_the_others, .timeout = 10)
{
  expect_near (owa ((double[]){0.5, 0.3, 0.2}, (double[]){10, 50, NAN}, equal, 3), 36.0);
  cr_expect (isnan (owa ((double[]){1, 1, 1}, (double[]){NAN, NAN, NAN}, equal, 3)));
}

/* The best child has half of the weight: one place and a half of .5 and .3, that is .65; the next
 * the other half of the second place and a quarter of the third, .15 + .05; the last .15.
 * 50 * .65 + 30 * .2 + 10 * .15 = 40. With equal places it is the weighted mean. */
Test (owa, children_of_different_weight, .timeout = 10)
{
  const double weights[] = {1, 2, 1};

  expect_near (owa ((double[]){0.5, 0.3, 0.2}, scores, weights, 3), 40.0);
  expect_near (owa ((double[]){1, 1, 1}, scores, weights, 3), 35.0);
}

Test (owa, an_end_that_nothing_bounds, .timeout = 10)
{
  cr_expect (owa ((double[]){1, 1, 0}, (double[]){10, 50, -INFINITY}, equal, 3) == 30);
  cr_expect (owa ((double[]){1, 1, 1}, (double[]){10, 50, -INFINITY}, equal, 3) == -INFINITY);
}
