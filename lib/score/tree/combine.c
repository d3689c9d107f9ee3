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
#include "score/tree/combine.h"

static gboolean
goes_by_level (const KpiGroup *group)
{
  return group->combining.method->compares || group->weighting != NULL;
}

void
_kpi_combine_needs_add (KpiCombineNeeds *needs, const KpiGroup *group)
{
  needs->n_children = MAX (needs->n_children, group->n_children);
  needs->fills |= _kpi_children_fills (group);
  needs->by_level |= goes_by_level (group);
}

gboolean
_kpi_combine_scratch_init (KpiCombineScratch *scratch, KpiArena *arena, const KpiRun *run,
                           const KpiCombineNeeds *needs, guint worker)
{
  guint32 n_areas = run->areas->n_areas;
  gsize n = needs->n_children;

  *scratch = (KpiCombineScratch){.scores = KPI_ARENA_NEW (arena, double *, n),
                                 .rivals = KPI_ARENA_NEW (arena, double *, n),
                                 .numbers = KPI_ARENA_NEW (arena, double, 2 * n),
                                 .refused = KPI_ARENA_NEW (arena, guint8, n_areas)};
  return _kpi_children_scratch_init (&scratch->children, arena, run, n, needs->fills, worker) &&
         (!needs->by_level || _kpi_by_level_init (&scratch->by_level, arena, n, n_areas));
}

static void
gather (const KpiCombiner *combiner, const KpiCombineScratch *scratch, gsize period, KpiEnd end)
{
  static const KpiEnd against[] = {
      [KPI_END_POINT] = KPI_END_POINT, [KPI_END_LOW] = KPI_END_HIGH, [KPI_END_HIGH] = KPI_END_LOW};
  const KpiChildren *children = &combiner->children;

  _kpi_children_gather (children, &scratch->children, period, end, 0, scratch->scores);
  if (children->group->combining.method->compares)
    _kpi_children_gather (children, &scratch->children, period, against[end], 1, scratch->rivals);
}

/* Combines the rows that were gathered; an area that is refused has no score. */
static void
combine (const KpiCombiner *combiner, const KpiCombineScratch *scratch, double *out,
         KpiTally *tally)
{
  const KpiChildren *children = &combiner->children;
  KpiCombiningCall call = {.combining = &children->group->combining,
                           .children = (const double *const *)scratch->scores,
                           .rivals = (const double *const *)scratch->rivals,
                           .weights = combiner->derived.weights,
                           .n_children = children->n_children,
                           .scratch = scratch->numbers};

  if (call.weights == NULL)
    call.weights = children->weights;
  if (goes_by_level (children->group))
    _kpi_by_level_run (&scratch->by_level, &call, combiner->derived.of, children->run->areas,
                       scratch->refused, out, tally);
  else
    call.combining->method->combine (&call, out, children->n_areas, tally);
  for (guint32 a = 0; scratch->refuses && a < children->n_areas; a++)
    out[a] = scratch->refused[a] ? NAN : out[a];
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

/* The ends of what `points` are the points of. */
static void
combine_ends (const KpiCombiner *combiner, const KpiCombineScratch *scratch, gsize period,
              const double *points, double *lows, double *highs)
{
  guint32 n = combiner->children.n_areas;
  KpiTally unsaid = {0}; /* the points have said it */

  gather (combiner, scratch, period, KPI_END_LOW);
  combine (combiner, scratch, lows, &unsaid);
  open_ends (points, lows, n, -INFINITY);
  gather (combiner, scratch, period, KPI_END_HIGH);
  combine (combiner, scratch, highs, &unsaid);
  open_ends (points, highs, n, INFINITY);
}

gboolean
_kpi_combiner_run (KpiCombiner *combiner, KpiCombineScratch *scratch, gsize period)
{
  const KpiChildren *children = &combiner->children;
  const KpiSheet *sheet = children->sheet;
  guint32 slot = sheet->slots[period];
  guint worker = scratch->children.worker;
  double *points = _kpi_sheet_score_row (sheet, sheet->score, slot, worker);
  double *lows = _kpi_sheet_score_row (sheet, sheet->score_low, slot, worker);
  double *highs = _kpi_sheet_score_row (sheet, sheet->score_high, slot, worker);
  double *coverage = _kpi_sheet_score_row (sheet, sheet->coverage, slot, worker);

  if (!_kpi_weights_learn (&combiner->derived, children, period))
    return FALSE;
  _kpi_children_cover (children, period, worker, coverage);
  gather (combiner, scratch, period, KPI_END_POINT);
  scratch->refuses =
      _kpi_children_judge (children, period, worker, coverage, scratch->scores, scratch->refused);
  combine (combiner, scratch, points, &combiner->tallies[worker]);
  if (lows != NULL)
    combine_ends (combiner, scratch, period, points, lows, highs);
  if (children->group->better == KPI_BETTER_LOWER)
    turn (points, lows, highs, sheet->n_areas);
  return TRUE;
}

static gboolean
has_bounds (const KpiChildren *children)
{
  for (gsize c = 0; c < children->n_children; c++)
    if (children->child[c]->score_low != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
allocate_sheet (const KpiChildren *children, const guint8 *present, guint n_workers)
{
  KpiSheet *sheet = children->sheet;

  if (!_kpi_sheet_init (sheet, children->n_areas, present, children->run->n_periods))
    return FALSE;
  sheet->coverage = _kpi_sheet_new_scores (sheet, n_workers);
  return _kpi_sheet_need_scores (sheet, n_workers, has_bounds (children)) &&
         (!children->screens || _kpi_sheet_need_marks (sheet));
}

gboolean
_kpi_combiner_init (KpiCombiner *combiner, KpiArena *arena, KpiRun *run, const KpiGroup *group,
                    KpiSheet *sheets, KpiSheet *sheet, const guint8 *present, guint n_workers)
{
  *combiner =
      (KpiCombiner){.n_workers = n_workers, .tallies = KPI_ARENA_NEW0 (arena, KpiTally, n_workers)};
  return _kpi_children_init (&combiner->children, arena, run, group, sheets, sheet) &&
         allocate_sheet (&combiner->children, present, n_workers) &&
         _kpi_weights_init (&combiner->derived, arena, &combiner->children);
}

static KpiTally
add_up (const KpiCombiner *combiner)
{
  KpiTally sum = {0};

  for (guint worker = 0; worker < combiner->n_workers; worker++) {
    sum.n_zero += combiner->tallies[worker].n_zero;
    sum.n_negative += combiner->tallies[worker].n_negative;
  }
  return sum;
}

void
_kpi_combiner_warn (const KpiCombiner *combiner)
{
  const KpiGroup *group = combiner->children.group;
  KpiFindings *findings;
  const char *method;
  KpiTally tally;

  if (group == NULL || combiner->tallies == NULL) /* it was never begun */
    return;
  findings = combiner->children.run->findings;
  method = group->combining.method->name;
  tally = add_up (combiner);
  if (tally.n_zero > 0)
    _kpi_findings_add (
        findings, KPI_SEVERITY_WARNING, KPI_ERROR_UNDEFINED, group->place, group->id,
        "found a child score of 0 under a %s mean, which makes it 0 (%" G_GSIZE_FORMAT
        " times), expected scores above 0, as `to: [1, 100]` gives them",
        method, tally.n_zero);
  if (tally.n_negative > 0)
    _kpi_findings_add (findings, KPI_SEVERITY_WARNING, KPI_ERROR_UNDEFINED, group->place, group->id,
                       "found a negative child score under a %s mean, which has no value then "
                       "(%" G_GSIZE_FORMAT " times), expected scores above 0, as `to: [1, 100]` "
                       "gives them",
                       method, tally.n_negative);
  if (combiner->derived.why != NULL)
    _kpi_findings_add (findings, KPI_SEVERITY_WARNING, KPI_ERROR_UNDEFINED, group->place, group->id,
                       "found %s, expected what weights by %s can be learned from; no score there",
                       combiner->derived.why, group->weighting->name);
}
