/* SPDX-License-Identifier: MIT */
#include "near.h"

#include "method/complete.h"

Test (complete, rows_with_a_gap_are_left_out, .timeout = 10)
{
  static const double a[] = {1, NAN, 3, 4}, b[] = {5, 6, 7, NAN};
  const double *children[] = {a, b};
  KpiArena arena = {0};
  KpiComplete complete;

  cr_assert (_kpi_complete_init (&complete, &arena, children, 2, 4));
  cr_expect (eq (sz, complete.n_complete, 2));
  cr_expect (eq (dbl, _kpi_complete_column (&complete, 0)[0], 1));
  cr_expect (eq (dbl, _kpi_complete_column (&complete, 0)[1], 3));
  cr_expect (eq (dbl, _kpi_complete_column (&complete, 1)[0], 5));
  cr_expect (eq (dbl, _kpi_complete_column (&complete, 1)[1], 7));
  _kpi_arena_clear (&arena);
}

Test (complete, none_is, .timeout = 10)
{
  static const double a[] = {1, NAN}, b[] = {NAN, 2};
  const double *children[] = {a, b};
  KpiArena arena = {0};
  KpiComplete complete;

  cr_assert (_kpi_complete_init (&complete, &arena, children, 2, 2));
  cr_expect (eq (sz, complete.n_complete, 0));
  _kpi_arena_clear (&arena);
}
