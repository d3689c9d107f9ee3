/* SPDX-License-Identifier: MIT */
/* History: first observations and trends, from the past (past.h).
 *
 * Always true: moments ascend, in each of them something was observed, and what is taken from one
 * had ended by then: neither what is observed later nor what is asked for changes what is said of a
 * day.
 */

#include <math.h>

#include "score/check/checks.h"
#include "score/run/goals.h"
#include "score/prepare/history.h"
#include "score/prepare/past.h"

typedef struct {
  KpiRun *run;
  const KpiIndicator *indicator;
  const KpiRun *past;      /* the run itself, or what was measured again */
  const KpiSheet *numbers; /* of the moments */
  KpiArena arena;
  KpiMoment *moments;
  gsize n_moments;
  KpiWaypoint *points; /* scratch, one area's */
  double *scratch;
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

/* The value of an area at a moment; NaN where there is none. */
static double
value_at (const History *history, gsize moment, guint32 area)
{
  gsize cell = history->moments[moment].row + area;

  return _kpi_sheet_is_measured (history->numbers, cell) ? history->numbers->value[cell] : NAN;
}

static KpiWaypoint
find_first (const History *history, guint32 area)
{
  for (gsize m = 0; m < history->n_moments; m++) {
    double value = value_at (history, m, area);

    if (!isnan (value))
      return (KpiWaypoint){_kpi_day_year (history->moments[m].end), value};
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

  for (gsize m = 0; m < history->n_moments && history->moments[m].end <= day; m++) {
    KpiWaypoint point = {_kpi_day_year (history->moments[m].end), value_at (history, m, area)};

    if (baseline.time < point.time)
      take (history, &n, baseline);
    take (history, &n, point);
  }
  return n;
}

static KpiWaypoint
given_baseline (const History *history, guint32 area)
{
  const KpiTarget *target =
      _kpi_target_in (history->indicator, history->run->model, history->run->areas, area);

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
        _kpi_trend_of_points (history->points, n, history->scratch);
  }
}

static gboolean
fill_trends (History *history, KpiSheet *sheet)
{
  gsize n_points = history->n_moments + 1; /* and the baseline */

  sheet->trends = KPI_ARENA_NEW (&sheet->arena, KpiTrend, _kpi_sheet_n_cells (sheet));
  history->points = KPI_ARENA_NEW (&history->arena, KpiWaypoint, n_points);
  history->scratch = KPI_ARENA_NEW (&history->arena, double, _kpi_trend_scratch (n_points));
  if (sheet->trends == NULL || history->arena.failed)
    return FALSE;
  for (guint32 a = 0; a < sheet->n_areas; a++)
    fill_area_trends (history, sheet, a);
  return TRUE;
}

static gboolean
fill (History *history, KpiSheet *sheet)
{
  gboolean done;

  /* The shortest of those that end together is the freshest news, and the first is taken. */
  history->moments = _kpi_moments_new (&history->arena, history->past, history->numbers, ~0u,
                                       KPI_SHORTEST_FIRST, &history->n_moments);
  done = history->moments != NULL &&
         (!needs_first (history->run, history->indicator) || fill_first (history, sheet)) &&
         (!needs_trends (history->run, history->indicator) || fill_trends (history, sheet));
  _kpi_arena_clear (&history->arena);
  return done;
}

/* Jumps are heard of all the same: the last of them may be what the day shows. */
static void
check_jumps (const History *history, const KpiPast *past)
{
  KpiRun heard = past->run;

  heard.findings = history->run->findings;
  heard.remarks = history->run->remarks;
  _kpi_checks_jumps (&heard, history->indicator, &past->sheet);
}

static gboolean
fill_as_of (History *history, KpiSheet *sheet)
{
  KpiPast past;
  gboolean done = _kpi_past_measure (&past, history->run, history->indicator);

  history->past = &past.run;
  history->numbers = &past.sheet;
  done = done && fill (history, sheet);
  if (done)
    check_jumps (history, &past);
  _kpi_past_clear (&past);
  return done;
}

gboolean
_kpi_history_indicator (KpiRun *run, const KpiIndicator *indicator, KpiSheet *sheet)
{
  History history = {.run = run, .indicator = indicator, .past = run, .numbers = sheet};
  gboolean is_observed = indicator->measure.form != KPI_MEASURE_REGISTER;

  if (!is_observed || (!needs_first (run, indicator) && !needs_trends (run, indicator) &&
                       !needs_jumps (run, indicator)))
    return TRUE;
  return run->as_of && run->n_periods > 0 ? fill_as_of (&history, sheet) : fill (&history, sheet);
}
