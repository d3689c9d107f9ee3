/* SPDX-License-Identifier: MIT */
/* Measuring indicators.
 *
 *   series   x
 *   sum      a + b - c             missing if any term is missing
 *   ratio    per . sum of / sum to  missing if any term is missing, or sum to is 0
 *   change   x now against x before  see change.c
 *
 * Formulas are evaluated left to right as written, so that a stranger's calculator gives the same
 * last digit. With an as-of day each area takes the latest period that had ended and has a value.
 */

#include <math.h>

#include "score/measure/change.h"
#include "score/measure/measure.h"
#include "score/measure/register-counts.h"
#include "score/run/outside.h"
#include "score/measure/rollup.h"
#include "score/run/fit-private.h"
#include "score/measure/straight.h"
#include "score/measure/terms.h"
#include "score/measure/weigh.h"

typedef struct {
  KpiTerms terms;
  const KpiIndicator *indicator;
  KpiSheet *sheet;
  KpiRollingUp rolling; /* where the indicator is rolled up, likewise below */
  KpiWeigh weigh;       /* where a series weighs the mean */
} Measuring;

/* Sums and ratios are rolled up before the measure, all others after it. */
static gboolean
rolls_terms (const KpiIndicator *indicator)
{
  return indicator->rollup.form == KPI_ROLLUP_SUM || indicator->rollup.form == KPI_ROLLUP_RATIO;
}

static gboolean
rolls_cells (const KpiIndicator *indicator)
{
  return indicator->rollup.form != KPI_ROLLUP_NONE && !rolls_terms (indicator);
}

static double
sum (KpiAlignedTerm *const *rows, const KpiTerm *terms, gsize n_terms, guint32 area)
{
  double total = terms[0].sign * rows[0]->points[area];

  for (gsize t = 1; t < n_terms; t++)
    total += terms[t].sign * rows[t]->points[area];
  return total;
}

static double
finite_or_nan (double value)
{
  return isinf (value) ? NAN : value;
}

static double
measure_point (const KpiTerms *terms, guint32 area)
{
  const KpiMeasure *measure = terms->measure;
  double of = sum (terms->terms, measure->of, measure->n_of, area);
  double value, to;

  if (measure->form == KPI_MEASURE_CHANGE)
    return finite_or_nan (_kpi_change_of (measure, of, terms->series[1].points[area]));
  if (measure->form != KPI_MEASURE_RATIO)
    return of;
  to = sum (terms->terms + measure->n_of, measure->to, measure->n_to, area);
  value = measure->per * of / to;
  return to == 0 ? NAN : finite_or_nan (value);
}

static gboolean
is_bounded (const KpiTerms *terms, guint32 area)
{
  for (gsize s = 0; s < terms->n_series; s++)
    if (terms->series[s].bounded && !_kpi_interval_is_exact (&terms->series[s].intervals[area]))
      return TRUE;
  return FALSE;
}

/* The values that the measure can have in an area whose point is `point`. */
static KpiInterval
measure_interval (KpiTerms *terms, guint32 area, double point)
{
  KpiInterval interval = _kpi_terms_interval (terms, area);

  interval.low = MIN (interval.low, point); /* corners may be rounded otherwise than the point */
  interval.high = MAX (interval.high, point);
  return interval;
}

/* Whether no value of the interval is valid; `point` stands in it. */
static gboolean
is_outside (const double valid[2], double point, const KpiInterval *interval)
{
  return point < valid[0] || point > valid[1] ||
         (interval->low >= valid[1] && interval->low_open) ||
         (interval->high <= valid[0] && interval->high_open);
}

/* Whether the value of an area is a figure of the data as it stands: neither measured, nor rolled
 * up, nor made over time. */
static gboolean
is_observation (const Measuring *measuring, guint32 area)
{
  const KpiAlignedTerm *series = &measuring->terms.series[0];
  const KpiOrigin *origin = &series->origins[area];

  return !measuring->indicator->has_measure && origin->block != NULL &&
         _kpi_period_compare (_kpi_origin_period (origin), &series->period) == 0;
}

static gboolean
is_rolled_up (const Measuring *measuring, guint32 area)
{
  return measuring->rolling.rolled != NULL && measuring->rolling.rolled[area];
}

/* Writes one cell: its value, and what is known beyond it. */
static gboolean
put_cell (Measuring *measuring, guint32 slot, guint32 area, const KpiPeriod *period, double point)
{
  const KpiIndicator *indicator = measuring->indicator;
  KpiSheet *sheet = measuring->sheet;
  gsize cell = (gsize)slot * sheet->n_areas + area;
  gboolean bounded = is_bounded (&measuring->terms, area);
  KpiInterval interval =
      bounded ? measure_interval (&measuring->terms, area, point) : KPI_EXACT (point);
  gboolean outside = is_outside (indicator->valid, point, &interval);

  sheet->value[cell] = point;
  if (sheet->origins != NULL)
    sheet->origins[cell] = *period;
  if (outside)
    _kpi_outside_report (measuring->terms.run, indicator, area, period, point,
                         is_observation (measuring, area),
                         _kpi_terms_get_place (&measuring->terms, 0, area));
  if (bounded && !_kpi_sheet_need_bounds (sheet))
    return FALSE;
  if (sheet->value_low != NULL) {
    interval = outside ? interval : _kpi_interval_within (interval, indicator->valid);
    sheet->value_low[cell] = interval.low;
    sheet->value_high[cell] = interval.high;
  }
  if (sheet->share != NULL)
    sheet->share[cell] = measuring->rolling.shares[area];
  return _kpi_sheet_mark (sheet, cell,
                          (interval.low_open ? KPI_MARK_LOW_OPEN : 0) |
                              (interval.high_open ? KPI_MARK_HIGH_OPEN : 0) |
                              (outside ? KPI_MARK_OUTSIDE : 0) |
                              (is_rolled_up (measuring, area) ? KPI_MARK_ROLLED_UP : 0));
}

/* Whether an area is there to have a value: as of a day, on that day, or until what it became part
 * of has one. */
static gboolean
is_alive (const Measuring *measuring, guint32 area, const KpiPeriod *period)
{
  const KpiRun *run = measuring->terms.run;

  if (run->as_of && rolls_cells (measuring->indicator) && run->areas->merged != NULL &&
      run->areas->merged[area])
    return TRUE;
  return _kpi_areas_has_rows (run->areas, area, run->as_of ? &run->periods[0] : period);
}

/* Measures one period into a slot, where that has no value yet; counts what it fills. */
static gboolean
measure_period (Measuring *measuring, const KpiPeriod *period, guint32 slot, gsize *n_filled)
{
  double *row = _kpi_sheet_row (measuring->sheet, measuring->sheet->value, slot);
  KpiAlignedTerm *areas = &measuring->terms.series[0]; /* no value without the first term */
  gsize before = *n_filled;
  gboolean any;

  if (!_kpi_terms_read (&measuring->terms, period, &any))
    return FALSE;
  if (any && rolls_terms (measuring->indicator))
    _kpi_rollup_terms (&measuring->rolling, &measuring->terms, measuring->indicator);
  if (any)
    _kpi_aligned_sort (areas);
  for (guint32 i = 0; any && i < areas->n_areas; i++) {
    guint32 a = areas->areas[i];
    double point = isnan (row[a]) ? measure_point (&measuring->terms, a) : NAN;

    if (isnan (point) || !is_alive (measuring, a, period))
      continue;
    if (!put_cell (measuring, slot, a, period, point))
      return FALSE;
    (*n_filled)++;
  }
  if (*n_filled > before && measuring->terms.carrying != KPI_CARRY_ALL)
    measuring->sheet->frequencies |= 1u << period->frequency;
  return TRUE;
}

static gboolean
measure_periods (Measuring *measuring, const KpiRun *run)
{
  gsize n_filled = 0;

  for (gsize p = 0; p < run->n_periods; p++) {
    guint32 slot = measuring->sheet->slots[p];

    if (slot != KPI_NO_SLOT && !measure_period (measuring, &run->periods[p], slot, &n_filled))
      return FALSE;
  }
  return TRUE;
}

/* Carries to a period what is known by its end and still carried to it: a change as it was measured
 * in its own period, any other measure term by term. */
static gboolean
carry_period (Measuring *measuring, const KpiPeriod *period, guint32 slot)
{
  const KpiAlignedTerm *series = &measuring->terms.series[0];
  g_autofree KpiPeriod *ended = NULL;
  gsize n_ended, n_filled = 0;

  if (measuring->indicator->measure.form != KPI_MEASURE_CHANGE)
    return measure_period (measuring, period, slot, &n_filled);
  if (!_kpi_series_is_carried (series->rules))
    return TRUE;
  ended = _kpi_terms_list_ended (&measuring->terms, period->end, &n_ended);
  for (gsize i = 0; ended != NULL && i < n_ended && n_filled < measuring->sheet->n_areas; i++)
    if (_kpi_carry_reaches (series->rules, ended[i].end, period->end) &&
        !measure_period (measuring, &ended[i], slot, &n_filled))
      return FALSE;
  return ended != NULL;
}

/* Trees are scored in periods in which a leaf may have no row of its own. Where all of its series
 * are carried, its value is carried to them. What is wrong with it was said of its own periods. */
static gboolean
carry_periods (Measuring *measuring, KpiRun *run)
{
  KpiRun quiet = _kpi_run_quiet (run);
  gboolean done = TRUE;

  measuring->terms.run = &quiet;
  measuring->terms.carrying = KPI_CARRY_ALL;
  for (gsize p = 0; p < run->n_periods && done; p++) {
    guint32 slot = measuring->sheet->slots[p];

    if (slot != KPI_NO_SLOT && !_kpi_sheet_has_own (measuring->sheet, &run->periods[p]))
      done = carry_period (measuring, &run->periods[p], slot);
  }
  measuring->terms.run = run;
  measuring->terms.carrying = KPI_CARRY_SOME;
  kpi_findings_unref (quiet.findings);
  return done;
}

static gboolean
measure_as_of (Measuring *measuring, const KpiRun *run)
{
  gsize n_periods, n_filled = 0;
  g_autofree KpiPeriod *periods =
      _kpi_terms_list_ended (&measuring->terms, run->periods[0].end, &n_periods);

  if (periods == NULL)
    return FALSE;
  for (gsize p = 0; p < n_periods && n_filled < run->areas->n_areas; p++)
    if (!measure_period (measuring, &periods[p], 0, &n_filled))
      return FALSE;
  return TRUE;
}

/* Takes away the values of areas that have become part of others by the as-of day. */
static void
forget_merged (KpiSheet *sheet, const KpiRun *run)
{
  for (guint32 a = 0; a < sheet->n_areas; a++) {
    if (_kpi_areas_has_rows (run->areas, a, &run->periods[0]))
      continue;
    sheet->value[a] = NAN;
    sheet->marks[a] = 0;
    sheet->origins[a] = (KpiPeriod){0};
    if (sheet->value_low != NULL)
      sheet->value_low[a] = sheet->value_high[a] = NAN;
  }
}

/* Rolls up the values of every slot, once they are all there. */
static gboolean
roll_up_cells (Measuring *measuring, const KpiRun *run)
{
  const double *weights = measuring->weigh.weights;

  for (gsize p = 0; p < run->n_periods; p++) {
    guint32 slot = measuring->sheet->slots[p];

    if (slot == KPI_NO_SLOT)
      continue;
    if (weights != NULL && !_kpi_weigh_read (&measuring->weigh, &run->periods[p]))
      return FALSE;
    _kpi_rollup_cells (&measuring->rolling, measuring->sheet, slot, &run->periods[p], weights);
  }
  if (run->as_of && run->n_periods > 0 && run->areas->merged != NULL)
    forget_merged (measuring->sheet, run);
  return TRUE;
}

static gboolean
init_rollup (Measuring *measuring, KpiRun *run)
{
  const KpiRollup *rollup = &measuring->indicator->rollup;
  KpiSheet *sheet = measuring->sheet;
  gsize n = _kpi_sheet_n_cells (sheet);

  if (rollup->form == KPI_ROLLUP_NONE)
    return TRUE;
  sheet->share = KPI_ARENA_NEW (&sheet->arena, double, n);
  if (sheet->share == NULL || !_kpi_sheet_need_marks (sheet))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    sheet->share[i] = 1;
  if (rollup->weight != KPI_NO_NAME && !_kpi_weigh_init (&measuring->weigh, run, rollup->weight))
    return FALSE;
  return _kpi_rolling_up_init (&measuring->rolling, &measuring->terms.arena, run, rollup);
}

/* Whether the value of the indicator may be carried to trees that are scored in periods of a frequency. */
static gboolean
may_carry (Measuring *measuring, KpiFrequency frequency)
{
  const KpiModel *model = measuring->terms.run->model;
  gboolean may = measuring->indicator->in_tree && (!model->has_every || model->every == frequency);

  measuring->terms.carrying = KPI_CARRY_ALL;
  may = may && _kpi_terms_have_frequency (&measuring->terms, frequency);
  measuring->terms.carrying = KPI_CARRY_SOME;
  return may;
}

static gboolean
init_sheet (Measuring *measuring, const KpiRun *run)
{
  g_autofree guint8 *wanted = g_try_malloc0 (MAX (run->n_periods, 1));
  gboolean has[KPI_N_FREQUENCIES];

  if (wanted == NULL)
    return FALSE;
  for (guint f = 0; f < KPI_N_FREQUENCIES; f++)
    has[f] = (measuring->sheet->frequencies & (1u << f)) ||
             _kpi_terms_have_frequency (&measuring->terms, f) || may_carry (measuring, f);
  for (gsize p = 0; p < run->n_periods; p++)
    wanted[p] = run->as_of || has[run->periods[p].frequency];
  if (!_kpi_sheet_init (measuring->sheet, run->areas->n_areas, wanted, run->n_periods))
    return FALSE;
  measuring->sheet->value = _kpi_sheet_new_numbers (measuring->sheet);
  if (run->as_of)
    measuring->sheet->origins =
        KPI_ARENA_NEW0 (&measuring->sheet->arena, KpiPeriod, run->areas->n_areas);
  return measuring->sheet->value != NULL && (!run->as_of || measuring->sheet->origins != NULL);
}

/* The frequencies in which a fit fills gaps of an indicator, though the data in hand may not have
 * it at all: a bit each. */
static guint
get_filled_frequencies (const KpiRun *run, const KpiIndicator *indicator)
{
  const KpiImputing *imputing = &indicator->imputing;
  gboolean learns = _kpi_imputing_is_across (imputing) || _kpi_imputing_is_by_row (imputing);

  return run->fit != NULL && learns
             ? _kpi_fit_get_frequencies (run->fit, indicator->id, KPI_FIT_IMPUTE)
             : 0;
}

gboolean
_kpi_measure_indicator (KpiRun *run, const KpiIndicator *indicator, KpiSheet *sheet)
{
  Measuring measuring = {.indicator = indicator, .sheet = sheet};
  gboolean done;

  if (indicator->measure.form == KPI_MEASURE_REGISTER)
    return _kpi_register_counts_measure (run, indicator, sheet);
  sheet->frequencies = get_filled_frequencies (run, indicator);
  done = FALSE;
  if (sheet->frequencies == 0 && !_kpi_straight_measure (run, indicator, sheet, &done))
    return FALSE;
  if (done)
    return TRUE;
  done = _kpi_terms_init (&measuring.terms, run, &indicator->measure) &&
         init_sheet (&measuring, run) && init_rollup (&measuring, run) &&
         (run->as_of ? measure_as_of (&measuring, run)
                     : measure_periods (&measuring, run) && carry_periods (&measuring, run)) &&
         (!rolls_cells (indicator) || roll_up_cells (&measuring, run));

  _kpi_weigh_clear (&measuring.weigh);
  _kpi_terms_clear (&measuring.terms);
  return done;
}
