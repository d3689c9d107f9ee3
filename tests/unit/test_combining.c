/* SPDX-License-Identifier: MIT */
#include "combining-support.h"

Test (combining, scores_are_compared_at_1e_minus_9, .timeout = 10)
{
  cr_expect (_kpi_score_rounded (50.0000000001) == 50);
  cr_expect (_kpi_score_rounded (50.000000002) > 50);
  cr_expect (_kpi_score_rounded (INFINITY) == INFINITY);
}

/* The laws: min <= harmonic <= geometric <= arithmetic <= max; a mean rises with each child; a gap
 * is the same as a child left out. */
Test (combining, laws_of_means, .timeout = 10)
{
  static const char *const ordered[] = {"min", "harmonic", "geometric", "arithmetic", "max"};
  g_autoptr (GRand) random = g_rand_new_with_seed (766);

  for (int i = 0; i < 300; i++) {
    double scores[4], weights[4], more[4], below = 0;

    for (int c = 0; c < 4; c++) {
      scores[c] = more[c] = g_rand_double_range (random, 1, 100);
      weights[c] = g_rand_double_range (random, 0.1, 3);
    }
    more[i % 4] += 5;
    for (gsize m = 0; m < G_N_ELEMENTS (ordered); m++) {
      double mean = combine (ordered[m], scores, weights, 4), three;

      cr_expect (mean >= below - 1e-9, "%s", ordered[m]);
      cr_expect (combine (ordered[m], more, weights, 4) >= mean, "%s", ordered[m]);
      below = mean;
      three = combine (ordered[m], scores, weights, 3);
      cr_expect (combine (ordered[m], (double[]){scores[0], scores[1], scores[2], NAN}, weights,
                          4) == three);
    }
  }
}
