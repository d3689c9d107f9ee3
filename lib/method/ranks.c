/* SPDX-License-Identifier: MIT */
/* Ranks among the values of a fit.
 *
 *   R = 1 + those below + ties * others that are equal,   ties: 0 (low), 1/2 (average), 1 (high)
 *
 * A value that is not in the fit takes the rank that it would have in it; one that equals a value
 * of the fit is that value.
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5.
 * A gap: no value, no rank. */

#include <math.h>

#include "base/sort.h"
#include "method/ranks.h"

const char *const _kpi_ties_names[] = {"low", "average", "high", NULL};
static const double shares[] = {0, 0.5, 1};

/* How many equal x, of those from `below` on. Mostly none or one: looking is faster than halving.
 */
static gsize
count_equal (const double *sorted, gsize n, gsize below, double x)
{
  if (below == n || sorted[below] != x)
    return 0;
  if (below + 1 == n || sorted[below + 1] != x)
    return 1;
  return _kpi_sort_count_below (sorted + below, n - below, nextafter (x, INFINITY));
}

static double
share_of_ties (const KpiScoringCall *call)
{
  return shares[call->scoring->options[0].choice];
}

static double
others (gsize equal, gboolean one_is_mine)
{
  return equal > 0 && one_is_mine ? (double)(equal - 1) : (double)equal;
}

void
_kpi_ranks (const KpiScoringCall *call, const double *values, double *out_ranks, gsize n)
{
  const KpiFitted *fitted = call->fitted;
  double share = share_of_ties (call);

  for (gsize i = 0; i < n; i++) {
    gsize below = _kpi_sort_count_below (fitted->values, fitted->n, values[i]);
    gsize equal = count_equal (fitted->values, fitted->n, below, values[i]);

    out_ranks[i] = isnan (values[i]) ? NAN : 1 + (double)below + share * others (equal, TRUE);
  }
}

void
_kpi_ranks_bounds (const KpiScoringCall *call, double low, double high, gboolean is_member,
                   double *out_low, double *out_high)
{
  const KpiFitted *fitted = call->fitted;
  double share = share_of_ties (call);
  gboolean may_meet_itself = !is_member || low == high;
  gsize below_low = _kpi_sort_count_below (fitted->highs, fitted->n, low);
  gsize at_low = count_equal (fitted->highs, fitted->n, below_low, low);
  gsize below_high = _kpi_sort_count_below (fitted->lows, fitted->n, high);
  gsize at_high = count_equal (fitted->lows, fitted->n, below_high, high);

  if (is_member && low < high) /* its own low is below its high, and no rival */
    below_high--;
  *out_low = 1 + (double)below_low + share * others (at_low, may_meet_itself);
  *out_high = 1 + (double)below_high + share * others (at_high, may_meet_itself);
}
