/* SPDX-License-Identifier: MIT */
/* Trends.
 *
 *   linear      x + (x - b) / (t - t0) (T - t)
 *   geometric   x ((x / b)^(1 / (t - t0)))^(T - t)
 *   Theil-Sen   a + m T, m the median of the slopes of all pairs of points, a that of y - m t
 *
 * Source: H. Theil (1950) and P. K. Sen, Journal of the American Statistical Association 63 (1968):
 * nearly a third of the points may lie anywhere without carrying the line away.
 * A gap: less than two points, or growth that would have to cross 0, nothing is expected. */

#include <math.h>

#include "method/forecast.h"
#include "method/quantile.h"

const char *const _kpi_forecast_names[] = {"linear", "geometric", "theil_sen", NULL};

static const KpiTrend none = {.at = {NAN, NAN}, .rate = NAN};

KpiTrend
_kpi_trend_through (KpiWaypoint from, KpiWaypoint to, gboolean grows)
{
  double years = to.time - from.time;
  double rate = grows ? pow (to.value / from.value, 1 / years) : (to.value - from.value) / years;

  if (!(years > 0) || !isfinite (rate) || (grows && !(to.value / from.value > 0)))
    return none;
  return (KpiTrend){to, rate, grows};
}

gsize
_kpi_trend_scratch (gsize n)
{
  gsize n_points = MIN (n, KPI_MAX_TREND_POINTS);

  return MAX (n_points * (n_points + 1) / 2, 1); /* n (n - 1) / 2 pairs, then n heights */
}

KpiTrend
_kpi_trend_of_points (const KpiWaypoint *points, gsize n, double *scratch)
{
  gsize n_slopes = 0;
  double slope, last;

  if (n < 2)
    return none;
  if (n > KPI_MAX_TREND_POINTS) {
    points += n - KPI_MAX_TREND_POINTS;
    n = KPI_MAX_TREND_POINTS;
  }
  last = points[n - 1].time;
  for (gsize i = 0; i < n; i++)
    for (gsize j = i + 1; j < n; j++)
      scratch[n_slopes++] = (points[j].value - points[i].value) / (points[j].time - points[i].time);
  slope = _kpi_median (scratch, n_slopes);
  for (gsize i = 0; i < n; i++) /* heights at the last point's time, where no digits are lost */
    scratch[i] = points[i].value + slope * (last - points[i].time);
  return (KpiTrend){{last, _kpi_median (scratch, n)}, slope, FALSE};
}

double
_kpi_trend_at (const KpiTrend *trend, double time)
{
  double years = time - trend->at.time;
  double value = trend->grows ? trend->at.value * pow (trend->rate, years)
                              : trend->at.value + trend->rate * years;

  return isfinite (value) ? value : NAN;
}

double
_kpi_trend_when (const KpiTrend *trend, double value)
{
  double years = trend->grows ? log (value / trend->at.value) / log (trend->rate)
                              : (value - trend->at.value) / trend->rate;

  return isfinite (years) ? trend->at.time + years : NAN;
}
