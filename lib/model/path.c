/* SPDX-License-Identifier: MIT */
/* The way from the baseline to the target.
 *
 * Always true of milestones: they ascend, no two stand at one time. Those of a draft hold NaN where
 * they take one away; a whole target has none of these. */

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/sort.h"
#include "model/path.h"
#include "model/schema/schema.h"

static gint
compare_waypoints (gconstpointer a, gconstpointer b, gpointer unused)
{
  double left = ((const KpiWaypoint *)a)->time, right = ((const KpiWaypoint *)b)->time;

  (void)unused;
  return left < right ? -1 : left > right;
}

static void
format_day (double time, char buffer[KPI_PERIOD_SIZE])
{
  KpiPeriod day = _kpi_period_of_day (_kpi_day_of_year (time));

  _kpi_period_format (&day, buffer);
}

/* Two keys may end on one day: 2025 and 2025-12. */
static gboolean
has_twins (const KpiCursor *at, const KpiTarget *target)
{
  for (gsize i = 1; i < target->n_path; i++) {
    char day[KPI_PERIOD_SIZE];

    if (target->path[i - 1].time != target->path[i].time)
      continue;
    format_day (target->path[i].time, day);
    _kpi_cursor_error (at, KPI_ERROR_DUPLICATE, "found two milestones that end on %s, expected one",
                       day);
    return TRUE;
  }
  return FALSE;
}

static gboolean
read_milestones (const KpiCursor *at, KpiTarget *target)
{
  gsize n = _kpi_cursor_length (at);

  target->path = g_try_new (KpiWaypoint, MAX (n, 1));
  if (target->path == NULL)
    return _kpi_cursor_fail_memory (at);
  for (gsize i = 0; i < n; i++) {
    KpiCursor entry = _kpi_cursor_entry (at, i);
    KpiPeriod period;
    const char *why;

    _kpi_period_parse (entry.key, &period, &why);
    target->path[target->n_path++] = (KpiWaypoint){
        _kpi_day_year (period.end), entry.node != NULL ? _kpi_cursor_number (&entry) : NAN};
  }
  _kpi_sort (target->path, target->n_path, sizeof *target->path, compare_waypoints, NULL);
  return !has_twins (at, target);
}

gboolean
_kpi_path_read (const KpiCursor *at, KpiTargetDraft *draft)
{
  KpiCursor path = _kpi_cursor_get (at, "path"), way = _kpi_cursor_get (at, "way");

  if (way.node != NULL || _kpi_cursor_is_removed (at, "way"))
    draft->says |= KPI_SAYS_WAY;
  draft->target.way = (KpiWay)_kpi_cursor_choice (&way, _kpi_way_names);
  if (path.node != NULL)
    draft->says |= KPI_SAYS_PATH;
  else if (_kpi_cursor_is_removed (at, "path"))
    draft->says |= KPI_SAYS_NO_PATH;
  return path.node == NULL || read_milestones (&path, &draft->target);
}

/* Whether one of the first `n` milestones stands at a time. */
static gboolean
stands_at (const KpiWaypoint *path, gsize n, double time)
{
  for (gsize i = 0; i < n; i++)
    if (path[i].time == time)
      return TRUE;
  return FALSE;
}

static void
leave_out_removed (KpiTarget *target)
{
  gsize n = 0;

  for (gsize i = 0; i < target->n_path; i++)
    if (!isnan (target->path[i].value))
      target->path[n++] = target->path[i];
  target->n_path = n;
}

gboolean
_kpi_path_inherit (KpiTargetDraft *draft, const KpiTarget *base)
{
  KpiTarget *target = &draft->target;
  gsize n_own = target->n_path;
  KpiWaypoint *path;

  if (!(draft->says & KPI_SAYS_WAY))
    target->way = base->way;
  if ((draft->says & KPI_SAYS_NO_PATH) || base->n_path == 0) {
    leave_out_removed (target);
    return TRUE;
  }
  path = g_try_renew (KpiWaypoint, target->path, n_own + base->n_path);
  if (path == NULL)
    return FALSE;
  target->path = path;
  for (gsize i = 0; i < base->n_path; i++)
    if (!stands_at (path, n_own, base->path[i].time))
      path[target->n_path++] = base->path[i];
  leave_out_removed (target);
  _kpi_sort (path, target->n_path, sizeof *path, compare_waypoints, NULL);
  return TRUE;
}

static gboolean
has_baseline (const KpiTarget *target)
{
  return target->goal.from_first || !isnan (target->goal.baseline);
}

/* A value of one without a time, or the other way round: what one file says, another took away. */
static void
judge_start (const KpiCursor *at, const KpiTarget *target)
{
  KpiCursor baseline = _kpi_cursor_get (at, "baseline");
  gboolean has_value = !isnan (target->goal.baseline), has_time = !isnan (target->start);

  if (has_value != has_time)
    _kpi_cursor_error (&baseline, KPI_ERROR_MISSING, "found a baseline without %s, expected both",
                       has_value ? "at" : "value");
  else if (has_time && target->has_deadline && target->start >= _kpi_day_year (target->deadline))
    _kpi_cursor_warn (&baseline, KPI_ERROR_CONFLICT,
                      "found a baseline that is not before the deadline: nothing is required");
}

static void
refuse_first (const KpiCursor *at)
{
  KpiCursor baseline = _kpi_cursor_get (at, "baseline");

  _kpi_cursor_error (&baseline, KPI_ERROR_CONFLICT,
                     "found first, but a register has no first observation; expected {value, at}");
}

static void
judge_milestone (const KpiCursor *at, const KpiTarget *target, KpiWaypoint milestone)
{
  gboolean is_late = milestone.time >= _kpi_day_year (target->deadline);
  char day[KPI_PERIOD_SIZE];

  if (!is_late && !(milestone.time <= target->start)) /* not known of a first observation */
    return;
  format_day (milestone.time, day);
  _kpi_cursor_warn (at, KPI_ERROR_UNUSED,
                    "found a milestone that ends on %s, expected one %s; it is passed over", day,
                    is_late ? "before the deadline" : "after the baseline");
}

static void
judge_milestones (const KpiCursor *at, const KpiTarget *target)
{
  KpiCursor path = _kpi_cursor_get (at, "path");

  if (!has_baseline (target) || !target->has_deadline) {
    _kpi_cursor_warn (&path, KPI_ERROR_UNUSED, "found a path without a %s: nothing is required",
                      target->has_deadline ? "baseline" : "deadline");
    return;
  }
  for (gsize i = 0; i < target->n_path; i++)
    judge_milestone (&path, target, target->path[i]);
}

static gboolean
have_one_sign (double a, double b)
{
  return (a > 0 && b > 0) || (a < 0 && b < 0);
}

/* Growth at one rate gets neither to 0 nor across it. */
static void
judge_geometric (const KpiCursor *at, const KpiTarget *target)
{
  KpiCursor way = _kpi_cursor_get (at, "way");
  double end = _kpi_goal_nearer_end (&target->goal, target->goal.baseline);
  double start = isnan (target->goal.baseline) ? end : target->goal.baseline;
  gboolean crosses = !have_one_sign (start, end);

  for (gsize i = 0; i < target->n_path; i++)
    crosses |= !have_one_sign (target->path[i].value, end);
  if (crosses)
    _kpi_cursor_error (&way, KPI_ERROR_CONFLICT,
                       "found a geometric way to, from or across 0, expected values of one sign");
}

void
_kpi_path_judge (const KpiCursor *at, KpiTargetDraft *draft, const KpiTargetContext *context)
{
  const KpiTarget *target = &draft->target;

  leave_out_removed (&draft->target);
  if ((draft->says & KPI_SAYS_BASELINE) && target->goal.from_first && !context->is_observed)
    refuse_first (at);
  if (draft->says & (KPI_SAYS_BASELINE | KPI_SAYS_START | KPI_SAYS_DEADLINE))
    judge_start (at, target);
  if (draft->says & KPI_SAYS_PATH)
    judge_milestones (at, target);
  if (target->way == KPI_WAY_GEOMETRIC &&
      (draft->says & (KPI_SAYS_DEMAND | KPI_SAYS_BASELINE | KPI_SAYS_PATH | KPI_SAYS_WAY)))
    judge_geometric (at, target);
}
