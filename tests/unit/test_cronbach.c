/* SPDX-License-Identifier: MIT */
#include "near.h"

#include "method/cronbach.h"

#define N 9

static double
alpha_of (const double *const *children, gsize n_children, gsize n)
{
  KpiArena arena = {0};
  KpiComplete complete;
  double alpha;

  cr_assert (_kpi_complete_init (&complete, &arena, children, n_children, n));
  cr_assert (_kpi_cronbach_alpha (&complete, &alpha));
  _kpi_arena_clear (&arena);
  return alpha;
}

/* By numpy 2.4 from the definition, over the eight complete rows. */
Test (cronbach, of_three_children, .timeout = 10)
{
  static const double a[N] = {62, 55, 80, 41, 1, 70, 58, 90, 35};
  static const double b[N] = {48, 51, 66, 45, NAN, 75, 40, 71, 50};
  static const double c[N] = {71, 60, 77, 52, 99, 64, 69, 85, 44};
  const double *children[] = {a, b, c};

  expect_close (alpha_of (children, 3, N), 0.883362633850088);
}

/* Twins vary 1 each and 4 together: 2 (1 - 2 / 4) = 1. Mirrors vary 0 together. */
Test (cronbach, twins_and_mirrors, .timeout = 10)
{
  static const double a[] = {-1, 0, 1}, mirror[] = {1, 0, -1};
  const double *twins[] = {a, a}, *mirrors[] = {a, mirror};

  expect_close (alpha_of (twins, 2, 3), 1);
  cr_expect (isnan (alpha_of (mirrors, 2, 3)));
  cr_expect (isnan (alpha_of (twins, 1, 3)));
  cr_expect (isnan (alpha_of (twins, 2, 1)));
}
