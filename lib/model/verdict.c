/* SPDX-License-Identifier: MIT */
/* Stricter or weaker.
 *
 * The law: a demand is stricter than another if every value that meets it meets the other too, and
 * not the other way round. So `more_than 30` is stricter than `at_least 30`, a range stricter than
 * one around it, and `equal` stricter than a range that holds it, whichever way is better. A rank
 * is 1 or more, so that `equal 1` asks as much as `top 1`; among how many it counts (`of`) does not
 * matter. Demands neither of which holds the other are `other`: an end moved up and one moved
 * down, at_least against at_most.
 *
 * The sooner deadline asks more, and any asks more than none. It is weighed against the demand: one
 * that goes the same way is not told of, one that goes the other way is (`stricter_but_later`), and
 * of equal demands it alone is told (`earlier`, `later`). Stretch, baseline and path are no demand.
 */

#include <math.h>

#include "model/verdict.h"

const char *const _kpi_verdict_names[] = {[KPI_VERDICT_SAME] = "same",
                                          [KPI_VERDICT_STRICTER] = "stricter",
                                          [KPI_VERDICT_STRICTER_BUT_LATER] = "stricter_but_later",
                                          [KPI_VERDICT_WEAKER] = "weaker",
                                          [KPI_VERDICT_WEAKER_BUT_EARLIER] = "weaker_but_earlier",
                                          [KPI_VERDICT_EARLIER] = "earlier",
                                          [KPI_VERDICT_LATER] = "later",
                                          [KPI_VERDICT_OTHER] = "other",
                                          NULL};

/* The values that meet a demand. */
typedef struct {
  double low, high;
  gboolean without_low, without_high; /* whether the end itself does not */
} Span;

static Span
span_of (const KpiGoal *goal)
{
  switch (goal->demand) {
  case KPI_DEMAND_AT_LEAST:
    return (Span){goal->low, INFINITY, FALSE, FALSE};
  case KPI_DEMAND_MORE_THAN:
    return (Span){goal->low, INFINITY, TRUE, FALSE};
  case KPI_DEMAND_LESS_THAN:
    return (Span){-INFINITY, goal->low, FALSE, TRUE};
  case KPI_DEMAND_BETWEEN:
    return (Span){goal->low, goal->high, FALSE, FALSE};
  case KPI_DEMAND_AT_MOST:
  case KPI_DEMAND_TOP:
  default:
    return (Span){-INFINITY, goal->low, FALSE, FALSE};
  }
}

static void
cut_to_ranks (Span *span)
{
  if (span->low >= 1)
    return;
  span->low = 1;
  span->without_low = FALSE;
}

static gboolean
holds (const Span *outer, const Span *inner)
{
  gboolean low = outer->low < inner->low ||
                 (outer->low == inner->low && (inner->without_low || !outer->without_low));
  gboolean high = outer->high > inner->high ||
                  (outer->high == inner->high && (inner->without_high || !outer->without_high));

  return low && high;
}

static KpiVerdict
compare_demands (const KpiGoal *goal, const KpiGoal *overlaid)
{
  Span own = span_of (goal), other = span_of (overlaid);
  gboolean is_within, is_around;

  if (goal->demand == KPI_DEMAND_TOP || overlaid->demand == KPI_DEMAND_TOP) {
    cut_to_ranks (&own);
    cut_to_ranks (&other);
  }
  is_within = holds (&other, &own);
  is_around = holds (&own, &other);
  if (is_within && is_around)
    return KPI_VERDICT_SAME;
  if (is_within)
    return KPI_VERDICT_STRICTER;
  return is_around ? KPI_VERDICT_WEAKER : KPI_VERDICT_OTHER;
}

/* Below 0 if the first deadline asks more, above 0 if less. */
static gint
compare_deadlines (const KpiTarget *a, const KpiTarget *b)
{
  gint64 left = a->has_deadline ? a->deadline : G_MAXINT64;
  gint64 right = b->has_deadline ? b->deadline : G_MAXINT64;

  return left < right ? -1 : left > right;
}

KpiVerdict
_kpi_verdict_of (const KpiTarget *target, const KpiTarget *overlaid)
{
  KpiVerdict demand = compare_demands (&target->goal, &overlaid->goal);
  gint later = compare_deadlines (target, overlaid);

  if (demand == KPI_VERDICT_STRICTER && later > 0)
    return KPI_VERDICT_STRICTER_BUT_LATER;
  if (demand == KPI_VERDICT_WEAKER && later < 0)
    return KPI_VERDICT_WEAKER_BUT_EARLIER;
  if (demand != KPI_VERDICT_SAME || later == 0)
    return demand;
  return later < 0 ? KPI_VERDICT_EARLIER : KPI_VERDICT_LATER;
}
