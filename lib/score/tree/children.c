/* SPDX-License-Identifier: MIT */
/* Children of a group.
 *
 *   coverage = sum of w . coverage of child / sum of w    a leaf: 1 if measured, else 0
 *
 * Always true: a child of weight 0 takes no part, and neither does one that was screened out, where
 * it was. All loops run along a row, so that nothing is asked cell by cell that holds of a row. */

#include <math.h>
#include <string.h>

#include "base/wide.h"
#include "score/tree/children.h"

/* A child of weight 0 takes no part. */
static void
take_children (KpiChildren *children, KpiSheet *sheets)
{
  const KpiGroup *group = children->group;

  for (gsize c = 0; c < group->n_children; c++) {
    if (group->weights[c] == 0)
      continue;
    children->child[children->n_children] = &sheets[group->children[c]];
    children->weights[children->n_children++] = group->weights[c];
  }
}

gboolean
_kpi_children_init (KpiChildren *children, KpiArena *arena, KpiRun *run, const KpiGroup *group,
                    KpiSheet *sheets, KpiSheet *sheet)
{
  *children = (KpiChildren){.run = run,
                            .group = group,
                            .sheet = sheet,
                            .n_areas = run->areas->n_areas,
                            .child = KPI_ARENA_NEW (arena, const KpiSheet *, group->n_children),
                            .weights = KPI_ARENA_NEW (arena, double, group->n_children),
                            .screens = run->model->screening.indicators > 0};
  if (arena->failed)
    return FALSE;
  take_children (children, sheets);
  return TRUE;
}

gboolean
_kpi_children_fills (const KpiGroup *group)
{
  return group->missing == KPI_MISSING_ZERO || group->missing == KPI_MISSING_MEAN;
}

gboolean
_kpi_children_scratch_init (KpiChildrenScratch *scratch, KpiArena *arena, const KpiRun *run,
                            gsize n_children, gboolean fills, guint worker)
{
  guint32 n_areas = run->areas->n_areas;

  /* Children times areas are within the limit on cells: see check_size() in score.c. */
  *scratch = (KpiChildrenScratch){
      .worker = worker,
      .nothing = KPI_ARENA_NEW (arena, double, n_areas),
      .filled = fills ? KPI_ARENA_NEW (arena, double, 2 * n_children * n_areas) : NULL,
      .sums = KPI_ARENA_NEW (arena, double, run->areas->n_groups),
      .counts = KPI_ARENA_NEW (arena, guint32, run->areas->n_groups)};
  for (guint32 a = 0; !arena->failed && a < n_areas; a++)
    scratch->nothing[a] = NAN;
  return !arena->failed;
}

double *
_kpi_children_get_row (const KpiChildren *children, gsize child, gsize period, KpiEnd end,
                       guint worker)
{
  const KpiSheet *sheet = children->child[child];
  double *array = end == KPI_END_LOW && sheet->score_low != NULL     ? sheet->score_low
                  : end == KPI_END_HIGH && sheet->score_high != NULL ? sheet->score_high
                                                                     : sheet->score;

  if (sheet->slots[period] == KPI_NO_SLOT)
    return NULL;
  return _kpi_sheet_score_row (sheet, array, sheet->slots[period], worker);
}

/* Copies a child's row to where its gaps can be filled. */
static double *
copy_row (const KpiChildren *children, const KpiChildrenScratch *scratch, gsize place,
          const double *row)
{
  double *copy = scratch->filled + place * children->n_areas;

  memcpy (copy, row, children->n_areas * sizeof *copy);
  return copy;
}

static void
fill_with_means (const KpiChildren *children, const KpiChildrenScratch *scratch, double *row)
{
  const KpiAreas *areas = children->run->areas;

  memset (scratch->sums, 0, areas->n_groups * sizeof *scratch->sums);
  memset (scratch->counts, 0, areas->n_groups * sizeof *scratch->counts);
  for (guint32 a = 0; a < children->n_areas; a++)
    if (!isnan (row[a])) {
      scratch->sums[areas->groups[a]] += row[a];
      scratch->counts[areas->groups[a]]++;
    }
  for (guint32 a = 0; a < children->n_areas; a++)
    if (isnan (row[a]) && scratch->counts[areas->groups[a]] > 0)
      row[a] = scratch->sums[areas->groups[a]] / scratch->counts[areas->groups[a]];
}

static void
fill_with_zero (double *row, guint32 n_areas)
{
  for (guint32 a = 0; a < n_areas; a++)
    row[a] = isnan (row[a]) ? 0 : row[a];
}

/* Whether a child was screened out for an area; one without any data in the period was. */
static gboolean
is_left_out (const KpiChildren *children, gsize child, gsize period, guint32 area)
{
  const KpiSheet *sheet = children->child[child];
  guint32 slot = sheet->slots[period];

  if (!children->screens || slot == KPI_NO_SLOT)
    return children->screens;
  return _kpi_sheet_has_mark (sheet, (gsize)slot * sheet->n_areas + area, KPI_MARK_LEFT_OUT);
}

/* What was screened out is no child: it does not count as 0. */
static void
leave_out (const KpiChildren *children, gsize child, gsize period, double *row)
{
  for (guint32 a = 0; children->screens && a < children->n_areas; a++)
    if (is_left_out (children, child, period, a))
      row[a] = NAN;
}

void
_kpi_children_gather (const KpiChildren *children, const KpiChildrenScratch *scratch, gsize period,
                      KpiEnd end, guint side, double **out_rows)
{
  KpiMissingPolicy policy = children->group->missing;

  for (gsize c = 0; c < children->n_children; c++) {
    double *row = _kpi_children_get_row (children, c, period, end, scratch->worker);

    if (row == NULL)
      row = scratch->nothing;
    if (_kpi_children_fills (children->group))
      row = copy_row (children, scratch, side * children->n_children + c, row);
    if (policy == KPI_MISSING_ZERO) {
      fill_with_zero (row, children->n_areas);
      leave_out (children, c, period, row);
    }
    if (policy == KPI_MISSING_MEAN)
      fill_with_means (children, scratch, row);
    out_rows[c] = row;
  }
}

KPI_WIDE static void
add_covered (const double *covered, double weight, double *coverage, guint32 n)
{
  for (guint32 a = 0; a < n; a++)
    coverage[a] += weight * covered[a];
}

KPI_WIDE static void
add_measured (const double *values, double weight, double *coverage, guint32 n)
{
  for (guint32 a = 0; a < n; a++)
    coverage[a] += isnan (values[a]) ? 0 : weight;
}

static void
add_coverage (const KpiChildren *children, gsize child, gsize period, guint worker,
              double *coverage)
{
  const KpiSheet *sheet = children->child[child];
  guint32 slot = sheet->slots[period], n = children->n_areas;
  double weight = children->weights[child];

  if (slot == KPI_NO_SLOT)
    return;
  if (sheet->coverage == NULL && (sheet->marks != NULL || sheet->share != NULL)) {
    for (guint32 a = 0; a < n; a++)
      coverage[a] += weight * _kpi_sheet_coverage (sheet, slot, a);
    return;
  }
  if (sheet->coverage != NULL)
    add_covered (_kpi_sheet_score_row (sheet, sheet->coverage, slot, worker), weight, coverage, n);
  else
    add_measured (_kpi_sheet_row (sheet, sheet->value, slot), weight, coverage, n);
}

/* The coverage of an area among the children that were not screened out for it; a group without any
 * is left out too. */
static double
cover_screened (const KpiChildren *children, gsize period, guint32 area)
{
  double total = 0, covered = 0;

  for (gsize c = 0; c < children->n_children; c++) {
    const KpiSheet *sheet = children->child[c];

    if (is_left_out (children, c, period, area))
      continue;
    total += children->weights[c];
    covered += children->weights[c] * _kpi_sheet_coverage (sheet, sheet->slots[period], area);
  }
  if (total > 0)
    return covered / total;
  _kpi_sheet_mark (children->sheet,
                   (gsize)children->sheet->slots[period] * children->n_areas + area,
                   KPI_MARK_LEFT_OUT); /* for which combine.c made room */
  return 0;
}

void
_kpi_children_cover (const KpiChildren *children, gsize period, guint worker, double *coverage)
{
  double total = 0;

  if (children->screens) {
    for (guint32 a = 0; a < children->n_areas; a++)
      coverage[a] = cover_screened (children, period, a);
    return;
  }
  memset (coverage, 0, children->n_areas * sizeof *coverage);
  for (gsize c = 0; c < children->n_children; c++) {
    total += children->weights[c];
    add_coverage (children, c, period, worker, coverage);
  }
  for (guint32 a = 0; a < children->n_areas; a++)
    coverage[a] /= total;
}

/* Areas in which no child has a score of its own, rather than one that the policy filled in. */
static void
refuse_without_own (const KpiChildren *children, gsize period, guint worker, guint8 *refused)
{
  memset (refused, TRUE, children->n_areas);
  for (gsize c = 0; c < children->n_children; c++) {
    const double *row = _kpi_children_get_row (children, c, period, KPI_END_POINT, worker);

    for (guint32 a = 0; row != NULL && a < children->n_areas; a++)
      refused[a] &= isnan (row[a]) != 0;
  }
}

/* Areas in which some child that was not screened out has no score. */
static void
refuse_with_gaps (const KpiChildren *children, gsize period, double *const *rows, guint8 *refused)
{
  for (gsize c = 0; c < children->n_children; c++)
    for (guint32 a = 0; a < children->n_areas; a++)
      refused[a] |= isnan (rows[c][a]) && !is_left_out (children, c, period, a);
}

gboolean
_kpi_children_judge (const KpiChildren *children, gsize period, guint worker,
                     const double *coverage, double *const *rows, guint8 *refused)
{
  const KpiRun *run = children->run;
  double least = _kpi_score_rounded (children->group->at_least);

  memset (refused, FALSE, children->n_areas);
  if (_kpi_children_fills (children->group)) /* else it has none to combine */
    refuse_without_own (children, period, worker, refused);
  if (children->group->missing == KPI_MISSING_FAIL)
    refuse_with_gaps (children, period, rows, refused);
  for (guint32 a = 0; least > 0 && a < children->n_areas; a++)
    refused[a] |= _kpi_score_rounded (coverage[a]) < least;
  for (guint32 a = 0; run->areas->lives != NULL && a < children->n_areas; a++)
    refused[a] |= !_kpi_areas_has_rows (run->areas, a, &run->periods[period]);
  return memchr (refused, TRUE, children->n_areas) != NULL;
}
