/* SPDX-License-Identifier: MIT */
/* Changes, x being the value of the period and b that of the one a span before.
 *
 *   difference   x - b
 *   percent      100 . (x - b) / b                    b > 0
 *   annual       100 . ((x / b) ^ (1 / years) - 1)    b > 0, x >= 0
 *
 * Where b is not above 0, the others are missing: a rise from -10 to -5 is no fall by half. Years
 * are months / 12, and days / 365.25.
 *
 * Each is monotone in x and in b as long as b keeps its sign, so that extremes lie at corners.
 * Where b may be 0 or less, or x less than 0 for annual, nothing bounds the change. */

#include <math.h>

#include "score/measure/change.h"

#define DAYS_A_YEAR 365.25

static gint32
day_before (const KpiDuration *over, gint32 day)
{
  return over->months > 0 ? _kpi_day_add_months (day, -over->months) : day - over->days;
}

gboolean
_kpi_change_get_before (const KpiMeasure *measure, const KpiPeriod *period, KpiPeriod *out_before)
{
  KpiPeriod before = {day_before (&measure->over, period->start),
                      day_before (&measure->over, period->end), period->frequency};

  *out_before = before;
  if (before.start < 1)
    return FALSE;
  if (period->frequency != KPI_FREQUENCY_RANGE)
    before = _kpi_period_containing (before.start, period->frequency);
  return before.start == out_before->start && before.end == out_before->end;
}

static double
years (const KpiDuration *over)
{
  return over->months > 0 ? over->months / 12.0 : over->days / DAYS_A_YEAR;
}

double
_kpi_change_of (const KpiMeasure *measure, double now, double before)
{
  double change;

  if (measure->change == KPI_CHANGE_DIFFERENCE)
    change = now - before;
  else if (!(before > 0))
    change = NAN;
  else if (measure->change == KPI_CHANGE_PERCENT)
    change = isinf (before) ? 100 * (now / before - 1) : 100 * (now - before) / before;
  else
    change = now < 0 ? NAN : 100 * (pow (now / before, 1 / years (&measure->over)) - 1);
  return change;
}

static gboolean
may_be_undefined (const KpiMeasure *measure, const KpiInterval *now, const KpiInterval *before)
{
  if (measure->change == KPI_CHANGE_DIFFERENCE)
    return FALSE;
  return before->low <= 0 || (measure->change == KPI_CHANGE_ANNUAL && now->low < 0);
}

KpiInterval
_kpi_change_interval (const KpiMeasure *measure, const KpiInterval *now, const KpiInterval *before)
{
  const double nows[2] = {now->low, now->high}, befores[2] = {before->low, before->high};
  const gboolean now_open[2] = {now->low_open, now->high_open};
  const gboolean before_open[2] = {before->low_open, before->high_open};
  gboolean is_quotient = measure->change != KPI_CHANGE_DIFFERENCE;
  KpiInterval hull = {INFINITY, -INFINITY, TRUE, TRUE};

  if (may_be_undefined (measure, now, before))
    return KPI_EVERYTHING;
  for (int i = 0; i < 2; i++)
    for (int j = 0; j < 2; j++) /* 0 / b is 0 whatever b, so that only x can keep it from 0 */
      _kpi_interval_reach (&hull, _kpi_change_of (measure, nows[i], befores[j]),
                           now_open[i] || isinf (befores[j]) ||
                               (before_open[j] && !(is_quotient && nows[i] == 0)));
  return hull;
}
