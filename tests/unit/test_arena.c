/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "base/arena.h"

Test (arena, arrays_are_apart_and_aligned, .timeout = 10)
{
  KpiArena arena = {0};
  guint8 *bytes = KPI_ARENA_NEW (&arena, guint8, 3);
  double *numbers = KPI_ARENA_NEW0 (&arena, double, 1000);

  cr_assert (bytes != NULL && numbers != NULL && !arena.failed);
  cr_expect (((guintptr)numbers & (sizeof (double) - 1)) == 0);
  for (gsize i = 0; i < 1000; i++)
    cr_assert (numbers[i] == 0);
  cr_expect (KPI_ARENA_NEW (&arena, double, 0) != NULL, "an array of nothing is no failure");
  _kpi_arena_clear (&arena);
  _kpi_arena_clear (&arena);
}

Test (arena, failure_is_remembered, .timeout = 10)
{
  KpiArena arena = {0};

  cr_expect (KPI_ARENA_NEW (&arena, double, G_MAXSIZE / 4) == NULL, "the size overflows");
  cr_expect (KPI_ARENA_NEW (&arena, double, 1) != NULL);
  cr_expect (arena.failed);
  _kpi_arena_clear (&arena);
  cr_expect (!arena.failed);
}
