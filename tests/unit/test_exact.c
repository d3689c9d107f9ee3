/* SPDX-License-Identifier: MIT */
#include <float.h>
#include <math.h>
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/exact.h"

static KpiExactSum
sum_of (const double *values, gsize n)
{
  KpiExactSum sum = {0};

  for (gsize i = 0; i < n; i++)
    _kpi_exact_add (&sum, values[i]);
  return sum;
}

static gboolean
are_equal (KpiExactSum a, KpiExactSum b)
{
  _kpi_exact_settle (&a);
  _kpi_exact_settle (&b);
  return a.n == b.n && memcmp (a.parts, b.parts, a.n * sizeof *a.parts) == 0;
}

Test (exact, nothing_is_rounded_away, .timeout = 10)
{
  static const double values[] = {1, 1e100, 1, -1e100};
  static const double tenths[] = {.1, .1, .1, .1, .1, .1, .1, .1, .1, .1};
  KpiExactSum sum = sum_of (values, 4), one = sum_of (tenths, 10), nothing = {0};

  cr_expect (_kpi_exact_get (&sum) == 2);
  cr_expect (_kpi_exact_get (&one) == 1); /* 0.1 is 0.1 + 5.55e-18; ten of them round to 1 */
  cr_expect (_kpi_exact_get (&nothing) == 0);
}

/* 2^53 + 1 lies between two doubles; what comes after decides which of them is nearer. */
Test (exact, a_tie_is_broken_by_what_follows, .timeout = 10)
{
  static const double up[] = {9007199254740992, 1, 1e-30}, down[] = {9007199254740992, 1, -1e-30};
  KpiExactSum above = sum_of (up, 3), below = sum_of (down, 3);

  cr_expect (_kpi_exact_get (&above) == 9007199254740994);
  cr_expect (_kpi_exact_get (&below) == 9007199254740992);
}

/* (2^53 - 1)^2 = 2^106 - 2^54 + 1 */
Test (exact, products_keep_both_halves, .timeout = 10)
{
  KpiExactSum sum = {0};

  _kpi_exact_add_product (&sum, 9007199254740991, 9007199254740991);
  _kpi_exact_add (&sum, -0x1p106);
  _kpi_exact_add (&sum, 0x1p54);
  cr_expect (_kpi_exact_get (&sum) == 1);
}

/* The law: any order and any split of the same addends is the same sum, part for part. */
Test (exact, order_and_split_do_not_matter, .timeout = 60)
{
  enum { N = 1000 };
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  double values[N];
  KpiExactSum whole, left = {0}, right = {0}, shuffled = {0};

  for (int i = 0; i < N; i++)
    values[i] = ldexp (g_rand_double_range (random, -1, 1), g_rand_int_range (random, -1000, 1000));
  whole = sum_of (values, N);
  for (int i = 0; i < N; i++)
    _kpi_exact_add (g_rand_boolean (random) ? &left : &right, values[i]);
  _kpi_exact_add_sum (&left, &right);
  for (int i = N - 1; i > 0; i--) {
    int j = g_rand_int_range (random, 0, i + 1);
    double kept = values[i];

    values[i] = values[j];
    values[j] = kept;
  }
  shuffled = sum_of (values, N);
  cr_expect (are_equal (whole, left));
  cr_expect (are_equal (whole, shuffled));
  for (int i = 0; i < N; i++)
    _kpi_exact_add (&whole, -values[i]);
  cr_expect (eq (uint, whole.n, 0));
}

/* One bit here, one there: as many parts as there can be. */
Test (exact, room_is_enough_for_all_bits_of_a_double, .timeout = 10)
{
  KpiExactSum sum = {0};

  for (int exponent = -1074; exponent <= 1023; exponent += 2)
    _kpi_exact_add (&sum, ldexp (1, exponent));
  for (int exponent = 1023; exponent >= -1074; exponent -= 1)
    if ((exponent + 1074) % 2 == 0)
      _kpi_exact_add (&sum, -ldexp (1, exponent));
  cr_expect (eq (uint, sum.n, 0));
}

Test (exact, adding_a_sum_to_itself_doubles_it, .timeout = 10)
{
  static const double values[] = {1e100, 3, 1e-100};
  KpiExactSum sum = sum_of (values, 3), twice = sum_of (values, 3);

  _kpi_exact_add_sum (&twice, &sum);
  _kpi_exact_add_sum (&sum, &sum);
  cr_expect (are_equal (sum, twice));
}

Test (exact, past_the_greatest_double_there_is_no_sum, .timeout = 10)
{
  KpiExactSum sum = {0}, square = {0};

  _kpi_exact_add (&sum, DBL_MAX);
  _kpi_exact_add (&sum, DBL_MAX);
  _kpi_exact_add (&sum, -DBL_MAX);
  cr_expect (isnan (_kpi_exact_get (&sum)));
  _kpi_exact_add_product (&square, 1e200, 1e200);
  _kpi_exact_settle (&square);
  cr_expect (isnan (_kpi_exact_get (&square)));
}
