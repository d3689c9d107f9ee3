/* SPDX-License-Identifier: MIT */
#include <math.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "score/tree/rank.h"

#define N 5

static guint32 slots[] = {0};

/* A sheet of one period over arrays of the test's own. */
static KpiSheet
sheet_of (double *score, double *low, double *high)
{
  return (KpiSheet){.n_areas = N,
                    .n_slots = 1,
                    .slots = slots,
                    .score = score,
                    .score_low = low,
                    .score_high = high};
}

static void
rank (KpiSheet *sheet, guint32 *levels, guint32 n_levels)
{
  guint32 by_level[N], first[N + 1] = {0}, n = 0;
  KpiAreas areas = {.n_areas = N, .n_levels = n_levels, .by_level = by_level};
  KpiRun run = {.areas = &areas};

  areas.level_first = first;
  for (guint32 level = 0; level < n_levels; level++) {
    for (guint32 a = 0; a < N; a++)
      if (levels[a] == level)
        by_level[n++] = a;
    first[level + 1] = n;
  }

  cr_assert (_kpi_rank_sheet (&run, sheet));
}

static void
expect_ranks (const guint32 *got, const guint32 *expected)
{
  for (int i = 0; i < N; i++)
    cr_expect (eq (u32, got[i], expected[i]), "area %d", i);
}

static void
free_ranks (KpiSheet *sheet)
{
  _kpi_sheet_drop_scores (sheet);
}

Test (rank, ties_share_the_better_rank, .timeout = 10)
{
  double score[N] = {50, 80, 80.0000000001, 20, NAN}; /* equal at 1e-9 */
  KpiSheet sheet = sheet_of (score, NULL, NULL);

  rank (&sheet, (guint32[N]){0}, 1);
  expect_ranks (sheet.rank, (guint32[N]){3, 1, 1, 4, 0});
  cr_expect (sheet.rank_best == NULL);
  free_ranks (&sheet);
}

Test (rank, among_the_areas_of_one_level, .timeout = 10)
{
  double score[N] = {50, 80, 10, 20, 30};
  KpiSheet sheet = sheet_of (score, NULL, NULL);

  rank (&sheet, (guint32[N]){0, 1, 1, 1, 0}, 2);
  expect_ranks (sheet.rank, (guint32[N]){1, 1, 3, 2, 2});
  free_ranks (&sheet);
}

/* Counted by hand from rank_best = 1 + #{low > my high}, rank_worst = 1 + #{other high > my low}:
 *   area        0: 60   1: 70 (55 … 90)   2: 50 (50 … 65)   3: 60   4: 20
 *   best        0: none low > 60 -> 1; 1: 1; 2: none low > 65 -> 1; 3: 1; 4: all four -> 5
 *   worst       0: 90, 65 > 60 -> 3; 1: 60, 65, 60 > 55 -> 4; 2: 60, 90, 60 > 50 -> 4; 3: 3; 4: 5
 */
Test (rank, best_and_worst_by_bounds, .timeout = 10)
{
  double score[N] = {60, 70, 50, 60, 20};
  double low[N] = {60, 55, 50, 60, 20}, high[N] = {60, 90, 65, 60, 20};
  KpiSheet sheet = sheet_of (score, low, high);

  rank (&sheet, (guint32[N]){0}, 1);
  expect_ranks (sheet.rank, (guint32[N]){2, 1, 4, 2, 5});
  expect_ranks (sheet.rank_best, (guint32[N]){1, 1, 1, 1, 5});
  expect_ranks (sheet.rank_worst, (guint32[N]){3, 4, 4, 3, 5});
  free_ranks (&sheet);
}
