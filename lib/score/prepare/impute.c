/* SPDX-License-Identifier: MIT */
/* Imputing, and along time.
 *
 * A method looks across, at the areas of one level or group in the same period (impute-across.c),
 * at the siblings of the same area (impute-row.c), or along the time of one area within a
 * frequency. The first two learn from other areas, and that may be recalled from a fit. What
 * teaches was observed: nothing that was imputed, rolled up, screened out, or lies outside `valid`.
 * What is outside `valid` is itself a gap.
 *
 * A run as of a day knows one value an area, so that what had ended before is measured anew: it is
 * needed where the latest value lies outside `valid`, or a series is carried no further.
 *
 * Always true: `value` stays as it was measured, so that the order in which indicators are filled
 * changes nothing; a cell that is filled is as little measured as before. */

#include <math.h>

#include "base/sort.h"
#include "score/run/time-axis.h"
#include "score/prepare/impute.h"
#include "score/measure/measure.h"

typedef struct {
  KpiRun *run;
  const KpiIndicator *indicator;
  const KpiImputingMethod *method;
  KpiSheet *sheet;
  guint8 *fillable; /* by area, in the period in hand */
} Imputing;

double
_kpi_impute_observed (const KpiSheet *sheet, gsize cell)
{
  return _kpi_sheet_has_mark (sheet, cell,
                              KPI_MARK_ROLLED_UP | KPI_MARK_SCREENED_OUT | KPI_MARK_OUTSIDE)
             ? NAN
             : sheet->value[cell];
}

void
_kpi_impute_mark_fillable (const KpiRun *run, const KpiIndicator *indicator, const KpiSheet *sheet,
                           gsize period, guint8 *fillable)
{
  gsize row = (gsize)sheet->slots[period] * sheet->n_areas;

  for (guint32 a = 0; a < sheet->n_areas; a++)
    fillable[a] = _kpi_areas_is_alive (run->areas, a, &run->periods[period]) &&
                  !_kpi_sheet_is_measured (sheet, row + a) &&
                  !_kpi_sheet_has_mark (sheet, row + a, KPI_MARK_SCREENED_OUT);
  for (guint32 i = 0; indicator->rollup.form != KPI_ROLLUP_NONE && i < run->hierarchy->n_parents;
       i++)
    fillable[run->hierarchy->parents[i]] = FALSE;
}

const guint32 *
_kpi_impute_classes (const KpiRun *run, const KpiIndicator *indicator)
{
  return indicator->imputing.method->from == KPI_IMPUTE_GROUP ? run->areas->groups
                                                              : run->areas->levels;
}

gboolean
_kpi_impute_fill (KpiSheet *sheet, gsize cell, double value)
{
  if (isnan (value))
    return TRUE;
  if (!_kpi_sheet_need_imputed (sheet))
    return FALSE;
  sheet->imputed[cell] = isfinite (value) ? value : NAN;
  return TRUE;
}

void
_kpi_impute_warn_lack (const KpiRun *run, const KpiIndicator *indicator)
{
  g_autofree char *path = g_strdup_printf ("indicators.%s.impute", indicator->id);

  _kpi_findings_add (
      run->findings, KPI_SEVERITY_WARNING, KPI_ERROR_UNDEFINED, indicator->place, path,
      "found nothing in the fit that fills gaps of some areas or periods, expected a "
      "fit that was learned from such; they stay gaps");
}

/* ---- Along time */

/* A period of one frequency, with its numbers. */
typedef struct {
  gsize period; /* of the run */
  gint32 end;
  gsize row;
} Moment;

static gint
compare_moments (gconstpointer a, gconstpointer b, gpointer unused)
{
  const Moment *left = a, *right = b;

  (void)unused;
  if (left->end != right->end)
    return left->end < right->end ? -1 : 1;
  return left->period < right->period ? -1 : left->period > right->period;
}

/* The moments of one frequency in which an indicator has values, ascending; returns how many. */
static gsize
list_moments (const KpiRun *run, const KpiSheet *sheet, guint frequencies, Moment *moments)
{
  gsize n = 0;

  for (gsize p = 0; p < run->n_periods; p++)
    if (sheet->slots[p] != KPI_NO_SLOT && (frequencies & (1u << run->periods[p].frequency)) &&
        _kpi_sheet_has_own (sheet, &run->periods[p]))
      moments[n++] = (Moment){p, run->periods[p].end, (gsize)sheet->slots[p] * sheet->n_areas};
  _kpi_sort (moments, n, sizeof *moments, compare_moments, NULL);
  return n;
}

static KpiWaypoint
observed_at (const KpiSheet *sheet, const Moment *moment, guint32 area)
{
  double value = _kpi_impute_observed (sheet, moment->row + area);

  return isnan (value) ? KPI_NO_WAYPOINT : (KpiWaypoint){_kpi_day_year (moment->end), value};
}

/* The next observation of an area from a moment on. */
static KpiWaypoint
find_after (const KpiSheet *sheet, const Moment *moments, gsize n, guint32 area)
{
  for (gsize m = 0; m < n; m++) {
    KpiWaypoint point = observed_at (sheet, &moments[m], area);

    if (!isnan (point.value))
      return point;
  }
  return KPI_NO_WAYPOINT;
}

/* Fills one area's gaps of one frequency, in one walk: the observation after is looked for once for
 * all of the gaps before it. `fillable` is by moment and area. */
static gboolean
fill_area_along (Imputing *imputing, const Moment *moments, gsize n, const guint8 *fillable,
                 guint32 area)
{
  KpiSheet *sheet = imputing->sheet;
  KpiWaypoint before = KPI_NO_WAYPOINT, after = KPI_NO_WAYPOINT;
  gboolean looked = FALSE;

  for (gsize m = 0; m < n; m++) {
    KpiWaypoint here = observed_at (sheet, &moments[m], area);

    if (!isnan (here.value)) {
      before = here;
      looked = FALSE;
      continue;
    }
    if (!fillable[m * sheet->n_areas + area])
      continue;
    if (!looked)
      after = find_after (sheet, moments + m, n - m, area);
    looked = TRUE;
    if (!_kpi_impute_fill (
            sheet, moments[m].row + area,
            imputing->method->at_time (before, after, _kpi_day_year (moments[m].end))))
      return FALSE;
  }
  return TRUE;
}

static gboolean
fill_frequency (Imputing *imputing, KpiFrequency frequency, Moment *moments, guint8 *fillable)
{
  const KpiRun *run = imputing->run;
  gsize n = list_moments (run, imputing->sheet, 1u << frequency, moments);

  for (gsize m = 0; m < n; m++)
    _kpi_impute_mark_fillable (run, imputing->indicator, imputing->sheet, moments[m].period,
                               fillable + m * run->areas->n_areas);
  for (guint32 a = 0; n > 0 && a < run->areas->n_areas; a++)
    if (!fill_area_along (imputing, moments, n, fillable, a))
      return FALSE;
  return TRUE;
}

static gboolean
fill_all_along (Imputing *imputing)
{
  const KpiRun *run = imputing->run;
  g_autofree Moment *moments = g_try_new (Moment, MAX (run->n_periods, 1));
  g_autofree guint8 *fillable = g_try_malloc (MAX (_kpi_sheet_n_cells (imputing->sheet), 1));

  if (moments == NULL || fillable == NULL)
    return FALSE;
  for (guint f = 0; f < KPI_N_FREQUENCIES; f++)
    if (!fill_frequency (imputing, f, moments, fillable))
      return FALSE;
  return TRUE;
}

/* ---- As of a day */

/* Fills the gaps of the day from what an area had before, of whatever frequency; after it there is
 * nothing. */
static gboolean
fill_day (Imputing *imputing, const KpiRun *past, const KpiSheet *numbers)
{
  const KpiRun *run = imputing->run;
  double day = _kpi_day_year (run->periods[0].end);
  g_autofree Moment *moments = g_try_new (Moment, MAX (past->n_periods, 1));
  gsize n;

  if (moments == NULL)
    return FALSE;
  n = list_moments (past, numbers, ~0u, moments);
  for (guint32 a = 0; a < run->areas->n_areas; a++) {
    KpiWaypoint before = KPI_NO_WAYPOINT;

    for (gsize m = n; imputing->fillable[a] && m-- > 0 && isnan (before.value);)
      before = observed_at (numbers, &moments[m], a);
    if (imputing->fillable[a] &&
        !_kpi_impute_fill (imputing->sheet, a,
                           imputing->method->at_time (before, KPI_NO_WAYPOINT, day)))
      return FALSE;
  }
  return TRUE;
}

/* What is wrong in the past is not of that day. */
static gboolean
fill_as_of (Imputing *imputing)
{
  g_autoptr (KpiFindings) unsaid = _kpi_findings_new ();
  KpiRun past = *imputing->run;
  KpiSheet numbers = {0};
  gboolean done;

  if (past.n_periods == 0 || imputing->indicator->measure.form == KPI_MEASURE_REGISTER)
    return TRUE;
  _kpi_impute_mark_fillable (imputing->run, imputing->indicator, imputing->sheet, 0,
                             imputing->fillable);
  past.as_of = FALSE;
  past.findings = unsaid;
  past.remarks = NULL;
  past.periods = NULL;
  done = _kpi_time_axis_set_ended (&past, imputing->run->periods[0].end) &&
         _kpi_measure_indicator (&past, imputing->indicator, &numbers) &&
         fill_day (imputing, &past, &numbers);
  _kpi_sheet_clear (&numbers);
  g_free (past.periods);
  return done;
}

/* ---- All */

static gboolean
fill_along (KpiRun *run, const KpiIndicator *indicator, KpiSheet *sheet)
{
  g_autofree guint8 *fillable = g_try_malloc (MAX (run->areas->n_areas, 1));
  Imputing imputing = {.run = run,
                       .indicator = indicator,
                       .method = indicator->imputing.method,
                       .sheet = sheet,
                       .fillable = fillable};

  return fillable != NULL && (run->as_of ? fill_as_of (&imputing) : fill_all_along (&imputing));
}

/* A run that learns leaves the gaps that other areas fill: how they are filled is known when all
 * that was learned is together. */
gboolean
_kpi_impute_indicator (KpiRun *run, gsize number, KpiSheet *sheets)
{
  const KpiIndicator *indicator = &run->model->indicators[number];

  if (run->learned != NULL && !_kpi_impute_teach (run, number, &sheets[number]))
    return FALSE;
  if (_kpi_imputing_is_by_row (&indicator->imputing))
    return _kpi_impute_by_row (run, number, sheets);
  if (_kpi_imputing_is_across (&indicator->imputing))
    return run->learned != NULL || _kpi_impute_across (run, indicator, &sheets[number]);
  return indicator->imputing.method->from == KPI_IMPUTE_NOTHING ||
         fill_along (run, indicator, &sheets[number]);
}
