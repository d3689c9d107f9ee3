/* SPDX-License-Identifier: MIT */
#include <math.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/sort.h"

Test (sort, numbers_ascend, .timeout = 10)
{
  double numbers[] = {3, -INFINITY, 1e-300, 3, INFINITY, -2.5, 0};
  const double expected[] = {-INFINITY, -2.5, 0, 1e-300, 3, 3, INFINITY};

  _kpi_sort_numbers (numbers, G_N_ELEMENTS (numbers));
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    cr_expect (numbers[i] == expected[i], "%zu: %g", i, numbers[i]);
  _kpi_sort_numbers (NULL, 0);
}
