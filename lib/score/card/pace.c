/* SPDX-License-Identifier: MIT */
/* Courses, worked out where they are asked for: all that they need stands in the model and the
 * sheet.
 *
 * Always true: before the baseline's time there is neither a pace nor anything required; from the
 * deadline on what is required is the target, and what is projected the value itself. */

#include <math.h>

#include "score/run/goals.h"
#include "score/card/pace.h"

static const KpiStatus statuses[] = {
    [KPI_PACE_ON_TRACK] = KPI_STATUS_ON_TRACK,     [KPI_PACE_BEHIND] = KPI_STATUS_BEHIND,
    [KPI_PACE_FAR_BEHIND] = KPI_STATUS_FAR_BEHIND, [KPI_PACE_MOVING_AWAY] = KPI_STATUS_MOVING_AWAY,
    [KPI_PACE_UNDEFINED] = KPI_STATUS_OPEN,
};

/* The value of a cell; NaN where it has none that counts. */
static KpiWaypoint
value_of (const KpiSheet *sheet, gsize cell, gint32 day)
{
  gboolean measured = cell != KPI_NO_CELL && _kpi_sheet_is_measured (sheet, cell);

  return (KpiWaypoint){_kpi_day_year (day), measured ? sheet->value[cell] : NAN};
}

static KpiTrend
trend_of (const KpiPacing *pacing, const KpiSheet *sheet, gsize cell, const KpiPaceCall *call)
{
  if (sheet->trends != NULL && cell != KPI_NO_CELL)
    return sheet->trends[cell];
  return _kpi_trend_through (call->from, call->now, pacing->forecast == KPI_FORECAST_GEOMETRIC);
}

static double
project (const KpiPaceCall *call, const KpiTrend *trend)
{
  if (isnan (call->now.value) || isnan (call->to.time))
    return NAN;
  if (call->now.time >= call->to.time)
    return call->now.value;
  return _kpi_trend_at (trend, call->to.time);
}

static gint32
find_day (const KpiPaceCall *call, const KpiGoal *goal, const KpiTrend *trend)
{
  double time = _kpi_trend_when (trend, call->to.value);

  if (isnan (call->now.value) || _kpi_goal_met (goal, call->now.value) || !(time >= call->now.time))
    return 0;
  return _kpi_day_of_year (time);
}

static gboolean
rises (const KpiGoal *goal, const KpiPaceCall *call)
{
  switch (goal->demand) {
  case KPI_DEMAND_AT_LEAST:
  case KPI_DEMAND_MORE_THAN:
    return TRUE;
  case KPI_DEMAND_BETWEEN:
    return call->to.value > call->from.value;
  case KPI_DEMAND_AT_MOST:
  case KPI_DEMAND_LESS_THAN:
  case KPI_DEMAND_TOP:
  default:
    return FALSE;
  }
}

/* Without a target, growth since the first observation is all there is. */
static KpiCourse
course_without_target (const KpiPacing *pacing, const KpiIndicator *indicator,
                       const KpiSheet *sheet, guint32 area, KpiWaypoint now)
{
  KpiCourse course = {NAN, NAN, NAN, 0, KPI_STATUS_NO_TARGET};

  if (pacing->has_no_target && sheet->first != NULL)
    course.status =
        statuses[_kpi_pacing_judge_growth (pacing, sheet->first[area], now, indicator->better,
                                           indicator->natural_limit, &course.pace)];
  return course;
}

KpiCourse
_kpi_course_of (const KpiPacing *pacing, const KpiIndicator *indicator, const KpiTarget *target,
                const KpiSheet *sheet, guint32 area, gsize cell, gint32 day)
{
  KpiPaceCall call = {.now = value_of (sheet, cell, day), .zero = pacing->zero};
  KpiCourse course = {NAN, NAN, NAN, 0, KPI_STATUS_OPEN};
  KpiTrend trend;

  if (target == NULL)
    return course_without_target (pacing, indicator, sheet, area, call.now);
  call.from = _kpi_target_baseline (target, sheet->first != NULL ? &sheet->first[area] : NULL);
  call.to = _kpi_target_aim (target, call.from);
  call.rises = rises (&target->goal, &call);
  trend = trend_of (pacing, sheet, cell, &call);
  course.required = call.required = _kpi_target_required (target, call.from, call.now.time);
  course.projected = call.projected = project (&call, &trend);
  course.met_on = find_day (&call, &target->goal, &trend);
  if (!isnan (call.now.value) && call.now.time >= call.from.time)
    course.status = statuses[_kpi_pacing_judge (pacing, &call, &course.pace)];
  return course;
}
