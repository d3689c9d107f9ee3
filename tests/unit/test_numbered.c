/* SPDX-License-Identifier: MIT */
#include <float.h>
#include <math.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/numbered.h"

#define MOST 1000

/* Sorts and checks by the doubles themselves: ascending, and equal ones in the order they came. */
static void
expect_sorted (const double *numbers, guint32 n)
{
  KpiNumbered sorted[MOST], scratch[MOST];

  for (guint32 i = 0; i < n; i++)
    sorted[i] = _kpi_numbered (numbers[i], i);
  _kpi_numbered_sort (sorted, n, scratch);
  for (guint32 i = 1; i < n; i++) {
    double before = numbers[sorted[i - 1].place], after = numbers[sorted[i].place];

    cr_assert (before < after || (before == after && sorted[i - 1].place < sorted[i].place),
               "%u: %.17g, %.17g", i, before, after);
    cr_assert (eq (int, before == after, sorted[i - 1].key == sorted[i].key));
  }
}

Test (numbered, all_kinds_of_numbers, .timeout = 10)
{
  expect_sorted ((double[]){3, -1, 0, -0.0, INFINITY, -INFINITY, 1e-308, -1e-308, 3, 2, DBL_MAX},
                 11);
  expect_sorted (NULL, 0);
}

/* Those that are dealt out by bytes: of every size, many of them equal, 0 of either sign. */
Test (numbered, many_numbers, .timeout = 10)
{
  double numbers[MOST];

  for (guint32 i = 0; i < MOST; i++) {
    double size = ldexp (1 + (double)(i * 7919 % 331), (int)(i % 90) - 45);

    numbers[i] = i % 13 == 0 ? 0 : i % 17 == 0 ? -0.0 : i % 3 == 0 ? -size : size;
  }
  expect_sorted (numbers, MOST);
  expect_sorted (numbers, 65);
}

Test (numbered, equal_numbers_stay_in_order, .timeout = 10)
{
  double numbers[MOST];

  for (guint32 i = 0; i < MOST; i++)
    numbers[i] = 42;
  expect_sorted (numbers, MOST);
}
