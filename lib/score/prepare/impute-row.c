/* SPDX-License-Identifier: MIT */
/* Imputing by row.
 *
 *   position of a sibling   u = (x - min) / (max - min), 1 - u where lower is better
 *   value                   min + u (max - min) of the indicator itself, u of the siblings' u
 *
 * Siblings have other units, so that each is brought to 0 ... 1 by its own range among the areas of
 * one level in the same period, or by that which a fit recalls, and held there. Source: W. Becker
 * et al., COINr, Journal of Open Source Software 7 (2022), Impute() by row. A gap: a sibling that
 * the area lacks too, or in which all areas are equal, takes no part; without any the gap stays.
 *
 * Indicators with the same parents and method are filled together: an area's siblings stand at one
 * position for all of its gaps, as what is a gap has no position of its own.
 *
 * Always true: siblings count as they were observed, so that indicators can be filled in any order.
 */

#include <math.h>
#include <string.h>

#include "base/sort.h"
#include "score/prepare/gaps.h"
#include "score/prepare/impute-row.h"
#include "score/prepare/recall.h"

/* The least and the greatest of an indicator among the areas of a level. */
typedef struct {
  double least;
  double greatest;
} Range;

/* An indicator that is imputed by row, and the groups that it is in. */
typedef struct {
  gsize indicator;
  const KpiImputingMethod *method;
  const gsize *parents; /* ascending */
  gsize n_parents;
} Row;

typedef struct {
  KpiRun *run;
  KpiSheet *sheets;
  guint8 *lacks;
  KpiArena arena;

  gsize *parents; /* groups, by the indicators in them: */
  gsize *
      parent_first; /* those of i are parents[parent_first[i]] … parents[parent_first[i + 1] - 1] */
  Row *rows;
  gsize n_rows;

  gsize *siblings; /* of the rows in hand, they themselves among them */
  gsize n_siblings;
  gsize *seen;   /* by indicator: the rows in hand, if it is among the siblings */
  Range *ranges; /* by indicator and level, in the period in hand */
  double *positions;
  guint8 *gaps; /* by row in hand and area */
} Rows;

static void
list_parents (Rows *rows)
{
  const KpiModel *model = rows->run->model;
  gsize *first = rows->parent_first;

  for (gsize g = 0; g < model->n_groups; g++)
    for (gsize c = 0; c < model->groups[g].n_children; c++)
      if (_kpi_model_is_indicator (model, model->groups[g].children[c]))
        first[model->groups[g].children[c] + 2]++;
  for (gsize i = 2; i <= model->n_indicators + 1; i++)
    first[i] += first[i - 1];
  for (gsize g = 0; g < model->n_groups; g++)
    for (gsize c = 0; c < model->groups[g].n_children; c++)
      if (_kpi_model_is_indicator (model, model->groups[g].children[c]))
        rows->parents[first[model->groups[g].children[c] + 1]++] = g;
}

static gint
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Row *left = a, *right = b;

  (void)user_data;
  if (left->method != right->method) /* any order will do: it decides no number */
    return KPI_ORDER ((guintptr)left->method, (guintptr)right->method);
  if (left->n_parents != right->n_parents)
    return KPI_ORDER (left->n_parents, right->n_parents);
  for (gsize p = 0; p < left->n_parents; p++)
    if (left->parents[p] != right->parents[p])
      return KPI_ORDER (left->parents[p], right->parents[p]);
  return 0;
}

static void
list_rows (Rows *rows)
{
  const KpiModel *model = rows->run->model;

  for (gsize i = 0; i < model->n_indicators; i++) {
    const gsize *first = rows->parent_first;

    if (model->indicators[i].shown && _kpi_imputing_is_by_row (&model->indicators[i].imputing))
      rows->rows[rows->n_rows++] = (Row){.indicator = i,
                                         .method = model->indicators[i].imputing.method,
                                         .parents = rows->parents + first[i],
                                         .n_parents = first[i + 1] - first[i]};
  }
  _kpi_sort (rows->rows, rows->n_rows, sizeof *rows->rows, compare_rows, NULL);
}

static void
take_sibling (Rows *rows, gsize indicator, gsize stamp)
{
  if (rows->seen[indicator] == stamp)
    return;
  rows->seen[indicator] = stamp;
  rows->siblings[rows->n_siblings++] = indicator;
}

/* Lists the siblings of a row, once each, and the row itself. */
static void
list_siblings (Rows *rows, const Row *row, gsize stamp)
{
  const KpiModel *model = rows->run->model;

  rows->n_siblings = 0;
  take_sibling (rows, row->indicator, stamp);
  for (gsize p = 0; p < row->n_parents; p++) {
    const KpiGroup *group = &model->groups[row->parents[p]];

    for (gsize c = 0; c < group->n_children; c++)
      if (_kpi_model_is_indicator (model, group->children[c]))
        take_sibling (rows, group->children[c], stamp);
  }
}

static double
observed (const Rows *rows, gsize indicator, gsize period, guint32 area)
{
  const KpiSheet *sheet = &rows->sheets[indicator];
  guint32 slot = sheet->slots[period];

  return slot == KPI_NO_SLOT ? NAN
                             : _kpi_gaps_get_observed (sheet, (gsize)slot * sheet->n_areas + area);
}

static Range *
get_range (const Rows *rows, gsize indicator, guint32 area)
{
  const KpiAreas *areas = rows->run->areas;

  return &rows->ranges[indicator * areas->n_levels + areas->levels[area]];
}

static void
recall_ranges (const Rows *rows, gsize indicator, gsize period)
{
  KpiPool pool = {.run = rows->run,
                  .stage = KPI_FIT_IMPUTE,
                  .indicator = &rows->run->model->indicators[indicator]};

  _kpi_pool_set_period (&pool, period);
  for (; pool.level < rows->run->areas->n_levels; pool.level++) {
    Range *range = &rows->ranges[indicator * rows->run->areas->n_levels + pool.level];

    _kpi_recall_range (&pool, &range->least, &range->greatest);
  }
}

static void
learn_ranges (const Rows *rows, gsize indicator, gsize period)
{
  const KpiAreas *areas = rows->run->areas;

  for (guint32 level = 0; level < areas->n_levels; level++)
    rows->ranges[indicator * areas->n_levels + level] = (Range){INFINITY, -INFINITY};
  for (guint32 a = 0; a < areas->n_areas; a++) {
    Range *range = get_range (rows, indicator, a);
    double value = observed (rows, indicator, period, a);

    range->least = value < range->least ? value : range->least;
    range->greatest = value > range->greatest ? value : range->greatest;
  }
}

static gboolean
is_turned (const Rows *rows, gsize indicator)
{
  return rows->run->model->indicators[indicator].better == KPI_BETTER_LOWER;
}

/* Where an area stands among all by the siblings in hand; NaN where none of them tells. */
static double
find_position (const Rows *rows, const KpiImputingMethod *method, gsize period, guint32 area)
{
  gsize n = 0;

  for (gsize s = 0; s < rows->n_siblings; s++) {
    gsize sibling = rows->siblings[s];
    const Range *range = get_range (rows, sibling, area);
    double position = (observed (rows, sibling, period, area) - range->least) /
                      (range->greatest > range->least ? range->greatest - range->least : NAN);

    if (!isnan (position))
      rows->positions[n++] = CLAMP (is_turned (rows, sibling) ? 1 - position : position, 0, 1);
  }
  return n == 0 ? NAN : method->of_numbers (rows->positions, n);
}

static gboolean
fill_cell (const Rows *rows, gsize indicator, gsize period, guint32 area, double position)
{
  KpiSheet *sheet = &rows->sheets[indicator];
  const Range *own = get_range (rows, indicator, area);
  gboolean is_known = own->least <= own->greatest;

  if (isnan (position))
    return TRUE;
  rows->lacks[indicator] |= rows->run->fit != NULL && !is_known;
  position = is_turned (rows, indicator) ? 1 - position : position;
  return !is_known || _kpi_gaps_fill (sheet, (gsize)sheet->slots[period] * sheet->n_areas + area,
                                      own->least + position * (own->greatest - own->least));
}

static gboolean
fill_area (const Rows *rows, const Row *row, gsize n, gsize period, guint32 area)
{
  const guint32 n_areas = rows->run->areas->n_areas;
  double position = NAN;
  gboolean is_found = FALSE;

  for (gsize i = 0; i < n; i++) {
    if (!rows->gaps[i * n_areas + area])
      continue;
    if (!is_found)
      position = find_position (rows, row->method, period, area);
    is_found = TRUE;
    if (!fill_cell (rows, row[i].indicator, period, area, position))
      return FALSE;
  }
  return TRUE;
}

static gboolean
fill_period (const Rows *rows, const Row *row, gsize n, gsize period)
{
  const KpiRun *run = rows->run;
  const guint32 n_areas = run->areas->n_areas;
  gboolean any = FALSE;

  memset (rows->gaps, FALSE, n * n_areas);
  for (gsize i = 0; i < n; i++) {
    const KpiSheet *sheet = &rows->sheets[row[i].indicator];

    if (sheet->slots[period] == KPI_NO_SLOT)
      continue;
    any = TRUE;
    _kpi_gaps_find (run, &run->model->indicators[row[i].indicator], sheet, period,
                    rows->gaps + i * n_areas);
  }
  for (gsize s = 0; any && s < rows->n_siblings; s++) {
    if (run->fit != NULL)
      recall_ranges (rows, rows->siblings[s], period);
    else
      learn_ranges (rows, rows->siblings[s], period);
  }
  for (guint32 a = 0; any && a < n_areas; a++)
    if (!fill_area (rows, row, n, period, a))
      return FALSE;
  return TRUE;
}

static gboolean
fill_rows (Rows *rows, const Row *row, gsize n)
{
  list_siblings (rows, row, (gsize)(row - rows->rows) + 1);
  for (gsize p = 0; p < rows->run->n_periods; p++)
    if (!fill_period (rows, row, n, p))
      return FALSE;
  return TRUE;
}

static gboolean
fill_all (Rows *rows)
{
  for (gsize first = 0, last; first < rows->n_rows; first = last) {
    for (last = first + 1; last < rows->n_rows; last++)
      if (compare_rows (&rows->rows[first], &rows->rows[last], NULL) != 0)
        break;
    if (!fill_rows (rows, &rows->rows[first], last - first))
      return FALSE;
  }
  return TRUE;
}

static gboolean
init (Rows *rows)
{
  const KpiModel *model = rows->run->model;
  KpiArena *arena = &rows->arena;
  gsize n = model->n_indicators, n_children = 0;

  for (gsize g = 0; g < model->n_groups; g++)
    n_children += model->groups[g].n_children;
  rows->parents = KPI_ARENA_NEW (arena, gsize, n_children);
  rows->parent_first = KPI_ARENA_NEW0 (arena, gsize, n + 2);
  rows->rows = KPI_ARENA_NEW (arena, Row, n);
  rows->siblings = KPI_ARENA_NEW (arena, gsize, n);
  rows->seen = KPI_ARENA_NEW0 (arena, gsize, n);
  rows->positions = KPI_ARENA_NEW (arena, double, n);
  if (arena->failed)
    return FALSE;
  list_parents (rows);
  list_rows (rows);
  /* At most as many cells as the run was checked for: see check_size() in score.c. */
  rows->ranges = KPI_ARENA_NEW (arena, Range, n * rows->run->areas->n_levels);
  rows->gaps = KPI_ARENA_NEW (arena, guint8, rows->n_rows * rows->run->areas->n_areas);
  return !arena->failed;
}

static void
mark_asked (const KpiModel *model, const Rows *rows, guint8 *asked)
{
  for (gsize r = 0; r < rows->n_rows; r++) {
    const Row *row = &rows->rows[r];

    asked[row->indicator] = TRUE;
    /* Rows of the same parents ask for the same: their first one has. */
    for (gsize p = 0; (r == 0 || compare_rows (row - 1, row, NULL) != 0) && p < row->n_parents; p++)
      for (gsize c = 0; c < model->groups[row->parents[p]].n_children; c++)
        if (_kpi_model_is_indicator (model, model->groups[row->parents[p]].children[c]))
          asked[model->groups[row->parents[p]].children[c]] = TRUE;
  }
}

gboolean
_kpi_impute_rows (KpiRun *run, KpiSheet *sheets, guint8 *out_asked, guint8 *out_lacks)
{
  Rows rows = {.run = run, .sheets = sheets, .lacks = out_lacks};
  gboolean done = init (&rows);

  memset (out_asked, FALSE, run->model->n_indicators);
  memset (out_lacks, FALSE, run->model->n_indicators);
  if (done)
    mark_asked (run->model, &rows, out_asked);
  done = done && fill_all (&rows);
  _kpi_arena_clear (&rows.arena);
  return done;
}
