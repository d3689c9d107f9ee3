/* SPDX-License-Identifier: MIT */
/* History.
 *
 * A run by periods has it in its own sheet. A run as of a day knows one value an area, so that what
 * had ended before is measured anew, by the same steps.
 *
 * Always true: moments ascend, in each of them something was observed, and what is taken from one
 * had ended by then: neither what is observed later nor what is asked for changes what is said of a
 * day.
 */

#include <math.h>

#include "base/sort.h"
#include "score/run/time-axis.h"
#include "score/check/checks.h"
#include "score/run/goals.h"
#include "score/prepare/history.h"
#include "score/measure/measure.h"

/* A period of the past with its numbers. */
typedef struct {
  KpiPeriod period;
  guint32 slot;
} Moment;

typedef struct {
  KpiRun *run;
  const KpiIndicator *indicator;
  const KpiSheet *past; /* the numbers of the moments */
  Moment *moments;
  gsize n_moments;
  KpiWaypoint *points; /* scratch, one area's */
  double *numbers;     /* scratch */
} History;

static gboolean
starts_at_first (const KpiIndicator *indicator)
{
  gboolean starts = indicator->has_target && indicator->target.goal.from_first;

  for (gsize i = 0; i < indicator->n_overrides; i++)
    starts |= indicator->overrides[i].target.goal.from_first;
  return starts;
}

static gboolean
needs_first (const KpiRun *run, const KpiIndicator *indicator)
{
  return starts_at_first (indicator) ||
         (run->model->pacing.has_no_target && !indicator->has_target);
}

static gboolean
needs_trends (const KpiRun *run, const KpiIndicator *indicator)
{
  return run->model->pacing.forecast == KPI_FORECAST_THEIL_SEN && indicator->has_target;
}

/* A run by periods sees jumps in its own sheet. */
static gboolean
needs_jumps (const KpiRun *run, const KpiIndicator *indicator)
{
  return run->as_of && !isinf (indicator->max_change);
}

/* ---- Moments */

/* By end; of those that end together the shortest first, as the freshest news is taken first. */
static gint
compare_moments (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const KpiPeriod *left = &((const Moment *)a)->period, *right = &((const Moment *)b)->period;

  (void)user_data;
  if (left->end != right->end)
    return left->end < right->end ? -1 : 1;
  return _kpi_period_compare (right, left);
}

static gboolean
fill_moments (History *history, const KpiPeriod *periods, gsize n_periods)
{
  history->moments = g_try_new (Moment, MAX (n_periods, 1));
  if (history->moments == NULL)
    return FALSE;
  for (gsize p = 0; p < n_periods; p++)
    if (history->past->slots[p] != KPI_NO_SLOT && _kpi_sheet_has_own (history->past, &periods[p]))
      history->moments[history->n_moments++] = (Moment){periods[p], history->past->slots[p]};
  _kpi_sort (history->moments, history->n_moments, sizeof *history->moments, compare_moments, NULL);
  return TRUE;
}

/* The value of an area at a moment; NaN where there is none. */
static double
value_at (const History *history, gsize moment, guint32 area)
{
  gsize cell = (gsize)history->moments[moment].slot * history->past->n_areas + area;

  return _kpi_sheet_is_measured (history->past, cell) ? history->past->value[cell] : NAN;
}

/* ---- First observations */

static KpiWaypoint
find_first (const History *history, guint32 area)
{
  for (gsize m = 0; m < history->n_moments; m++) {
    double value = value_at (history, m, area);

    if (!isnan (value))
      return (KpiWaypoint){_kpi_day_year (history->moments[m].period.end), value};
  }
  return KPI_NO_WAYPOINT;
}

static gboolean
fill_first (const History *history, KpiSheet *sheet)
{
  sheet->first = KPI_ARENA_NEW (&sheet->arena, KpiWaypoint, sheet->n_areas);
  for (guint32 a = 0; sheet->first != NULL && a < sheet->n_areas; a++)
    sheet->first[a] = find_first (history, a);
  return sheet->first != NULL;
}

/* ---- Trends */

/* Takes a point behind those that are there; of two at one time the first stays. */
static void
take (History *history, gsize *n, KpiWaypoint point)
{
  if (isnan (point.value) || isnan (point.time))
    return;
  if (*n == 0 || history->points[*n - 1].time < point.time)
    history->points[(*n)++] = point;
}

/* The points of an area up to a day: what was observed, and where the target starts. */
static gsize
gather_points (History *history, guint32 area, KpiWaypoint baseline, gint32 day)
{
  gsize n = 0;

  for (gsize m = 0; m < history->n_moments && history->moments[m].period.end <= day; m++) {
    KpiWaypoint point = {_kpi_day_year (history->moments[m].period.end),
                         value_at (history, m, area)};

    if (baseline.time < point.time)
      take (history, &n, baseline);
    take (history, &n, point);
  }
  return n;
}

static KpiWaypoint
given_baseline (const History *history, guint32 area)
{
  const KpiModel *model = history->run->model;
  const char *level = area < model->n_areas ? model->areas[area].level : "";
  const KpiTarget *target =
      _kpi_target_for (history->indicator, _kpi_areas_get (history->run->areas, area), level);

  if (target == NULL || target->goal.from_first) /* that one is among what was observed */
    return KPI_NO_WAYPOINT;
  return _kpi_target_baseline (target, NULL);
}

static void
fill_area_trends (History *history, KpiSheet *sheet, guint32 area)
{
  KpiWaypoint baseline = given_baseline (history, area);

  for (gsize p = 0; p < history->run->n_periods; p++) {
    gsize n;

    if (sheet->slots[p] == KPI_NO_SLOT)
      continue;
    n = gather_points (history, area, baseline, history->run->periods[p].end);
    sheet->trends[(gsize)sheet->slots[p] * sheet->n_areas + area] =
        _kpi_trend_of_points (history->points, n, history->numbers);
  }
}

static gboolean
fill_trends (History *history, KpiSheet *sheet)
{
  gsize n_points = history->n_moments + 1; /* and the baseline */

  sheet->trends = KPI_ARENA_NEW (&sheet->arena, KpiTrend, _kpi_sheet_n_cells (sheet));
  history->points = g_try_new (KpiWaypoint, n_points);
  history->numbers = g_try_new (double, _kpi_trend_scratch (n_points));
  if (sheet->trends == NULL || history->points == NULL || history->numbers == NULL)
    return FALSE;
  for (guint32 a = 0; a < sheet->n_areas; a++)
    fill_area_trends (history, sheet, a);
  return TRUE;
}

/* ---- All */

static gboolean
fill (History *history, KpiSheet *sheet, const KpiPeriod *periods, gsize n_periods)
{
  gboolean done =
      fill_moments (history, periods, n_periods) &&
      (!needs_first (history->run, history->indicator) || fill_first (history, sheet)) &&
      (!needs_trends (history->run, history->indicator) || fill_trends (history, sheet));

  g_free (history->moments);
  g_free (history->points);
  g_free (history->numbers);
  return done;
}

/* Jumps are told all the same: the last of them may be what the day shows. */
static void
check_jumps (const History *history, const KpiRun *past, const KpiSheet *numbers)
{
  KpiRun told = *past;

  told.findings = history->run->findings;
  told.remarks = history->run->remarks;
  _kpi_checks_jumps (&told, history->indicator, numbers);
}

/* Measures what had been observed by the as-of day. What is wrong there is not of that day. */
static gboolean
fill_as_of (History *history, KpiSheet *sheet)
{
  g_autoptr (KpiFindings) unsaid = _kpi_findings_new ();
  KpiRun past = *history->run;
  KpiSheet numbers = {0};
  gboolean done;

  past.as_of = FALSE;
  past.findings = unsaid;
  past.remarks = NULL;
  past.periods = NULL;
  done = _kpi_time_axis_set_ended (&past, history->run->periods[0].end) &&
         _kpi_run_check_size (history->run, past.n_periods, 1, "indicators") &&
         _kpi_measure_indicator (&past, history->indicator, &numbers);
  history->past = &numbers;
  done = done && fill (history, sheet, past.periods, past.n_periods);
  if (done)
    check_jumps (history, &past, &numbers);
  _kpi_sheet_clear (&numbers);
  g_free (past.periods);
  return done;
}

gboolean
_kpi_history_indicator (KpiRun *run, const KpiIndicator *indicator, KpiSheet *sheet)
{
  History history = {.run = run, .indicator = indicator, .past = sheet};
  gboolean is_observed = indicator->measure.form != KPI_MEASURE_REGISTER;

  if (!is_observed || (!needs_first (run, indicator) && !needs_trends (run, indicator) &&
                       !needs_jumps (run, indicator)))
    return TRUE;
  if (run->as_of && run->n_periods > 0)
    return fill_as_of (&history, sheet);
  return fill (&history, sheet, run->periods, run->n_periods);
}
