/* SPDX-License-Identifier: MIT */
/* Rolling up.
 *
 *   sum              each series: the sum over children, if enough of them have it
 *   ratio            numerators and denominators: sums over the children that have all terms
 *   mean, min, max   of the children's values; a mean by weight: sum of w v / sum of w
 *
 * Parents are visited from the deepest up, so that a country sees its provinces rolled up from
 * their communes. Always true: an area's own observation stays as it is. */

#include <math.h>

#include "base/number.h"
#include "score/rollup.h"

#define ROUNDING 1e-9 /* relative: what sums of one set of numbers in two orders may differ by */

gboolean
_kpi_rolling_up_init (KpiRollingUp *rolling, const KpiRun *run, const KpiRollup *rollup)
{
  guint32 n_areas = run->roster->n_areas;

  *rolling = (KpiRollingUp){.lineage = run->lineage, .roster = run->roster, .rollup = rollup};
  rolling->rolled = g_try_malloc0 (MAX (n_areas, 1));
  rolling->shares = g_try_new (double, MAX (n_areas, 1));
  for (guint32 a = 0; rolling->shares != NULL && a < n_areas; a++)
    rolling->shares[a] = 1;
  return rolling->rolled != NULL && rolling->shares != NULL;
}

void
_kpi_rolling_up_clear (KpiRollingUp *rolling)
{
  g_clear_pointer (&rolling->rolled, g_free);
  g_clear_pointer (&rolling->shares, g_free);
}

/* ---- Sums of terms */

static gboolean
has_term (const KpiTermRow *row, guint32 area)
{
  return !isnan (row->points[area]);
}

static gboolean
has_all_terms (const KpiTerms *terms, guint32 area)
{
  for (gsize t = 0; t < terms->n_terms; t++)
    if (!has_term (&terms->terms[t], area))
      return FALSE;
  return TRUE;
}

/* Whether a child takes part in the sum of a term: with a ratio it brings all its terms or none. */
static gboolean
takes_part (const KpiRollingUp *rolling, const KpiTerms *terms, gsize term, guint32 child)
{
  return rolling->rollup->form == KPI_ROLLUP_RATIO ? has_all_terms (terms, child)
                                                   : has_term (&terms->terms[term], child);
}

/* Sums one term over the children of a parent; returns how many took part. */
static guint32
sum_term (const KpiRollingUp *rolling, const KpiTerms *terms, gsize term, guint32 parent,
          double *out_point, KpiInterval *out_interval)
{
  const KpiLineage *lineage = rolling->lineage;
  const KpiTermRow *row = &terms->terms[term];
  guint32 n = 0;

  *out_point = 0;
  *out_interval = KPI_EXACT (0);
  for (guint32 i = lineage->first[parent]; i < lineage->first[parent + 1]; i++) {
    guint32 child = lineage->children[i];

    if (!takes_part (rolling, terms, term, child))
      continue;
    *out_point += row->points[child];
    if (row->bounded)
      _kpi_interval_add (out_interval, 1, &row->intervals[child]);
    n++;
  }
  return n;
}

/* The children of a parent that are there in a period: districts that have ended are not missing.
 */
static guint32
count_children (const KpiRollingUp *rolling, guint32 parent, const KpiPeriod *period)
{
  const KpiLineage *lineage = rolling->lineage;
  guint32 n = 0;

  for (guint32 i = lineage->first[parent]; i < lineage->first[parent + 1]; i++)
    n += _kpi_roster_is_alive (rolling->roster, lineage->children[i], period);
  return n;
}

static gboolean
is_enough (const KpiRollingUp *rolling, guint32 n, guint32 n_children)
{
  return n > 0 && (double)n / n_children >= rolling->rollup->at_least;
}

/* All children have one: their sum should be what the parent itself reports. */
static void
compare (const KpiTerms *terms, gsize term, guint32 area, double sum, const KpiIndicator *indicator,
         const KpiPeriod *period)
{
  const KpiRun *run = terms->run;
  double own = terms->terms[term].points[area];
  g_autofree char *path = NULL;
  char found[KPI_NUMBER_SIZE], expected[KPI_NUMBER_SIZE], when[KPI_PERIOD_SIZE];

  if (terms->terms[term].bounded || fabs (own - sum) <= ROUNDING * MAX (fabs (own), fabs (sum)))
    return;
  path = g_strdup_printf ("indicators.%s.rollup", indicator->id);
  _kpi_number_format (own, found);
  _kpi_number_format (sum, expected);
  _kpi_period_format (period, when);
  _kpi_findings_add (run->findings, KPI_SEVERITY_WARNING, KPI_ERROR_CONFLICT,
                     _kpi_terms_get_place (terms, term, area), path,
                     "found %s of %s for %s in %s, expected the sum of its parts, %s; its own "
                     "observation holds",
                     found, _kpi_names_get (run->data->series, terms->terms[term].series),
                     _kpi_roster_get (run->roster, area), when, expected);
}

static void
put_term (KpiRollingUp *rolling, KpiTermRow *row, guint32 area, double point,
          const KpiInterval *interval, double share)
{
  row->points[area] = point;
  if (row->bounded)
    row->intervals[area] = *interval;
  rolling->rolled[area] = TRUE;
  rolling->shares[area] = MIN (rolling->shares[area], share);
}

static void
roll_up_parent (KpiRollingUp *rolling, KpiTerms *terms, guint32 parent,
                const KpiIndicator *indicator, const KpiPeriod *period)
{
  guint32 area = rolling->lineage->parents[parent];
  guint32 n_children = count_children (rolling, parent, period);
  gboolean is_ratio = rolling->rollup->form == KPI_ROLLUP_RATIO;
  gboolean own_ratio = is_ratio && has_all_terms (terms, area);

  for (gsize t = 0; t < terms->n_terms; t++) {
    gboolean own = is_ratio ? own_ratio : has_term (&terms->terms[t], area);
    KpiInterval interval;
    double point;
    guint32 n = sum_term (rolling, terms, t, parent, &point, &interval);

    if (own && n == n_children)
      compare (terms, t, area, point, indicator, period);
    if (!own && is_enough (rolling, n, n_children))
      put_term (rolling, &terms->terms[t], area, point, &interval, (double)n / n_children);
  }
}

void
_kpi_rollup_terms (KpiRollingUp *rolling, KpiTerms *terms, guint32 n_areas,
                   const KpiIndicator *indicator, const KpiPeriod *period)
{
  for (guint32 a = 0; a < n_areas; a++) {
    rolling->rolled[a] = FALSE;
    rolling->shares[a] = 1;
  }
  for (guint32 p = 0; p < rolling->lineage->n_parents; p++)
    roll_up_parent (rolling, terms, p, indicator, period);
}

/* ---- Values of cells */

/* Several children made one value, with its ends. */
typedef struct {
  double point, low, high;
  double weight;
  guint32 n;
} Summary;

static double
choose (KpiRollupForm form, double a, double b)
{
  return form == KPI_ROLLUP_MIN ? fmin (a, b) : fmax (a, b);
}

static void
take (Summary *summary, KpiRollupForm form, double point, const KpiInterval *interval,
      double weight)
{
  summary->n++;
  if (form == KPI_ROLLUP_MEAN) {
    summary->point += weight * point;
    summary->low += weight * interval->low;
    summary->high += weight * interval->high;
    summary->weight += weight;
    return;
  }
  summary->point = summary->n == 1 ? point : choose (form, summary->point, point);
  summary->low = summary->n == 1 ? interval->low : choose (form, summary->low, interval->low);
  summary->high = summary->n == 1 ? interval->high : choose (form, summary->high, interval->high);
  summary->weight = 1;
}

static Summary
summarise (const KpiRollingUp *rolling, const KpiSheet *sheet, gsize row, guint32 parent,
           const double *weights)
{
  const KpiLineage *lineage = rolling->lineage;
  Summary summary = {0};

  for (guint32 i = lineage->first[parent]; i < lineage->first[parent + 1]; i++) {
    guint32 child = lineage->children[i];
    double weight = weights == NULL ? 1 : weights[child];
    KpiInterval interval;

    if (!_kpi_sheet_is_measured (sheet, row + child) || !(weight > 0))
      continue;
    interval = _kpi_sheet_interval (sheet, row + child);
    take (&summary, rolling->rollup->form, sheet->value[row + child], &interval, weight);
  }
  return summary;
}

static void
put_cell (KpiSheet *sheet, gsize cell, const Summary *summary, double share)
{
  sheet->value[cell] = summary->point / summary->weight;
  if (sheet->value_low != NULL) {
    sheet->value_low[cell] = summary->low / summary->weight;
    sheet->value_high[cell] = summary->high / summary->weight;
  }
  sheet->marks[cell] |= KPI_MARK_ROLLED_UP;
  sheet->share[cell] = share;
}

void
_kpi_rollup_cells (KpiRollingUp *rolling, KpiSheet *sheet, guint32 slot, const KpiPeriod *period,
                   const double *weights)
{
  const KpiLineage *lineage = rolling->lineage;
  gsize row = (gsize)slot * sheet->n_areas;

  for (guint32 p = 0; p < lineage->n_parents; p++) {
    gsize cell = row + lineage->parents[p];
    Summary summary = summarise (rolling, sheet, row, p, weights);

    guint32 n_children = count_children (rolling, p, period);

    if (isnan (sheet->value[cell]) && summary.weight > 0 &&
        is_enough (rolling, summary.n, n_children))
      put_cell (sheet, cell, &summary, (double)summary.n / n_children);
  }
}
