/* SPDX-License-Identifier: MIT */
#include "combining-support.h"

Test (geometric, weighted_mean, .timeout = 10)
{
  /* sqrt (20 * 80), and (8 * 8 * 64) ^ (1/3) */
  expect_near (combine ("geometric", (double[]){20, 80}, (double[]){1, 1}, 2), 40.0);
  expect_near (combine ("geometric", (double[]){8, 64}, (double[]){2, 1}, 2), 16.0);
  expect_near (combine ("geometric", (double[]){20, NAN, 80}, (double[]){1, 5, 1}, 3), 40.0);
}

Test (geometric, zero_and_negative_children, .timeout = 10)
{
  KpiTally tally = {0};

  cr_expect (combine_tallied ("geometric", (double[]){0, 80}, (double[]){1, 1}, 2, &tally) == 0);
  cr_expect (eq (sz, tally.n_zero, 1));
  cr_expect (
      isnan (combine_tallied ("geometric", (double[]){-1, 80}, (double[]){1, 1}, 2, &tally)));
  cr_expect (eq (sz, tally.n_negative, 1));
  /* what rounds to 0 at 1e-9 is 0 */
  cr_expect (combine ("geometric", (double[]){-4e-10, 80}, (double[]){1, 1}, 2) == 0);
}

Test (geometric, equal_children_give_themselves, .timeout = 10)
{
  /* exp (log (100)) alone would be 100.00000000000004 */
  cr_expect (combine ("geometric", (double[]){100}, (double[]){1}, 1) == 100);
  cr_expect (combine ("geometric", (double[]){100, 100}, (double[]){1, 2}, 2) == 100);
}
