/* SPDX-License-Identifier: MIT */
#include "combining-support.h"

static double
power (double p, const double *scores, const double *weights, gsize n)
{
  KpiTally tally = {0};

  return combine_with ("power", &p, 1, scores, weights, n, &tally);
}

static double
of_20_and_80 (double p)
{
  return power (p, (double[]){20, 80}, (double[]){1, 1}, 2);
}

Test (power, orders_that_have_a_name, .timeout = 10)
{
  expect_near (of_20_and_80 (2), sqrt (3400)); /* (400 + 6400) / 2 */
  expect_near (of_20_and_80 (1), 50.0);
  expect_near (of_20_and_80 (0.5), 45.0); /* sqrt 20 = 2 sqrt 5, sqrt 80 = 4 sqrt 5: (3 sqrt 5)^2 */
  expect_near (of_20_and_80 (0), 40.0);   /* geometric: sqrt 1600 */
  expect_near (of_20_and_80 (-1), 32.0);  /* harmonic: 2 / (1/20 + 1/80) */
}

/* Near 0 the plain formula has lost all digits: 40 (1 + p (ln 2)^2 / 2) is what the series gives.
 */
Test (power, goes_over_into_its_limits, .timeout = 10)
{
  expect_near (of_20_and_80 (1e-9), 40 * (1 + 1e-9 * M_LN2 * M_LN2 / 2));
  expect_near (of_20_and_80 (1e-300), 40.0);
  expect_near (of_20_and_80 (1000), 80 * exp2 (-1.0 / 1000));
  expect_near (of_20_and_80 (-1000), 20 * exp2 (1.0 / 1000));
  cr_expect (of_20_and_80 (1e308) == 80);
  cr_expect (of_20_and_80 (-1e308) == 20);
}

Test (power, weights_and_gaps, .timeout = 10)
{
  /* (2 * 10^2 + 40^2) / 3 = 600 */
  expect_near (power (2, (double[]){10, NAN, 40}, (double[]){2, 9, 1}, 3), sqrt (600));
  cr_expect (isnan (power (2, (double[]){NAN}, (double[]){1}, 1)));
}

Test (power, zero_and_negative_children, .timeout = 10)
{
  const double scores[] = {0, 80}, negative[] = {-1, 80}, weights[] = {1, 1}, p = -2, q = 2;
  KpiTally tally = {0};

  cr_expect (combine_with ("power", &p, 1, scores, weights, 2, &tally) == 0);
  cr_expect (eq (sz, tally.n_zero, 1));
  expect_near (combine_with ("power", &q, 1, scores, weights, 2, &tally), sqrt (3200));
  cr_expect (eq (sz, tally.n_zero, 1)); /* above 0 a zero is a score like another */
  cr_expect (isnan (combine_with ("power", &q, 1, negative, weights, 2, &tally)));
  cr_expect (eq (sz, tally.n_negative, 1));
}

/* The law of power means: they rise with their order, and stay between least and greatest. */
Test (power, rises_with_its_order, .timeout = 10)
{
  const double scores[] = {3, 41, 17.5, 99}, weights[] = {1, 0.5, 4, 2};
  double before = 3;

  for (double p = -40; p <= 40; p += 0.25) {
    double mean = power (p, scores, weights, 4);

    cr_expect (mean >= before && mean <= 99, "p = %g: %.17g after %.17g", p, mean, before);
    before = mean;
  }
}

/* As bounds are that nothing ends. */
Test (power, an_infinite_child, .timeout = 10)
{
  const double scores[] = {INFINITY, 20}, weights[] = {1, 1};

  cr_expect (power (2, scores, weights, 2) == INFINITY);
  expect_near (power (-1, scores, weights, 2), 40.0); /* 2 / (0 + 1/20) */
}
