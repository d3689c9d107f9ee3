/* SPDX-License-Identifier: MIT */
/* Bounds of measures.
 *
 * A sum's ends are the sums of its terms' ends, with the sign. A series that occurs several times
 * counts once, with its signs added up, so that a - a is 0 and not a spread.
 *
 * A ratio N / D is monotone in each series as long as D keeps its sign, so that its extremes lie at
 * corners. Series of one side alone are summed to an interval first; those on both sides are tried
 * at both ends each, 2^k corners. */

#include <math.h>

#include "score/measure/bounds.h"
#include "score/measure/change.h"

static gboolean
spans_zero (const KpiInterval *interval)
{
  return interval->low <= 0 && interval->high >= 0;
}

static void
reach_quotients (KpiInterval *hull, double per, const KpiInterval *n, const KpiInterval *d)
{
  const double ns[2] = {n->low, n->high}, ds[2] = {d->low, d->high};
  const gboolean n_open[2] = {n->low_open, n->high_open};
  const gboolean d_open[2] = {d->low_open, d->high_open};

  for (int i = 0; i < 2; i++)
    for (int j = 0; j < 2; j++) /* 0 / d is 0 whatever d, so that only n can keep it from 0 */
      _kpi_interval_reach (hull, per * ns[i] / ds[j],
                           n_open[i] || isinf (ds[j]) || (d_open[j] && ns[i] != 0));
}

gsize
_kpi_bounds_gather (const KpiMeasure *measure, KpiBoundsPart *parts, guint32 *part_of)
{
  gsize n_parts = 0;

  for (gsize t = 0; t < measure->n_of + measure->n_to; t++) {
    gboolean is_of = t < measure->n_of;
    const KpiTerm *term = is_of ? &measure->of[t] : &measure->to[t - measure->n_of];
    gsize i = 0;

    while (i < n_parts && (parts[i].series != term->series || measure->form == KPI_MEASURE_CHANGE))
      i++;
    if (i == n_parts)
      parts[n_parts++] = (KpiBoundsPart){.series = term->series};
    *(is_of ? &parts[i].of : &parts[i].to) += term->sign;
    part_of[t] = (guint32)i;
  }
  return n_parts;
}

static gboolean
is_shared (const KpiBoundsPart *part)
{
  return part->of != 0 && part->to != 0 && !_kpi_interval_is_exact (&part->interval);
}

/* One corner of the shared series: bit i of `corner` takes the i-th at its high end. */
static void
reach_corner (KpiInterval *hull, double per, const KpiBoundsPart *shared, gsize n_shared,
              guint corner, KpiInterval n, KpiInterval d)
{
  const KpiBoundsPart *infinite = NULL;
  gsize n_infinite = 0;

  for (gsize i = 0; i < n_shared; i++) {
    const KpiInterval *from = &shared[i].interval;
    gboolean up = (corner >> i) & 1;
    KpiInterval end = KPI_EXACT (up ? from->high : from->low);

    end.low_open = end.high_open = up ? from->high_open : from->low_open;
    if (isinf (end.low)) {
      infinite = &shared[i];
      n_infinite++;
    }
    _kpi_interval_add (&n, shared[i].of, &end);
    _kpi_interval_add (&d, shared[i].to, &end);
  }
  if (n_infinite > 1)
    return;             /* whatever way they take together lies between the ways of each alone */
  if (infinite != NULL) /* beyond all bounds nothing but its own coefficients counts */
    _kpi_interval_reach (hull, per * infinite->of / infinite->to, TRUE);
  else
    reach_quotients (hull, per, &n, &d);
}

static KpiInterval
ratio (double per, const KpiBoundsPart *parts, gsize n_parts)
{
  KpiInterval hull = {INFINITY, -INFINITY, TRUE, TRUE};
  KpiInterval n = KPI_EXACT (0), d = KPI_EXACT (0), whole_d = KPI_EXACT (0);
  KpiBoundsPart shared[KPI_MAX_SHARED];
  gsize n_shared = 0;

  for (gsize i = 0; i < n_parts; i++) {
    _kpi_interval_add (&whole_d, parts[i].to, &parts[i].interval);
    if (is_shared (&parts[i]) && n_shared < KPI_MAX_SHARED)
      shared[n_shared++] = parts[i];
    else {
      _kpi_interval_add (&n, parts[i].of, &parts[i].interval);
      _kpi_interval_add (&d, parts[i].to, &parts[i].interval);
    }
  }
  if (spans_zero (&whole_d))
    return KPI_EVERYTHING;
  for (guint corner = 0; corner < 1u << n_shared; corner++)
    reach_corner (&hull, per, shared, n_shared, corner, n, d);
  if (hull.low == hull.high) /* a / a: the one value is reached */
    hull.low_open = hull.high_open = FALSE;
  return hull;
}

KpiInterval
_kpi_bounds_of_measure (const KpiMeasure *measure, const KpiBoundsPart *parts, gsize n_parts)
{
  KpiInterval sum = KPI_EXACT (0);

  if (measure->form == KPI_MEASURE_RATIO)
    return ratio (measure->per, parts, n_parts);
  if (measure->form == KPI_MEASURE_CHANGE)
    return _kpi_change_interval (measure, &parts[0].interval, &parts[1].interval);
  for (gsize i = 0; i < n_parts; i++)
    _kpi_interval_add (&sum, parts[i].of, &parts[i].interval);
  return sum;
}
