/* SPDX-License-Identifier: MIT */
/* Imputing along time.
 *
 * Values of one frequency stand in for each other, those of a month not for those of a year; as of
 * a day, whatever was there last. A run as of a day looks back on what had ended before (past.h):
 * it is needed where the latest value lies outside `valid`, or a series is carried no further. */

#include <math.h>

#include "score/prepare/gaps.h"
#include "score/prepare/impute-time.h"
#include "score/prepare/past.h"

static KpiWaypoint
observed_at (const KpiSheet *sheet, const KpiMoment *moment, guint32 area)
{
  double value = _kpi_gaps_get_observed (sheet, moment->row + area);

  return isnan (value) ? KPI_NO_WAYPOINT : (KpiWaypoint){_kpi_day_year (moment->end), value};
}

static KpiWaypoint
find_after (const KpiSheet *sheet, const KpiMoment *moments, gsize n, guint32 area)
{
  for (gsize m = 0; m < n; m++) {
    KpiWaypoint point = observed_at (sheet, &moments[m], area);

    if (!isnan (point.value))
      return point;
  }
  return KPI_NO_WAYPOINT;
}

/* Fills one area's gaps of one frequency, in one walk: the observation after is looked for once for
 * all of the gaps before it. `gaps` is by moment and area. */
static gboolean
fill_area (const KpiImputingMethod *method, KpiSheet *sheet, const KpiMoment *moments, gsize n,
           const guint8 *gaps, guint32 area)
{
  KpiWaypoint before = KPI_NO_WAYPOINT, after = KPI_NO_WAYPOINT;
  gboolean looked = FALSE;

  for (gsize m = 0; m < n; m++) {
    KpiWaypoint here = observed_at (sheet, &moments[m], area);

    if (!isnan (here.value)) {
      before = here;
      looked = FALSE;
      continue;
    }
    if (!gaps[m * sheet->n_areas + area])
      continue;
    if (!looked)
      after = find_after (sheet, moments + m, n - m, area);
    looked = TRUE;
    if (!_kpi_gaps_fill (sheet, moments[m].row + area,
                         method->at_time (before, after, _kpi_day_year (moments[m].end))))
      return FALSE;
  }
  return TRUE;
}

static gboolean
fill_frequency (KpiRun *run, const KpiIndicator *indicator, KpiSheet *sheet, KpiFrequency frequency)
{
  const KpiImputingMethod *method = indicator->imputing.method;
  KpiArena arena = {0};
  gsize n;
  KpiMoment *moments =
      _kpi_moments_new (&arena, run, sheet, 1u << frequency, KPI_LONGEST_FIRST, &n);
  guint8 *gaps = KPI_ARENA_NEW (&arena, guint8, n * sheet->n_areas); /* at most as many as cells */
  gboolean done = !arena.failed;

  for (gsize m = 0; done && m < n; m++)
    _kpi_gaps_find (run, indicator, sheet, moments[m].period, gaps + m * sheet->n_areas);
  for (guint32 a = 0; done && n > 0 && a < sheet->n_areas; a++)
    done = fill_area (method, sheet, moments, n, gaps, a);
  _kpi_arena_clear (&arena);
  return done;
}

/* Fills the gaps of the day from what an area had before, of whatever frequency; after it there is
 * nothing. */
static gboolean
fill_day (const KpiRun *run, const KpiIndicator *indicator, KpiSheet *sheet, const KpiPast *past)
{
  double day = _kpi_day_year (run->periods[0].end);
  KpiArena arena = {0};
  gsize n;
  KpiMoment *moments =
      _kpi_moments_new (&arena, &past->run, &past->sheet, ~0u, KPI_LONGEST_FIRST, &n);
  guint8 *gaps = KPI_ARENA_NEW (&arena, guint8, sheet->n_areas);
  gboolean done = !arena.failed;

  if (done)
    _kpi_gaps_find (run, indicator, sheet, 0, gaps);
  for (guint32 a = 0; done && a < sheet->n_areas; a++) {
    KpiWaypoint before = KPI_NO_WAYPOINT;

    for (gsize m = n; gaps[a] && m-- > 0 && isnan (before.value);)
      before = observed_at (&past->sheet, &moments[m], a);
    done = !gaps[a] ||
           _kpi_gaps_fill (sheet, a,
                           indicator->imputing.method->at_time (before, KPI_NO_WAYPOINT, day));
  }
  _kpi_arena_clear (&arena);
  return done;
}

/* Items of a register are counted as of any day, so that no day has a gap which an earlier one
 * would fill. */
static gboolean
fill_as_of (KpiRun *run, const KpiIndicator *indicator, KpiSheet *sheet)
{
  KpiPast past;
  gboolean done;

  if (run->n_periods == 0 || indicator->measure.form == KPI_MEASURE_REGISTER)
    return TRUE;
  done = _kpi_past_measure (&past, run, indicator) && fill_day (run, indicator, sheet, &past);
  _kpi_past_clear (&past);
  return done;
}

gboolean
_kpi_impute_along (KpiRun *run, const KpiIndicator *indicator, KpiSheet *sheet)
{
  if (run->as_of)
    return fill_as_of (run, indicator, sheet);
  for (guint f = 0; f < KPI_N_FREQUENCIES; f++)
    if (!fill_frequency (run, indicator, sheet, f))
      return FALSE;
  return TRUE;
}
