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

static gint
compare_ints (gconstpointer a, gconstpointer b, gpointer user_data)
{
  (void)user_data;
  return KPI_ORDER (*(const gint *)a, *(const gint *)b);
}

static void
count_dropped (gpointer kept, gpointer dropped, gpointer user_data)
{
  cr_expect (eq (int, *(const gint *)kept, *(const gint *)dropped));
  ++*(guint *)user_data;
}

Test (sort, lower_bound_is_the_first_not_before, .timeout = 10)
{
  const gint elements[] = {1, 3, 3, 7};
  const struct {
    gint key;
    gsize place;
  } cases[] = {{0, 0}, {1, 0}, {2, 1}, {3, 1}, {4, 3}, {7, 3}, {8, 4}};

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    cr_expect (_kpi_sort_lower_bound (elements, 4, sizeof *elements, &cases[i].key, compare_ints,
                                      NULL) == cases[i].place);
  cr_expect (_kpi_sort_lower_bound (NULL, 0, sizeof *elements, &cases[0].key, compare_ints, NULL) ==
             0);
}

Test (sort, unique_keeps_the_first_of_each, .timeout = 10)
{
  gint elements[] = {1, 1, 2, 5, 5, 5};
  guint n_dropped = 0;

  cr_expect (_kpi_sort_unique (elements, 6, sizeof *elements, compare_ints, count_dropped,
                               &n_dropped) == 3);
  cr_expect (elements[0] == 1 && elements[1] == 2 && elements[2] == 5);
  cr_expect (n_dropped == 3);
  cr_expect (_kpi_sort_unique (elements, 0, sizeof *elements, compare_ints, NULL, NULL) == 0);
}
