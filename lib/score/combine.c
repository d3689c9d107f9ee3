/* SPDX-License-Identifier: MIT */
/* Combining children.
 *
 * Points, low ends and high ends are three runs of the same method over the same weights: all
 * methods rise with each child, so that the ends of the parent come from the ends of the children.
 * A method that compares areas falls with the scores of the others: an area's low end meets their
 * high ends. Ends that nothing bounds are infinite. Derived weights are learned from the points and
 * held while bounds pass through.
 *
 * Always true: where the point is missing, so are both ends. */

#include <math.h>

#include "method/weighting.h"
#include "score/combine.h"
#include "score/weights.h"

typedef struct {
  KpiFamily family;
  double **scores; /* by child: the row that is combined */
  double **rivals; /* likewise: what a method that compares areas holds against them */
  double *room;    /* scratch of the method */
  guint8 *refused; /* by area: has no score in the period in hand */
  KpiByLevel by_level;
  gboolean goes_by_level;
  KpiDerivedWeights derived;
  KpiTally tally;
} Combining;

static const KpiCombining *
get_combining (const Combining *combining)
{
  return &combining->family.group->combining;
}

/* ---- One period */

static void
gather_end (const Combining *combining, gsize period, KpiEnd end)
{
  static const KpiEnd against[] = {
      [KPI_END_POINT] = KPI_END_POINT, [KPI_END_LOW] = KPI_END_HIGH, [KPI_END_HIGH] = KPI_END_LOW};

  _kpi_family_gather (&combining->family, period, end, 0, combining->scores);
  if (get_combining (combining)->method->compares)
    _kpi_family_gather (&combining->family, period, against[end], 1, combining->rivals);
}

/* Combines the rows that were gathered. */
static void
combine_rows (const Combining *combining, double *out, KpiTally *tally)
{
  const KpiFamily *family = &combining->family;
  KpiCombiningCall call = {.combining = get_combining (combining),
                           .children = (const double *const *)combining->scores,
                           .rivals = (const double *const *)combining->rivals,
                           .weights = combining->derived.weights,
                           .n_children = family->n_children,
                           .room = combining->room};

  if (call.weights == NULL)
    call.weights = family->weights;
  if (combining->goes_by_level)
    _kpi_by_level_run (&combining->by_level, &call, combining->derived.of, family->run->roster,
                       combining->refused, out, tally);
  else
    call.combining->method->combine (&call, out, family->n_areas, tally);
}

/* The score of each area at one end; none where it is refused. */
static void
combine_end (const Combining *combining, gsize period, KpiEnd end, double *out, KpiTally *tally)
{
  gather_end (combining, period, end);
  combine_rows (combining, out, tally);
  for (guint32 a = 0; a < combining->family.n_areas; a++)
    out[a] = combining->refused[a] ? NAN : out[a];
}

static void
judge_areas (const Combining *combining, gsize period, const double *coverage)
{
  gather_end (combining, period, KPI_END_POINT);
  _kpi_family_judge (&combining->family, period, coverage, combining->scores, combining->refused);
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

static gboolean
combine_period (Combining *combining, gsize period)
{
  KpiSheet *sheet = combining->family.sheet;
  guint32 slot = sheet->slots[period], n = sheet->n_areas;
  double *points = _kpi_sheet_row (sheet, sheet->score, slot);
  double *lows = _kpi_sheet_row (sheet, sheet->score_low, slot);
  double *highs = _kpi_sheet_row (sheet, sheet->score_high, slot);
  double *coverage = _kpi_sheet_row (sheet, sheet->coverage, slot);
  KpiTally unsaid = {0}; /* the points have said it */

  if (!_kpi_weights_learn (&combining->derived, &combining->family, period))
    return FALSE;
  _kpi_family_cover (&combining->family, period, coverage);
  judge_areas (combining, period, coverage);
  combine_end (combining, period, KPI_END_POINT, points, &combining->tally);
  if (lows != NULL) {
    combine_end (combining, period, KPI_END_LOW, lows, &unsaid);
    open_ends (points, lows, n, -INFINITY);
    combine_end (combining, period, KPI_END_HIGH, highs, &unsaid);
    open_ends (points, highs, n, INFINITY);
  }
  if (combining->family.group->better == KPI_BETTER_LOWER)
    turn (points, lows, highs, n);
  return TRUE;
}

/* ---- All */

static gboolean
has_bounds (const KpiFamily *family)
{
  for (gsize c = 0; c < family->n_children; c++)
    if (family->child[c]->score_low != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
allocate_sheet (const KpiFamily *family, const guint8 *present)
{
  KpiSheet *sheet = family->sheet;

  if (!_kpi_sheet_init (sheet, family->n_areas, present, family->run->n_periods))
    return FALSE;
  sheet->score = _kpi_sheet_new_numbers (sheet);
  sheet->coverage = _kpi_sheet_new_numbers (sheet);
  if (has_bounds (family)) {
    sheet->score_low = _kpi_sheet_new_numbers (sheet);
    sheet->score_high = _kpi_sheet_new_numbers (sheet);
    if (sheet->score_low == NULL || sheet->score_high == NULL)
      return FALSE;
  }
  return sheet->score != NULL && sheet->coverage != NULL &&
         (!family->screens || _kpi_sheet_need_steps (sheet));
}

static gboolean
allocate (Combining *combining, const guint8 *present)
{
  const KpiFamily *family = &combining->family;

  combining->goes_by_level =
      get_combining (combining)->method->compares || family->group->weighting != NULL;
  combining->scores = g_try_new (double *, family->n_children);
  combining->rivals = g_try_new (double *, family->n_children);
  combining->room = g_try_new (double, 2 * family->n_children);
  combining->refused = g_try_malloc (MAX (family->n_areas, 1));
  return combining->scores != NULL && combining->rivals != NULL && combining->room != NULL &&
         combining->refused != NULL && allocate_sheet (family, present) &&
         _kpi_weights_init (&combining->derived, family) &&
         (!combining->goes_by_level ||
          _kpi_by_level_init (&combining->by_level, family->n_children, family->n_areas));
}

static void
clear (Combining *combining)
{
  g_free (combining->scores);
  g_free (combining->rivals);
  g_free (combining->room);
  g_free (combining->refused);
  _kpi_by_level_clear (&combining->by_level);
  _kpi_weights_clear (&combining->derived);
  _kpi_family_clear (&combining->family);
}

static void
warn (const Combining *combining)
{
  const KpiGroup *group = combining->family.group;
  KpiFindings *findings = combining->family.run->findings;
  const KpiTally *tally = &combining->tally;
  const char *method = group->combining.method->name;

  if (tally->n_zero > 0)
    _kpi_findings_add (
        findings, KPI_SEVERITY_WARNING, KPI_ERROR_UNDEFINED, group->place, group->id,
        "found a child score of 0 under a %s mean, which makes it 0 (%" G_GSIZE_FORMAT
        " times), expected scores above 0, as `to: [1, 100]` gives them",
        method, tally->n_zero);
  if (tally->n_negative > 0)
    _kpi_findings_add (findings, KPI_SEVERITY_WARNING, KPI_ERROR_UNDEFINED, group->place, group->id,
                       "found a negative child score under a %s mean, which has no value then "
                       "(%" G_GSIZE_FORMAT " times), expected scores above 0, as `to: [1, 100]` "
                       "gives them",
                       method, tally->n_negative);
  if (combining->derived.why != NULL)
    _kpi_findings_add (findings, KPI_SEVERITY_WARNING, KPI_ERROR_UNDEFINED, group->place, group->id,
                       "found %s, expected what weights by %s can be learned from; no score there",
                       combining->derived.why, group->weighting->name);
}

gboolean
_kpi_combine_group (KpiRun *run, const KpiGroup *group, KpiSheet *sheets, KpiSheet *sheet,
                    const guint8 *present)
{
  Combining combining = {0};
  gboolean done = _kpi_family_init (&combining.family, run, group, sheets, sheet) &&
                  allocate (&combining, present);

  for (gsize p = 0; done && p < run->n_periods; p++)
    if (present[p])
      done = combine_period (&combining, p);
  if (done)
    warn (&combining);
  clear (&combining);
  return done;
}
