/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/rows.h"

Test (rows, new_rows_are_zero_and_old_ones_stay, .timeout = 10)
{
  KpiRows rows = KPI_ROWS (guint64);

  for (guint64 i = 0; i < 1000; i++) {
    guint64 *row = _kpi_rows_add (&rows);

    cr_assert (row != NULL && *row == 0);
    *row = i * i + 1;
  }
  cr_expect (eq (sz, rows.n, 1000));
  for (guint64 i = 0; i < 1000; i++)
    cr_expect (eq (u64, KPI_ROW (&rows, guint64, i), i * i + 1));
  _kpi_rows_clear (&rows);
}

Test (rows, cleared_rows_are_empty_and_can_be_filled_again, .timeout = 10)
{
  KpiRows rows = KPI_ROWS (guint64);
  guint64 *row;

  *(guint64 *)_kpi_rows_add (&rows) = 7;
  _kpi_rows_clear (&rows);
  cr_expect (rows.n == 0 && rows.capacity == 0 && rows.data == NULL);
  row = _kpi_rows_add (&rows);
  cr_expect (row != NULL && *row == 0);
  _kpi_rows_clear (&rows);
}

/* Each of them asks for more than there is: by its product, which wraps, and by its size. */
Test (rows, no_memory_changes_nothing, .timeout = 10)
{
  const gsize sizes[] = {G_MAXSIZE / 4, G_MAXSIZE / 16};

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    KpiRows rows = {.size = sizes[i]};

    cr_expect (eq (ptr, _kpi_rows_add (&rows), NULL));
    cr_expect (rows.n == 0 && rows.capacity == 0 && rows.data == NULL);
  }
}

Test (rows, growth_that_fails_keeps_what_is_there, .timeout = 10)
{
  guint64 cell = 42;
  KpiRows rows = {&cell, G_MAXSIZE / 8, G_MAXSIZE / 8, sizeof cell};

  cr_expect (eq (ptr, _kpi_rows_add (&rows), NULL));
  cr_expect (rows.data == &cell && rows.n == G_MAXSIZE / 8 && cell == 42);
}
