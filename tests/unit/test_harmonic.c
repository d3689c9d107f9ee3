/* SPDX-License-Identifier: MIT */
#include "combining-support.h"

Test (harmonic, weighted_mean, .timeout = 10)
{
  /* 2 / (1/30 + 1/60) and 4 / (3/60 + 1/20) */
  expect_near (combine ("harmonic", (double[]){30, 60}, (double[]){1, 1}, 2), 40.0);
  expect_near (combine ("harmonic", (double[]){60, 20}, (double[]){3, 1}, 2), 40.0);
}

Test (harmonic, zero_and_negative_children, .timeout = 10)
{
  cr_expect (combine ("harmonic", (double[]){0, 80}, (double[]){1, 1}, 2) == 0);
  cr_expect (isnan (combine ("harmonic", (double[]){-1, 80}, (double[]){1, 1}, 2)));
}
