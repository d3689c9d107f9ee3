/* SPDX-License-Identifier: MIT */
/* Combining children.
 *
 * Points, low ends and high ends are three runs of the same method over the same weights: all
 * methods rise with each child, so that the ends of the parent come from the ends of the children.
 * Ends that nothing bounds are infinite.
 *
 *   coverage = sum of w . coverage of child / sum of w    a leaf: 1 if measured, else 0
 *
 * Always true: where the point is missing, so are both ends. */

#include <math.h>
#include <string.h>

#include "score/combine.h"

typedef enum { POINT, LOW, HIGH, N_ENDS } End;

typedef struct {
  KpiRun *run;
  const KpiGroup *group;
  KpiSheet *sheets; /* of all nodes */
  KpiSheet *sheet;  /* of the group */
  guint32 n_areas;
  gsize n_children; /* those of positive weight, likewise the arrays below */
  const KpiSheet **child;
  double *weights;
  double **scores; /* by child: the row that is combined, in `filled` where it was filled */
  double *filled;  /* by child and area: room for rows whose gaps are filled */
  double *sums;    /* by class of group: for means */
  guint32 *counts;
  KpiTally tally;
} Combining;

static double *
child_row (const Combining *combining, gsize child, gsize period, End end)
{
  const KpiSheet *sheet = combining->child[child];
  double *array = end == LOW && sheet->score_low != NULL     ? sheet->score_low
                  : end == HIGH && sheet->score_high != NULL ? sheet->score_high
                                                             : sheet->score;

  if (sheet->slots[period] == KPI_NO_SLOT)
    return NULL;
  return _kpi_sheet_row (sheet, array, sheet->slots[period]);
}

/* Copies a child's row, which may be missing altogether, to where its gaps can be filled. */
static double *
copy_row (Combining *combining, gsize child, const double *row)
{
  double *copy = combining->filled + child * combining->n_areas;

  for (guint32 a = 0; a < combining->n_areas; a++)
    copy[a] = row == NULL ? NAN : row[a];
  return copy;
}

/* Fills gaps with the mean of the areas of the same level and group. */
static void
fill_with_means (Combining *combining, double *row)
{
  const KpiRoster *roster = combining->run->roster;

  memset (combining->sums, 0, roster->n_groups * sizeof *combining->sums);
  memset (combining->counts, 0, roster->n_groups * sizeof *combining->counts);
  for (guint32 a = 0; a < combining->n_areas; a++)
    if (!isnan (row[a])) {
      combining->sums[roster->groups[a]] += row[a];
      combining->counts[roster->groups[a]]++;
    }
  for (guint32 a = 0; a < combining->n_areas; a++)
    if (isnan (row[a]) && combining->counts[roster->groups[a]] > 0)
      row[a] = combining->sums[roster->groups[a]] / combining->counts[roster->groups[a]];
}

static void
fill_with_zero (double *row, guint32 n_areas)
{
  for (guint32 a = 0; a < n_areas; a++)
    row[a] = isnan (row[a]) ? 0 : row[a];
}

/* Sets the rows to combine, gaps filled as the policy says. */
static void
gather (Combining *combining, gsize period, End end)
{
  KpiMissingPolicy policy = combining->group->missing;

  for (gsize c = 0; c < combining->n_children; c++) {
    double *row = child_row (combining, c, period, end);

    if (row == NULL || policy == KPI_MISSING_ZERO || policy == KPI_MISSING_MEAN)
      row = copy_row (combining, c, row);
    if (policy == KPI_MISSING_ZERO)
      fill_with_zero (row, combining->n_areas);
    if (policy == KPI_MISSING_MEAN)
      fill_with_means (combining, row);
    combining->scores[c] = row;
  }
}

static void
cover (Combining *combining, gsize period, double *coverage)
{
  double total = 0;

  for (guint32 a = 0; a < combining->n_areas; a++)
    coverage[a] = 0;
  for (gsize c = 0; c < combining->n_children; c++) {
    const KpiSheet *sheet = combining->child[c];
    guint32 slot = sheet->slots[period];

    total += combining->weights[c];
    for (guint32 a = 0; slot != KPI_NO_SLOT && a < combining->n_areas; a++)
      coverage[a] += combining->weights[c] * _kpi_sheet_coverage (sheet, slot, a);
  }
  for (guint32 a = 0; a < combining->n_areas; a++)
    coverage[a] /= total;
}

/* Whether a child has a score of its own, rather than one that the policy filled in. */
static gboolean
has_own_score (const Combining *combining, gsize period, guint32 area)
{
  for (gsize c = 0; c < combining->n_children; c++) {
    const double *row = child_row (combining, c, period, POINT);

    if (row != NULL && !isnan (row[area]))
      return TRUE;
  }
  return FALSE;
}

/* Whether the missing policy leaves an area without a score, or the area is not there. */
static gboolean
is_refused (const Combining *combining, gsize period, double coverage, guint32 area)
{
  const KpiGroup *group = combining->group;
  const KpiRun *run = combining->run;

  if (!_kpi_roster_is_alive (run->roster, area, &run->periods[period]))
    return TRUE;
  if (_kpi_score_rounded (coverage) < _kpi_score_rounded (group->at_least) ||
      !has_own_score (combining, period, area))
    return TRUE;
  for (gsize c = 0; group->missing == KPI_MISSING_FAIL && c < combining->n_children; c++)
    if (isnan (combining->scores[c][area]))
      return TRUE;
  return FALSE;
}

static void
combine_end (Combining *combining, gsize period, End end, double *out, KpiTally *tally)
{
  gather (combining, period, end);
  combining->group->combining.method->combine (
      &combining->group->combining, (const double *const *)combining->scores, combining->weights,
      combining->n_children, out, combining->n_areas, tally);
}

/* What the method could not take is an end that nothing bounds. */
static void
open_ends (const double *points, double *ends, guint32 n, double infinite)
{
  for (guint32 a = 0; a < n; a++)
    ends[a] = isnan (points[a]) ? NAN : isnan (ends[a]) ? infinite : ends[a];
}

/* `better: lower` turns the score of a group, and its ends change places. */
static void
turn (double *points, double *lows, double *highs, guint32 n)
{
  for (guint32 a = 0; a < n; a++) {
    points[a] = 100 - points[a];
    if (lows != NULL) {
      double low = lows[a];

      lows[a] = 100 - highs[a];
      highs[a] = 100 - low;
    }
  }
}

static void
combine_period (Combining *combining, gsize period)
{
  KpiSheet *sheet = combining->sheet;
  guint32 slot = sheet->slots[period], n = combining->n_areas;
  double *points = _kpi_sheet_row (sheet, sheet->score, slot);
  double *lows = _kpi_sheet_row (sheet, sheet->score_low, slot);
  double *highs = _kpi_sheet_row (sheet, sheet->score_high, slot);
  double *coverage = _kpi_sheet_row (sheet, sheet->coverage, slot);
  KpiTally unsaid = {0}; /* the points have said it */

  cover (combining, period, coverage);
  combine_end (combining, period, POINT, points, &combining->tally);
  for (guint32 a = 0; a < n; a++)
    if (is_refused (combining, period, coverage[a], a))
      points[a] = NAN;
  if (lows != NULL) {
    combine_end (combining, period, LOW, lows, &unsaid);
    open_ends (points, lows, n, -INFINITY);
    combine_end (combining, period, HIGH, highs, &unsaid);
    open_ends (points, highs, n, INFINITY);
  }
  if (combining->group->better == KPI_BETTER_LOWER)
    turn (points, lows, highs, n);
}

static gboolean
has_bounds (const Combining *combining)
{
  for (gsize c = 0; c < combining->n_children; c++)
    if (combining->child[c]->score_low != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
allocate_sheet (Combining *combining, const guint8 *present)
{
  KpiSheet *sheet = combining->sheet;

  if (!_kpi_sheet_init (sheet, combining->n_areas, present, combining->run->n_periods))
    return FALSE;
  sheet->score = _kpi_sheet_new_numbers (sheet);
  sheet->coverage = _kpi_sheet_new_numbers (sheet);
  if (has_bounds (combining)) {
    sheet->score_low = _kpi_sheet_new_numbers (sheet);
    sheet->score_high = _kpi_sheet_new_numbers (sheet);
    if (sheet->score_low == NULL || sheet->score_high == NULL)
      return FALSE;
  }
  return sheet->score != NULL && sheet->coverage != NULL;
}

static gboolean
allocate (Combining *combining)
{
  gsize n_children = combining->group->n_children;
  gsize n_groups = MAX (combining->run->roster->n_groups, 1);

  combining->child = g_try_new (const KpiSheet *, n_children);
  combining->weights = g_try_new (double, n_children);
  combining->scores = g_try_new (double *, n_children);
  combining->filled = g_try_new (double, MAX (n_children * combining->n_areas, 1));
  combining->sums = g_try_new (double, n_groups);
  combining->counts = g_try_new (guint32, n_groups);
  return combining->child != NULL && combining->weights != NULL && combining->scores != NULL &&
         combining->filled != NULL && combining->sums != NULL && combining->counts != NULL;
}

static void
clear (Combining *combining)
{
  g_free (combining->child);
  g_free (combining->weights);
  g_free (combining->scores);
  g_free (combining->filled);
  g_free (combining->sums);
  g_free (combining->counts);
}

/* A child of weight 0 takes no part. */
static void
take_children (Combining *combining)
{
  const KpiGroup *group = combining->group;

  for (gsize c = 0; c < group->n_children; c++) {
    if (group->weights[c] == 0)
      continue;
    combining->child[combining->n_children] = &combining->sheets[group->children[c]];
    combining->weights[combining->n_children++] = group->weights[c];
  }
}

static void
warn (const Combining *combining)
{
  const KpiGroup *group = combining->group;
  const KpiTally *tally = &combining->tally;
  const char *method = group->combining.method->name;

  if (tally->n_zero > 0)
    _kpi_findings_add (
        combining->run->findings, KPI_SEVERITY_WARNING, KPI_ERROR_UNDEFINED, group->place,
        group->id,
        "found a child score of 0 under a %s mean, which makes it 0 (%" G_GSIZE_FORMAT
        " times), expected scores above 0, as `to: [1, 100]` gives them",
        method, tally->n_zero);
  if (tally->n_negative > 0)
    _kpi_findings_add (combining->run->findings, KPI_SEVERITY_WARNING, KPI_ERROR_UNDEFINED,
                       group->place, group->id,
                       "found a negative child score under a %s mean, which has no value then "
                       "(%" G_GSIZE_FORMAT " times), expected scores above 0, as `to: [1, 100]` "
                       "gives them",
                       method, tally->n_negative);
}

gboolean
_kpi_combine_group (KpiRun *run, const KpiGroup *group, KpiSheet *sheets, KpiSheet *sheet,
                    const guint8 *present)
{
  Combining combining = {.run = run,
                         .group = group,
                         .sheets = sheets,
                         .sheet = sheet,
                         .n_areas = run->roster->n_areas};
  gboolean done = allocate (&combining);

  if (done) {
    take_children (&combining);
    done = allocate_sheet (&combining, present);
  }
  for (gsize p = 0; done && p < run->n_periods; p++)
    if (present[p])
      combine_period (&combining, p);
  if (done)
    warn (&combining);
  clear (&combining);
  return done;
}
