/* SPDX-License-Identifier: MIT */
/* Rolling up.
 *
 *   sum              each series: the sum over children, if enough of them have it
 *   ratio            numerators and denominators: sums over the children that have all terms
 *   mean, min, max   of the children's values; a mean by weight: sum of w v / sum of w
 *
 * Parents are visited from the deepest up, so that a country sees its provinces rolled up from
 * their communes; then areas that were made of others, the oldest first, in the periods before they
 * came to be. Always true: an area's own observation stays as it is. */

#include <math.h>

#include "base/number.h"
#include "score/run/remarks.h"
#include "score/measure/rollup.h"

/* One series, added up over the parts of an area. */
typedef struct {
  double point;
  KpiInterval interval;
  guint32 n;       /* how many parts took part */
  guint32 n_parts; /* how many there are in its period */
} Sum;

#define ROUNDING 1e-9 /* relative: what sums of one set of numbers in two orders may differ by */

gboolean
_kpi_rolling_up_init (KpiRollingUp *rolling, KpiArena *arena, const KpiRun *run,
                      const KpiRollup *rollup)
{
  guint32 n_areas = run->areas->n_areas;

  *rolling = (KpiRollingUp){.hierarchy = run->hierarchy,
                            .past = run->past,
                            .areas = run->areas,
                            .rollup = rollup,
                            .rolled = KPI_ARENA_NEW0 (arena, guint8, n_areas),
                            .shares = KPI_ARENA_NEW (arena, double, n_areas)};
  for (guint32 a = 0; !arena->failed && a < n_areas; a++)
    rolling->shares[a] = 1;
  return !arena->failed;
}

static gboolean
has_term (const KpiAlignedTerm *series, guint32 area)
{
  return !isnan (series->points[area]);
}

static gboolean
has_all_terms (const KpiTerms *terms, guint32 area)
{
  for (gsize s = 0; s < terms->n_series; s++)
    if (!has_term (&terms->series[s], area))
      return FALSE;
  return TRUE;
}

/* Whether a child is a part of its parent in a period. One that ended in it is missed no more if it
 * has become part of another, which tells of all of it. */
static gboolean
is_child (const KpiRollingUp *rolling, guint32 child, const KpiPeriod *period, gboolean has_value)
{
  const KpiAreas *areas = rolling->areas;

  if (!_kpi_areas_is_alive (areas, child, period))
    return FALSE;
  return has_value || areas->merged == NULL || !areas->merged[child] ||
         areas->lives[child].until >= period->end;
}

/* Sums a series over the parts of an area: over its children, or over what it was made of. */
static Sum
sum_parts (const KpiRollingUp *rolling, const KpiTerms *terms, const KpiAlignedTerm *series,
           const KpiHierarchy *hierarchy, guint32 parent)
{
  gboolean is_past = hierarchy->n_parts != NULL;
  gboolean is_ratio = rolling->rollup->form == KPI_ROLLUP_RATIO;
  Sum sum = {.interval = KPI_EXACT (0), .n_parts = is_past ? hierarchy->n_parts[parent] : 0};

  for (guint32 i = hierarchy->first[parent]; i < hierarchy->first[parent + 1]; i++) {
    guint32 part = hierarchy->children[i];
    /* with a ratio it brings all its terms or none */
    gboolean has = is_ratio ? has_all_terms (terms, part) : has_term (series, part);

    if (!is_past && !is_child (rolling, part, &series->period, has))
      continue;
    sum.n_parts += !is_past;
    if (!has)
      continue;
    sum.n++;
    sum.point += series->points[part];
    if (series->bounded)
      _kpi_interval_add (&sum.interval, 1, &series->intervals[part]);
  }
  return sum;
}

static gboolean
is_enough (const KpiRollingUp *rolling, guint32 n, guint32 n_children)
{
  return n > 0 && (double)n / n_children >= rolling->rollup->at_least;
}

/* All children have one: their sum should be what the parent itself reports. */
static void
compare (const KpiTerms *terms, const KpiAlignedTerm *series, guint32 area, double sum,
         const KpiIndicator *indicator)
{
  const KpiRun *run = terms->run;
  double own = series->points[area];
  g_autofree char *path = NULL;
  char found[KPI_NUMBER_SIZE], expected[KPI_NUMBER_SIZE], when[KPI_PERIOD_SIZE];

  if (series->bounded || fabs (own - sum) <= ROUNDING * MAX (fabs (own), fabs (sum)))
    return;
  _kpi_remarks_add (run, (KpiRemark){.kind = KPI_REMARK_DIFFERS,
                                     .area = area,
                                     .subject = _kpi_remarks_subject (run, indicator),
                                     .period = series->period,
                                     .found = own,
                                     .expected = sum});
  path = g_strdup_printf ("indicators.%s.rollup", indicator->id);
  _kpi_number_format (own, found);
  _kpi_number_format (sum, expected);
  _kpi_period_format (&series->period, when);
  _kpi_findings_add (run->findings, KPI_SEVERITY_WARNING, KPI_ERROR_CONFLICT,
                     _kpi_aligned_get_place (run, series->origins[area], area), path,
                     "found %s of %s for %s in %s, expected the sum of its parts, %s; its own "
                     "observation holds",
                     found, _kpi_names_get (run->data->series, series->series),
                     _kpi_areas_get (run->areas, area), when, expected);
}

static void
put_sum (KpiRollingUp *rolling, KpiAlignedTerm *series, guint32 area, const Sum *sum)
{
  if (has_term (series, area)) { /* of a ratio whose other terms it lacks */
    series->points[area] = sum->point;
    series->origins[area] = (KpiOrigin){0};
  } else {
    _kpi_aligned_put (series, area, sum->point, (KpiOrigin){0});
  }
  if (series->bounded)
    series->intervals[area] = sum->interval;
  rolling->rolled[area] = TRUE;
  rolling->shares[area] = MIN (rolling->shares[area], (double)sum->n / sum->n_parts);
}

/* Whether an area gets a value in a period from parts in a hierarchy: from those that it was made
 * of only before it came to be. */
static gboolean
is_due (const KpiRollingUp *rolling, const KpiHierarchy *hierarchy, guint32 area,
        const KpiPeriod *period)
{
  return hierarchy->n_parts == NULL || period->end < rolling->areas->lives[area].from;
}

static void
roll_up_parent (KpiRollingUp *rolling, KpiTerms *terms, const KpiHierarchy *hierarchy,
                guint32 parent, const KpiIndicator *indicator)
{
  guint32 area = hierarchy->parents[parent];
  gboolean is_ratio = rolling->rollup->form == KPI_ROLLUP_RATIO;
  gboolean own_ratio = is_ratio && has_all_terms (terms, area);

  for (gsize s = 0; s < terms->n_series; s++) {
    KpiAlignedTerm *series = &terms->series[s];
    gboolean own = is_ratio ? own_ratio : has_term (series, area);
    gboolean is_now = s == 0 || indicator->measure.form != KPI_MEASURE_CHANGE;
    Sum sum;

    if (!is_due (rolling, hierarchy, area, &series->period))
      continue;
    sum = sum_parts (rolling, terms, series, hierarchy, parent);
    if (own && is_now && sum.n > 0 && sum.n == sum.n_parts)
      compare (terms, series, area, sum.point, indicator);
    if (!own && is_enough (rolling, sum.n, sum.n_parts))
      put_sum (rolling, series, area, &sum);
  }
}

static void
roll_up_hierarchy (KpiRollingUp *rolling, KpiTerms *terms, const KpiHierarchy *hierarchy,
                   const KpiIndicator *indicator)
{
  for (guint32 p = 0; p < hierarchy->n_parents; p++)
    roll_up_parent (rolling, terms, hierarchy, p, indicator);
}

static void
forget_rolled (KpiRollingUp *rolling, const KpiHierarchy *hierarchy)
{
  for (guint32 p = 0; p < hierarchy->n_parents; p++) {
    rolling->rolled[hierarchy->parents[p]] = FALSE;
    rolling->shares[hierarchy->parents[p]] = 1;
  }
}

void
_kpi_rollup_terms (KpiRollingUp *rolling, KpiTerms *terms, const KpiIndicator *indicator)
{
  forget_rolled (rolling, rolling->hierarchy);
  forget_rolled (rolling, rolling->past);
  roll_up_hierarchy (rolling, terms, rolling->hierarchy, indicator);
  roll_up_hierarchy (rolling, terms, rolling->past, indicator);
}

/* Several parts made one value, with its ends. */
typedef struct {
  double point;
  KpiInterval interval;
  double weight;
  guint32 n;
  guint32 n_parts;
} Summary;

/* Takes an end that lies further out; of two at one place it is open if `both` are, or if either.
 */
static void
choose (double *end, gboolean *open, double other, gboolean other_open, gboolean further,
        gboolean both)
{
  if (*end == other)
    *open = both ? *open && other_open : *open || other_open;
  else if (further)
    *open = other_open;
  *end = further ? other : *end;
}

static void
take_extreme (Summary *summary, gboolean is_min, double point, const KpiInterval *interval)
{
  KpiInterval *own = &summary->interval;

  summary->weight = 1;
  if (summary->n == 1) {
    summary->point = point;
    *own = *interval;
    return;
  }
  summary->point = is_min ? fmin (summary->point, point) : fmax (summary->point, point);
  choose (&own->low, &own->low_open, interval->low, interval->low_open,
          is_min ? interval->low < own->low : interval->low > own->low, is_min);
  choose (&own->high, &own->high_open, interval->high, interval->high_open,
          is_min ? interval->high < own->high : interval->high > own->high, !is_min);
}

static void
take (Summary *summary, KpiRollupForm form, double point, const KpiInterval *interval,
      double weight)
{
  summary->n++;
  if (form != KPI_ROLLUP_MEAN) {
    take_extreme (summary, form == KPI_ROLLUP_MIN, point, interval);
    return;
  }
  summary->point += weight * point;
  _kpi_interval_add (&summary->interval, weight, interval);
  summary->weight += weight;
}

static Summary
summarise (const KpiRollingUp *rolling, const KpiHierarchy *hierarchy, const KpiSheet *sheet,
           gsize row, guint32 parent, const KpiPeriod *period, const double *weights)
{
  gboolean is_past = hierarchy->n_parts != NULL;
  Summary summary = {.interval = KPI_EXACT (0),
                     .n_parts = is_past ? hierarchy->n_parts[parent] : 0};

  for (guint32 i = hierarchy->first[parent]; i < hierarchy->first[parent + 1]; i++) {
    guint32 part = hierarchy->children[i];
    double weight = weights == NULL ? 1 : weights[part];
    gboolean has = _kpi_sheet_is_measured (sheet, row + part) && weight > 0;
    KpiInterval interval;

    if (!is_past && !is_child (rolling, part, period, has))
      continue;
    summary.n_parts += !is_past;
    if (!has)
      continue;
    interval = _kpi_sheet_interval (sheet, row + part);
    take (&summary, rolling->rollup->form, sheet->value[row + part], &interval, weight);
  }
  return summary;
}

/* As of a day parts may be of several periods: what is made of them is as fresh as the freshest. */
static void
put_origin (const KpiHierarchy *hierarchy, KpiSheet *sheet, gsize row, guint32 parent)
{
  KpiPeriod *origin = &sheet->origins[row + hierarchy->parents[parent]];

  for (guint32 i = hierarchy->first[parent]; i < hierarchy->first[parent + 1]; i++) {
    const KpiPeriod *of_child = &sheet->origins[row + hierarchy->children[i]];

    if (_kpi_sheet_is_measured (sheet, row + hierarchy->children[i]) && origin->end < of_child->end)
      *origin = *of_child;
  }
}

static void
put_cell (KpiSheet *sheet, gsize cell, const Summary *summary)
{
  sheet->value[cell] = summary->point / summary->weight;
  if (sheet->value_low != NULL) {
    sheet->value_low[cell] = summary->interval.low / summary->weight;
    sheet->value_high[cell] = summary->interval.high / summary->weight;
  }
  _kpi_sheet_mark (sheet, cell, /* for which measure.c made room */
                   KPI_MARK_ROLLED_UP | (summary->interval.low_open ? KPI_MARK_LOW_OPEN : 0) |
                       (summary->interval.high_open ? KPI_MARK_HIGH_OPEN : 0));
  sheet->share[cell] = (double)summary->n / summary->n_parts;
}

/* As of a day what an area was made of had ended before it came to be. */
static gboolean
is_due_cell (const KpiRollingUp *rolling, const KpiHierarchy *hierarchy, guint32 parent,
             const KpiSheet *sheet, const KpiPeriod *period)
{
  return sheet->origins != NULL || is_due (rolling, hierarchy, hierarchy->parents[parent], period);
}

static void
roll_up_slot (const KpiRollingUp *rolling, const KpiHierarchy *hierarchy, KpiSheet *sheet,
              guint32 slot, const KpiPeriod *period, const double *weights)
{
  gsize row = (gsize)slot * sheet->n_areas;

  for (guint32 p = 0; p < hierarchy->n_parents; p++) {
    gsize cell = row + hierarchy->parents[p];
    Summary summary;

    if (!isnan (sheet->value[cell]) || !is_due_cell (rolling, hierarchy, p, sheet, period))
      continue;
    summary = summarise (rolling, hierarchy, sheet, row, p, period, weights);
    if (!(summary.weight > 0) || !is_enough (rolling, summary.n, summary.n_parts))
      continue;
    put_cell (sheet, cell, &summary);
    if (sheet->origins != NULL)
      put_origin (hierarchy, sheet, row, p);
  }
}

void
_kpi_rollup_cells (KpiRollingUp *rolling, KpiSheet *sheet, guint32 slot, const KpiPeriod *period,
                   const double *weights)
{
  roll_up_slot (rolling, rolling->hierarchy, sheet, slot, period, weights);
  roll_up_slot (rolling, rolling->past, sheet, slot, period, weights);
}
