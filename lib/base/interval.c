/* SPDX-License-Identifier: MIT */
/* Interval arithmetic.
 *
 * Always true: an end is open if every combination of ends that reaches it uses an open one. */

#include "base/interval.h"

double
_kpi_open_value (double value, KpiOpen open)
{
  if (open == KPI_OPEN_ABOVE)
    return nextafter (value, INFINITY);
  if (open == KPI_OPEN_BELOW)
    return nextafter (value, -INFINITY);
  return value;
}

KpiInterval
_kpi_interval_within (KpiInterval interval, const double valid[2])
{
  if (interval.low < valid[0]) {
    interval.low = valid[0];
    interval.low_open = FALSE;
  }
  if (interval.high > valid[1]) {
    interval.high = valid[1];
    interval.high_open = FALSE;
  }
  return interval;
}

void
_kpi_interval_open (const KpiInterval *interval, double *out_low, double *out_high)
{
  *out_low = _kpi_open_value (interval->low, interval->low_open ? KPI_OPEN_ABOVE : KPI_OPEN_NOT);
  *out_high = _kpi_open_value (interval->high, interval->high_open ? KPI_OPEN_BELOW : KPI_OPEN_NOT);
}

void
_kpi_interval_add (KpiInterval *sum, double factor, const KpiInterval *interval)
{
  gboolean turned = factor < 0;

  if (factor == 0)
    return;
  sum->low += factor * (turned ? interval->high : interval->low);
  sum->high += factor * (turned ? interval->low : interval->high);
  sum->low_open |= turned ? interval->high_open : interval->low_open;
  sum->high_open |= turned ? interval->low_open : interval->high_open;
}

void
_kpi_interval_reach (KpiInterval *hull, double point, gboolean open)
{
  if (isnan (point))
    return;
  if (point < hull->low || (point == hull->low && !open)) {
    hull->low = point;
    hull->low_open = open;
  }
  if (point > hull->high || (point == hull->high && !open)) {
    hull->high = point;
    hull->high_open = open;
  }
}
