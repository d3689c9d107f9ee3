/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "method/fitted.h"

static KpiFitted
learn (KpiLearns learns, const double *values, gsize n)
{
  KpiFitted fitted;

  cr_assert (_kpi_fitted_init (&fitted, learns));
  cr_assert (_kpi_fitted_learn (&fitted, values, NULL, NULL, n));
  _kpi_fitted_finish (&fitted);
  return fitted;
}

/* Mean 5, squared deviations 32, as any textbook has it. */
static const double eight[] = {2, 4, 4, NAN, 4, 5, 5, 7, 9};

Test (fitted, learns_what_it_is_asked_to, .timeout = 10)
{
  KpiFitted range = learn (KPI_LEARNS_RANGE, eight, 9), sums = learn (KPI_LEARNS_SUMS, eight, 9);
  KpiFitted order = learn (KPI_LEARNS_ORDER, eight, 9);

  cr_expect (eq (sz, range.n, 8));
  cr_expect (range.least == 2 && range.greatest == 9);
  cr_expect (range.sums == NULL && range.values == NULL && sums.values == NULL);
  cr_expect (_kpi_fitted_mean (&sums) == 5);
  cr_expect (_kpi_fitted_sd (&sums, TRUE) == 2);
  cr_expect (_kpi_fitted_sd (&sums, FALSE) == sqrt (8 * 32 / 8.0 / 7));
  for (gsize i = 1; i < order.n; i++)
    cr_expect (order.values[i - 1] <= order.values[i]);
  cr_expect (eq (sz, order.n, 8));
  _kpi_fitted_clear (&range);
  _kpi_fitted_clear (&sums);
  _kpi_fitted_clear (&order);
}

/* Where the naive formula has no digit left: 1e9 + (4, 7, 13, 16) has the deviation sqrt (30). */
Test (fitted, the_deviation_keeps_its_digits, .timeout = 10)
{
  static const double values[] = {1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16};
  KpiFitted fitted = learn (KPI_LEARNS_SUMS, values, 4);

  cr_expect (_kpi_fitted_sd (&fitted, FALSE) == sqrt (30));
  cr_expect (_kpi_fitted_mean (&fitted) == 1e9 + 10);
  _kpi_fitted_clear (&fitted);
}

static gboolean
sums_are_equal (const KpiSums *a, const KpiSums *b)
{
  return a->values.n == b->values.n && a->squares.n == b->squares.n &&
         memcmp (a->values.parts, b->values.parts, a->values.n * sizeof (double)) == 0 &&
         memcmp (a->squares.parts, b->squares.parts, a->squares.n * sizeof (double)) == 0;
}

/* The law: parts that were learned apart, merged, are the whole, to the bit. */
Test (fitted, parts_merge_to_the_whole, .timeout = 60)
{
  enum { N = 500 };
  g_autoptr (GRand) random = g_rand_new_with_seed (2014);
  double values[N];

  for (int i = 0; i < N; i++)
    values[i] = i % 7 == 0 ? NAN : g_rand_double_range (random, -1e6, 1e3);
  for (KpiLearns what = KPI_LEARNS_RANGE; what <= KPI_LEARNS_ORDER; what++) {
    KpiFitted whole = learn (what, values, N), parts = learn (what, values, 0);

    for (int from = 0; from < N;) {
      int n = MIN (N - from, g_rand_int_range (random, 0, 40));
      KpiFitted part = learn (what, values + from, n);

      cr_assert (_kpi_fitted_merge (&parts, &part));
      _kpi_fitted_clear (&part);
      from += n;
    }
    cr_expect (eq (sz, parts.n, whole.n));
    cr_expect (parts.least == whole.least && parts.greatest == whole.greatest);
    if (what == KPI_LEARNS_SUMS) {
      cr_expect (sums_are_equal (parts.sums, whole.sums));
      cr_expect (_kpi_fitted_sd (&parts, FALSE) == _kpi_fitted_sd (&whole, FALSE));
    }
    if (what == KPI_LEARNS_ORDER)
      cr_expect (memcmp (parts.values, whole.values, whole.n * sizeof (double)) == 0);
    _kpi_fitted_clear (&whole);
    _kpi_fitted_clear (&parts);
  }
}

Test (fitted, starts_again_from_nothing, .timeout = 10)
{
  static const double lows[] = {1, 2}, highs[] = {3, 4}, more[] = {9};
  KpiFitted fitted;

  cr_assert (_kpi_fitted_init (&fitted, KPI_LEARNS_ORDER));
  cr_assert (_kpi_fitted_learn (&fitted, lows, lows, highs, 2));
  _kpi_fitted_restart (&fitted);
  cr_expect (eq (sz, fitted.n, 0));
  cr_assert (_kpi_fitted_learn (&fitted, more, more, more, 1));
  _kpi_fitted_finish (&fitted);
  cr_expect (eq (sz, fitted.n, 1));
  cr_expect (fitted.least == 9 && fitted.greatest == 9 && fitted.highs[0] == 9);
  _kpi_fitted_clear (&fitted);
}

/* Three times 0.1, whose square takes two doubles, and twice -7. */
Test (fitted, repeats_as_one_by_one, .timeout = 10)
{
  static const double values[] = {0.1, 0.1, 0.1, -7, -7, 3};

  for (KpiLearns what = KPI_LEARNS_RANGE; what <= KPI_LEARNS_ORDER; what++) {
    KpiFitted one_by_one = learn (what, values, 6), at_once = learn (what, values + 5, 1);

    cr_assert (_kpi_fitted_repeat (&at_once, 0.1, 3) && _kpi_fitted_repeat (&at_once, -7, 2));
    cr_assert (_kpi_fitted_repeat (&at_once, NAN, 9) && _kpi_fitted_repeat (&at_once, 99, 0));
    _kpi_fitted_finish (&at_once);
    cr_expect (eq (sz, at_once.n, 6));
    cr_expect (at_once.least == -7 && at_once.greatest == 3);
    if (at_once.sums != NULL)
      cr_expect (sums_are_equal (at_once.sums, one_by_one.sums));
    if (what == KPI_LEARNS_ORDER)
      cr_expect (memcmp (at_once.values, one_by_one.values, 6 * sizeof (double)) == 0);
    _kpi_fitted_clear (&one_by_one);
    _kpi_fitted_clear (&at_once);
  }
}

Test (fitted, a_square_beyond_the_greatest_number_has_no_deviation, .timeout = 10)
{
  KpiFitted fitted = learn (KPI_LEARNS_SUMS, NULL, 0);

  cr_assert (_kpi_fitted_repeat (&fitted, 1e200, 3));
  _kpi_fitted_finish (&fitted);
  cr_expect (isnan (_kpi_fitted_sd (&fitted, TRUE)));
  cr_expect (_kpi_fitted_mean (&fitted) == 1e200);
  _kpi_fitted_clear (&fitted);
}
