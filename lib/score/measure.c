/* SPDX-License-Identifier: MIT */
/* Measuring indicators.
 *
 *   series   x
 *   sum      a + b - c             missing if any term is missing
 *   ratio    per . sum of / sum to  missing if any term is missing, or sum to is 0
 *
 * Formulas are evaluated left to right as written, so that a stranger's calculator gives the same
 * last digit. With an as-of day each area takes the latest period that had ended and has a value.
 */

#include <math.h>

#include "base/number.h"
#include "base/sort.h"
#include "score/measure.h"
#include "score/terms.h"

/* Where one period's values go: rows of the sheet, or of as-of scratch. */
typedef struct {
  KpiTerms terms;
  const KpiIndicator *indicator;
  KpiSheet *sheet;
} Measuring;

static double
sum (const KpiTermRow *rows, const KpiTerm *terms, gsize n_terms, guint32 area)
{
  double total = terms[0].sign * rows[0].points[area];

  for (gsize t = 1; t < n_terms; t++)
    total += terms[t].sign * rows[t].points[area];
  return total;
}

static double
measure_point (const KpiTerms *terms, guint32 area)
{
  const KpiMeasure *measure = terms->measure;
  double of = sum (terms->terms, measure->of, measure->n_of, area);
  double value, to;

  if (measure->form != KPI_MEASURE_RATIO)
    return of;
  to = sum (terms->terms + measure->n_of, measure->to, measure->n_to, area);
  value = measure->per * of / to;
  return to == 0 || isinf (value) ? NAN : value;
}

static gboolean
is_bounded (const KpiTerms *terms, guint32 area)
{
  for (gsize t = 0; t < terms->n_terms; t++)
    if (terms->terms[t].bounded && !_kpi_interval_is_exact (&terms->terms[t].intervals[area]))
      return TRUE;
  return FALSE;
}

/* The values that the measure can have in an area whose point is `point`. */
static KpiInterval
measure_interval (const KpiTerms *terms, guint32 area, double point)
{
  KpiInterval interval;

  for (gsize t = 0; t < terms->n_terms; t++)
    terms->intervals[t] = terms->terms[t].bounded ? terms->terms[t].intervals[area]
                                                  : KPI_EXACT (terms->terms[t].points[area]);
  interval = _kpi_interval_measure (terms->measure, terms->intervals, terms->parts);
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

static void
report_outside (Measuring *measuring, guint32 area, const KpiPeriod *period, double value)
{
  const KpiIndicator *indicator = measuring->indicator;
  KpiRun *run = measuring->terms.run;
  g_autofree char *path = g_strdup_printf ("indicators.%s.valid", indicator->id);
  char found[KPI_NUMBER_SIZE], least[KPI_NUMBER_SIZE], greatest[KPI_NUMBER_SIZE];
  char when[KPI_PERIOD_SIZE];

  _kpi_number_format (value, found);
  _kpi_number_format (indicator->valid[0], least);
  _kpi_number_format (indicator->valid[1], greatest);
  _kpi_period_format (period, when);
  _kpi_findings_add (run->findings,
                     indicator->has_measure ? KPI_SEVERITY_WARNING : KPI_SEVERITY_ERROR,
                     KPI_ERROR_VALUE, _kpi_terms_get_place (&measuring->terms, 0, area), path,
                     "found %s%s for %s in %s, expected %s to %s%s",
                     indicator->has_measure ? "a computed value of " : "", found,
                     _kpi_roster_get (run->roster, area), when, least, greatest,
                     indicator->has_measure ? "; it counts as missing" : "");
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
  if (outside)
    report_outside (measuring, area, period, point);
  if ((bounded && !_kpi_sheet_need_bounds (sheet)) || (outside && !_kpi_sheet_need_marks (sheet)))
    return FALSE;
  if (sheet->value_low != NULL) {
    interval = outside ? interval : _kpi_interval_within (interval, indicator->valid);
    sheet->value_low[cell] = interval.low;
    sheet->value_high[cell] = interval.high;
  }
  if (sheet->marks != NULL)
    sheet->marks[cell] =
        (guint8)((interval.low_open ? KPI_MARK_LOW_OPEN : 0) |
                 (interval.high_open ? KPI_MARK_HIGH_OPEN : 0) | (outside ? KPI_MARK_OUTSIDE : 0));
  return TRUE;
}

/* Measures one period into a slot, where that has no value yet; counts what it fills. */
static gboolean
measure_period (Measuring *measuring, const KpiPeriod *period, guint32 slot, gsize *n_filled)
{
  double *row = _kpi_sheet_row (measuring->sheet, measuring->sheet->value, slot);
  gsize before = *n_filled;
  gboolean any;

  if (!_kpi_terms_read (&measuring->terms, period, &any))
    return FALSE;
  for (guint32 a = 0; any && a < measuring->sheet->n_areas; a++) {
    double point = isnan (row[a]) ? measure_point (&measuring->terms, a) : NAN;

    if (isnan (point))
      continue;
    if (!put_cell (measuring, slot, a, period, point))
      return FALSE;
    (*n_filled)++;
  }
  if (*n_filled > before)
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

/* Latest end first; of those, the latest start: the freshest news. */
static gint
compare_freshness (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const KpiPeriod *left = a, *right = b;

  (void)user_data;
  if (left->end != right->end)
    return left->end > right->end ? -1 : 1;
  return _kpi_period_compare (right, left);
}

/* The periods of the first term that had ended by a day, the freshest first. */
static KpiPeriod *
ended_periods (const KpiTerms *terms, gint32 day, gsize *out_n)
{
  KpiPeriod *periods;
  const KpiBlock *blocks = NULL;
  gsize n_blocks = 0, n_room = 1, n = 0;

  if (terms->terms[0].series != KPI_NO_NAME)
    blocks = _kpi_dataset_get_blocks (terms->run->data, terms->terms[0].series, &n_blocks);
  for (gsize i = 0; i < n_blocks; i++)
    n_room += blocks[i].n_periods;
  periods = g_try_new (KpiPeriod, n_room);
  for (gsize i = 0; periods != NULL && i < n_blocks; i++)
    for (guint32 p = 0; p < blocks[i].n_periods; p++)
      if (blocks[i].periods[p].end <= day)
        periods[n++] = blocks[i].periods[p];
  if (periods != NULL)
    _kpi_sort (periods, n, sizeof *periods, compare_freshness, NULL);
  *out_n = n;
  return periods;
}

static gboolean
measure_as_of (Measuring *measuring, const KpiRun *run)
{
  gsize n_periods, n_filled = 0;
  g_autofree KpiPeriod *periods =
      ended_periods (&measuring->terms, run->periods[0].end, &n_periods);

  if (periods == NULL)
    return FALSE;
  for (gsize p = 0; p < n_periods && n_filled < run->roster->n_areas; p++)
    if (!measure_period (measuring, &periods[p], 0, &n_filled))
      return FALSE;
  return TRUE;
}

/* The periods in which the indicator could have a value. */
static gboolean
init_sheet (Measuring *measuring, const KpiRun *run)
{
  g_autofree guint8 *wanted = g_try_malloc0 (MAX (run->n_periods, 1));
  gboolean has[KPI_N_FREQUENCIES];

  if (wanted == NULL)
    return FALSE;
  for (guint f = 0; f < KPI_N_FREQUENCIES; f++)
    has[f] = _kpi_terms_have_frequency (&measuring->terms, f);
  for (gsize p = 0; p < run->n_periods; p++)
    wanted[p] = run->as_of || has[run->periods[p].frequency];
  if (!_kpi_sheet_init (measuring->sheet, run->roster->n_areas, wanted, run->n_periods))
    return FALSE;
  measuring->sheet->value = _kpi_sheet_new_numbers (measuring->sheet);
  return measuring->sheet->value != NULL;
}

gboolean
_kpi_measure_indicator (KpiRun *run, const KpiIndicator *indicator, KpiSheet *sheet)
{
  Measuring measuring = {.indicator = indicator, .sheet = sheet};
  gboolean done =
      _kpi_terms_init (&measuring.terms, run, &indicator->measure) &&
      init_sheet (&measuring, run) &&
      (run->as_of ? measure_as_of (&measuring, run) : measure_periods (&measuring, run));

  _kpi_terms_clear (&measuring.terms);
  return done;
}
