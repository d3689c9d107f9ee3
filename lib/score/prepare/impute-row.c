/* SPDX-License-Identifier: MIT */
/* Imputing by row: from the siblings of the same area.
 *
 *   position of a sibling   u = (x - min) / (max - min), 1 - u where lower is better
 *   value                   min + u (max - min) of the indicator itself, u of the siblings' u
 *
 * Siblings have other units, so that each is brought to 0 ... 1 by its own range among the areas of
 * one level in the same period, or by that which a fit recalls, and held there. Source: W. Becker
 * et al., COINr, Journal of Open Source Software 7 (2022), Impute() by row. A gap: a sibling that
 * the area lacks too, or in which all areas are equal, takes no part; without any the gap stays.
 *
 * Always true: siblings count as they were observed, so that indicators can be filled in any order.
 */

#include <math.h>

#include "score/prepare/impute.h"
#include "score/measure/recall.h"

/* The least and the greatest of an indicator among the areas of a level. */
typedef struct {
  double least;
  double greatest;
} Range;

typedef struct {
  KpiRun *run;
  gsize indicator;
  KpiSheet *sheets;
  gsize *siblings; /* the indicator itself first */
  gsize n_siblings;
  Range *ranges; /* by sibling and level, in the period in hand */
  double *positions;
  guint8 *fillable;
  gboolean lacks; /* the fit knew no range of the indicator itself */
} Rows;

gboolean
_kpi_impute_are_siblings (const KpiModel *model, gsize a, gsize b)
{
  for (gsize g = 0; g < model->n_groups; g++)
    if (_kpi_group_has_child (&model->groups[g], a) && _kpi_group_has_child (&model->groups[g], b))
      return TRUE;
  return FALSE;
}

static void
list_siblings (Rows *rows)
{
  const KpiModel *model = rows->run->model;

  rows->siblings[rows->n_siblings++] = rows->indicator;
  for (gsize i = 0; i < model->n_indicators; i++)
    if (i != rows->indicator && _kpi_impute_are_siblings (model, rows->indicator, i))
      rows->siblings[rows->n_siblings++] = i;
}

/* What was observed of a sibling in a period and area. */
static double
observed (const Rows *rows, gsize sibling, gsize period, guint32 area)
{
  const KpiSheet *sheet = &rows->sheets[rows->siblings[sibling]];
  guint32 slot = sheet->slots[period];

  return slot == KPI_NO_SLOT ? NAN
                             : _kpi_impute_observed (sheet, (gsize)slot * sheet->n_areas + area);
}

static Range *
get_range (const Rows *rows, gsize sibling, guint32 area)
{
  const KpiAreas *areas = rows->run->areas;

  return &rows->ranges[sibling * areas->n_levels + areas->levels[area]];
}

static void
recall_ranges (Rows *rows, gsize period)
{
  const KpiRun *run = rows->run;

  for (gsize s = 0; s < rows->n_siblings; s++)
    for (guint32 level = 0; level < run->areas->n_levels; level++) {
      Range *range = &rows->ranges[s * run->areas->n_levels + level];

      _kpi_recall_range (run, &run->model->indicators[rows->siblings[s]], level,
                         run->periods[period], &range->least, &range->greatest);
    }
}

static void
find_ranges (Rows *rows, gsize period)
{
  const KpiAreas *areas = rows->run->areas;

  for (gsize i = 0; i < rows->n_siblings * areas->n_levels; i++)
    rows->ranges[i] = (Range){INFINITY, -INFINITY};
  for (gsize s = 0; s < rows->n_siblings; s++)
    for (guint32 a = 0; a < areas->n_areas; a++) {
      Range *range = get_range (rows, s, a);
      double value = observed (rows, s, period, a);

      range->least = value < range->least ? value : range->least;
      range->greatest = value > range->greatest ? value : range->greatest;
    }
}

static gboolean
is_turned (const Rows *rows, gsize sibling)
{
  return rows->run->model->indicators[rows->siblings[sibling]].better == KPI_BETTER_LOWER;
}

/* Where an area stands among all by its siblings; NaN where none of them tells. */
static double
find_position (const Rows *rows, gsize period, guint32 area)
{
  const KpiImputing *imputing = &rows->run->model->indicators[rows->indicator].imputing;
  gsize n = 0;

  for (gsize s = 1; s < rows->n_siblings; s++) {
    const Range *range = get_range (rows, s, area);
    double position = (observed (rows, s, period, area) - range->least) /
                      (range->greatest > range->least ? range->greatest - range->least : NAN);

    if (!isnan (position))
      rows->positions[n++] = CLAMP (is_turned (rows, s) ? 1 - position : position, 0, 1);
  }
  return n == 0 ? NAN : imputing->method->of_numbers (rows->positions, n);
}

static gboolean
fill_period (Rows *rows, gsize period)
{
  KpiSheet *sheet = &rows->sheets[rows->indicator];
  gsize row = (gsize)sheet->slots[period] * sheet->n_areas;

  if (rows->run->fit != NULL)
    recall_ranges (rows, period);
  else
    find_ranges (rows, period);
  _kpi_impute_mark_fillable (rows->run, &rows->run->model->indicators[rows->indicator], sheet,
                             period, rows->fillable);
  for (guint32 a = 0; a < sheet->n_areas; a++) {
    const Range *own = get_range (rows, 0, a);
    double position = rows->fillable[a] ? find_position (rows, period, a) : NAN;

    rows->lacks |= !isnan (position) && own->least > own->greatest;
    if (isnan (position) || own->least > own->greatest)
      continue;
    if (!_kpi_sheet_need_imputed (sheet))
      return FALSE;
    position = is_turned (rows, 0) ? 1 - position : position;
    sheet->imputed[row + a] = own->least + position * (own->greatest - own->least);
  }
  return TRUE;
}

static gboolean
allocate (Rows *rows)
{
  const KpiAreas *areas = rows->run->areas;
  gsize n_indicators = rows->run->model->n_indicators;

  rows->siblings = g_try_new (gsize, n_indicators);
  rows->positions = g_try_new (double, n_indicators);
  rows->fillable = g_try_malloc (MAX (areas->n_areas, 1));
  if (rows->siblings == NULL || rows->positions == NULL || rows->fillable == NULL)
    return FALSE;
  list_siblings (rows);
  rows->ranges = g_try_new (Range, MAX (rows->n_siblings * areas->n_levels, 1));
  return rows->ranges != NULL;
}

gboolean
_kpi_impute_by_row (KpiRun *run, gsize indicator, KpiSheet *sheets)
{
  Rows rows = {.run = run, .indicator = indicator, .sheets = sheets};
  gboolean done = allocate (&rows);

  for (gsize p = 0; done && p < run->n_periods; p++)
    if (sheets[indicator].slots[p] != KPI_NO_SLOT)
      done = fill_period (&rows, p);
  if (rows.lacks && run->fit != NULL)
    _kpi_impute_warn_lack (run, &run->model->indicators[indicator]);
  g_free (rows.siblings);
  g_free (rows.positions);
  g_free (rows.fillable);
  g_free (rows.ranges);
  return done;
}
