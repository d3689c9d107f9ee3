/* SPDX-License-Identifier: MIT */
/* Ranks.
 *
 *   rank       = 1 + areas with a higher score
 *   rank_best  = 1 + areas whose low is above my high
 *   rank_worst = 1 + other areas whose high is above my low
 *
 * Scores are compared rounded to 1e-9, so that rounding noise breaks no tie. Each count is one look
 * into a sorted array. */

#include <math.h>

#include "base/numbered.h"
#include "base/sort.h"
#include "score/tree/rank.h"

typedef struct {
  KpiSheet *sheet;
  const guint32 *areas; /* of one level */
  guint32 n_areas;
  double *sorted;    /* scratch: descending, as many as areas have a score */
  KpiNumbered *best; /* scratch: scores from the best, and what sorting them takes */
  KpiNumbered *scratch;
} Ranking;

static gint
compare_descending (gconstpointer a, gconstpointer b, gpointer user_data)
{
  (void)user_data;
  return KPI_ORDER (*(const double *)b, *(const double *)a);
}

/* Sorts one kind of score; returns how many areas have one. */
static gsize
sort_scores (const Ranking *ranking, const double *scores)
{
  gsize n = 0;

  for (guint32 i = 0; i < ranking->n_areas; i++) {
    double score = scores[ranking->areas[i]];

    if (!isnan (score))
      ranking->sorted[n++] = _kpi_score_rounded (score);
  }
  _kpi_sort (ranking->sorted, n, sizeof (double), compare_descending, NULL);
  return n;
}

/* How many of the sorted are above `score`. */
static guint32
count_above (const double *sorted, gsize n, double score)
{
  return (guint32)_kpi_sort_lower_bound (sorted, n, sizeof *sorted, &score, compare_descending,
                                         NULL);
}

/* Ranks each area's `mine` among all areas' `theirs`. */
static void
rank (const Ranking *ranking, const double *mine, const double *theirs, guint32 *out)
{
  gsize n = sort_scores (ranking, theirs);

  for (guint32 i = 0; i < ranking->n_areas; i++) {
    guint32 area = ranking->areas[i];

    if (!isnan (mine[area]))
      out[area] = 1 + count_above (ranking->sorted, n, _kpi_score_rounded (mine[area]));
  }
}

/* An area whose own high is above its own low was counted among the others. */
static void
leave_out_self (const Ranking *ranking, const double *lows, const double *highs, guint32 *worst)
{
  for (guint32 i = 0; i < ranking->n_areas; i++) {
    guint32 area = ranking->areas[i];

    if (_kpi_score_rounded (highs[area]) > _kpi_score_rounded (lows[area]))
      worst[area]--;
  }
}

/* Ranks each area's score among all: those that are equal share the place of the first. */
static void
rank_points (const Ranking *ranking, const double *scores, guint32 *out)
{
  guint32 n = 0, first = 0;

  for (guint32 i = 0; i < ranking->n_areas; i++) {
    guint32 area = ranking->areas[i];

    if (!isnan (scores[area]))
      ranking->best[n++] = _kpi_numbered (-_kpi_score_rounded (scores[area]), area);
  }
  _kpi_numbered_sort (ranking->best, n, ranking->scratch);
  for (guint32 i = 0; i < n; i++) {
    if (ranking->best[i].key != ranking->best[first].key)
      first = i;
    out[ranking->best[i].place] = 1 + first;
  }
}

static void
rank_slot (const Ranking *ranking, guint32 slot)
{
  KpiSheet *sheet = ranking->sheet;
  gsize row = (gsize)slot * sheet->n_areas;
  double *lows, *highs;

  rank_points (ranking, sheet->score + row, sheet->rank + row);
  if (sheet->score_low == NULL)
    return;
  lows = sheet->score_low + row;
  highs = sheet->score_high + row;
  rank (ranking, highs, lows, sheet->rank_best + row);
  rank (ranking, lows, highs, sheet->rank_worst + row);
  leave_out_self (ranking, lows, highs, sheet->rank_worst + row);
}

static gboolean
allocate (KpiSheet *sheet)
{
  KpiArena *arena = &sheet->score_arena;
  gsize n = _kpi_sheet_n_cells (sheet);

  sheet->rank = KPI_ARENA_NEW0 (arena, guint32, n);
  if (sheet->score_low != NULL) {
    sheet->rank_best = KPI_ARENA_NEW0 (arena, guint32, n);
    sheet->rank_worst = KPI_ARENA_NEW0 (arena, guint32, n);
  }
  return !arena->failed;
}

gboolean
_kpi_rank_sheet (const KpiRun *run, KpiSheet *sheet)
{
  KpiArena arena = {0};
  Ranking ranking = {.sheet = sheet,
                     .sorted = KPI_ARENA_NEW (&arena, double, sheet->n_areas),
                     .best = KPI_ARENA_NEW (&arena, KpiNumbered, sheet->n_areas),
                     .scratch = KPI_ARENA_NEW (&arena, KpiNumbered, sheet->n_areas)};
  gboolean done = !arena.failed && allocate (sheet);

  for (guint32 level = 0; done && level < run->areas->n_levels; level++) {
    ranking.areas = _kpi_areas_get_level (run->areas, level, &ranking.n_areas);
    for (guint32 slot = 0; slot < sheet->n_slots; slot++)
      rank_slot (&ranking, slot);
  }
  _kpi_arena_clear (&arena);
  return done;
}
