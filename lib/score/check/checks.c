/* SPDX-License-Identifier: MIT */
/* Checks of the data.
 *
 *   identity   sum of terms - total = 0, within the tolerance
 *   part       part - whole <= 0
 *
 * Bounds that leave it open whether a check holds are no failure, nor is what adding up decimals
 * loses: 0.1 + 0.2 is 0.3. Figures of one period meet, none that is carried. A check says all
 * figures and where each stands: which of them is wrong only its author knows. */

#include <float.h>
#include <math.h>

#include "base/number.h"
#include "score/check/checks.h"
#include "score/run/remarks.h"
#include "score/measure/terms.h"

/* The most that rounding takes from, or adds to, a sum of decimals. */
static double
noise_of (const KpiTerms *terms, guint32 area)
{
  double size = 0;

  for (gsize t = 0; t < terms->n_terms; t++)
    size += fabs (terms->terms[t]->points[area]);
  return DBL_EPSILON * (double)terms->n_terms * size;
}

/* Whether a difference is more than the limit; one that is only noise beyond it is not. */
static gboolean
is_beyond (double end, gboolean open, double limit, double noise)
{
  return end > limit + noise || (open && end >= limit - noise);
}

static gboolean
fails (const KpiCheck *check, const KpiInterval *by, double noise)
{
  gboolean above = is_beyond (by->low, by->low_open, check->tolerance, noise);
  gboolean below = is_beyond (-by->high, by->high_open, check->tolerance, noise);

  return check->is_part ? above : above || below;
}

/* What a figure is more, or less, than, as data files write it. */
static const char *
mark_of (const KpiInterval *interval)
{
  if (isinf (interval->high) && !isinf (interval->low))
    return interval->low_open ? ">" : ">=";
  if (isinf (interval->low) && !isinf (interval->high))
    return interval->high_open ? "<" : "<=";
  return "";
}

/* "procedures_department 1856 (line 4)" */
static void
append_term (GString *text, const KpiTerms *terms, gsize term, guint32 area)
{
  const KpiAlignedTerm *series = terms->terms[term];
  KpiInterval interval = _kpi_aligned_interval (series, area);
  KpiPlace place = _kpi_terms_get_place (terms, term, area);
  char value[KPI_NUMBER_SIZE];

  _kpi_number_format (series->points[area], value);
  g_string_append_printf (text, "%s %s%s",
                          _kpi_names_get (terms->run->data->series, series->series),
                          mark_of (&interval), value);
  if (place.line > 0)
    g_string_append_printf (text, " (line %u)", place.line);
}

/* Of all terms but the last, which is what they should add up to, or not pass. */
static double
sum_parts (const KpiTerms *terms, guint32 area)
{
  double sum = 0;

  for (gsize t = 0; t + 1 < terms->n_terms; t++)
    sum += terms->measure->of[t].sign * terms->terms[t]->points[area];
  return sum;
}

/* "a 1856 (line 4) + b 436 (line 5) = 2292" */
static void
append_sum (GString *text, const KpiTerms *terms, guint32 area)
{
  gsize n_terms = terms->n_terms - 1;
  char value[KPI_NUMBER_SIZE];

  for (gsize t = 0; t < n_terms; t++) {
    double sign = terms->measure->of[t].sign;

    if (t > 0 || sign < 0)
      g_string_append (text, sign < 0 ? (t > 0 ? " - " : "-") : " + ");
    append_term (text, terms, t, area);
  }
  _kpi_number_format (sum_parts (terms, area), value);
  if (n_terms > 1)
    g_string_append_printf (text, " = %s", value);
}

static void
report (KpiTerms *terms, const KpiCheck *check, gsize number, guint32 area, const KpiPeriod *period)
{
  g_autoptr (GString) text = g_string_new ("found ");
  g_autofree char *path = g_strdup_printf ("checks[%" G_GSIZE_FORMAT "]", number);
  char when[KPI_PERIOD_SIZE];

  _kpi_remarks_add (terms->run,
                    (KpiRemark){.kind = KPI_REMARK_CONTRADICTORY,
                                .area = area,
                                .subject = (guint32)number,
                                .period = *period,
                                .found = sum_parts (terms, area),
                                .expected = terms->terms[terms->n_terms - 1]->points[area]});
  _kpi_period_format (period, when);
  append_sum (text, terms, area);
  g_string_append_printf (text, " for %s in %s, expected %s",
                          _kpi_areas_get (terms->run->areas, area), when,
                          check->is_part ? "at most " : "");
  append_term (text, terms, terms->n_terms - 1, area);
  _kpi_findings_add (terms->run->findings, KPI_SEVERITY_WARNING, KPI_ERROR_CONFLICT,
                     _kpi_terms_get_place (terms, 0, area), path, "%s", text->str);
}

static gboolean
has_all (const KpiTerms *terms, guint32 area)
{
  for (gsize t = 0; t < terms->n_terms; t++)
    if (isnan (terms->terms[t]->points[area]))
      return FALSE;
  return TRUE;
}

/* `latest` is by area: the last day of the periods that could be checked. */
static gboolean
check_period (KpiTerms *terms, const KpiCheck *check, gsize number, const KpiPeriod *period,
              gint32 *latest)
{
  gboolean any;

  if (!_kpi_terms_read (terms, period, &any))
    return FALSE;
  if (any)
    _kpi_aligned_sort (&terms->series[0]);
  for (guint32 i = 0; any && i < terms->series[0].n_areas; i++) {
    guint32 a = terms->series[0].areas[i];
    KpiInterval by;

    if (!has_all (terms, a))
      continue;
    latest[a] = MAX (latest[a], period->end);
    by = _kpi_terms_interval (terms, a);
    if (fails (check, &by, noise_of (terms, a)))
      report (terms, check, number, a, period);
  }
  return TRUE;
}

/* Tells which of the remarks from `first` on are of figures that later ones have replaced. */
static void
mark_old (KpiRows *remarks, gsize first, const gint32 *latest)
{
  for (gsize i = first; i < remarks->n; i++) {
    KpiRemark *remark = &KPI_ROW (remarks, KpiRemark, i);

    remark->is_old = remark->period.end < latest[remark->area];
  }
}

/* All periods known by the day, the earliest first. */
static gboolean
check_all (KpiTerms *terms, const KpiCheck *check, gsize number)
{
  const KpiRun *run = terms->run;
  KpiRows *remarks = run->as_of && run->remarks != NULL ? &run->remarks->rows : NULL;
  gsize n_before = remarks != NULL ? remarks->n : 0;
  g_autofree gint32 *latest = g_try_new0 (gint32, MAX (run->areas->n_areas, 1));
  gsize n = 0;
  gint32 day = run->as_of && run->n_periods > 0 ? run->periods[0].end : G_MAXINT32;
  g_autofree KpiPeriod *periods = _kpi_terms_list_ended (terms, day, &n);

  if (periods == NULL || latest == NULL)
    return FALSE;
  for (gsize i = n; i-- > 0;)
    if (!check_period (terms, check, number, &periods[i], latest))
      return FALSE;
  if (remarks != NULL)
    mark_old (remarks, n_before, latest);
  return TRUE;
}

gboolean
_kpi_checks_run (KpiRun *run)
{
  for (gsize i = 0; i < run->model->n_checks; i++) {
    const KpiCheck *check = &run->model->checks[i];
    KpiTerms terms;
    gboolean done = _kpi_terms_init (&terms, run, &check->difference);

    terms.carrying = KPI_CARRY_NONE;
    done = done && check_all (&terms, check, i);

    _kpi_terms_clear (&terms);
    if (!done)
      return _kpi_run_no_memory (run);
  }
  return TRUE;
}

static void
report_jump (KpiRun *run, const KpiIndicator *indicator, guint32 area, const KpiPeriod *period,
             double before, double value)
{
  g_autofree char *path = g_strdup_printf ("indicators.%s.max_change", indicator->id);
  char from[KPI_NUMBER_SIZE], to[KPI_NUMBER_SIZE], allowed[KPI_NUMBER_SIZE];
  char when[KPI_PERIOD_SIZE];

  _kpi_remarks_add (run, (KpiRemark){.kind = KPI_REMARK_JUMP,
                                     .area = area,
                                     .subject = _kpi_remarks_subject (run, indicator),
                                     .period = *period,
                                     .found = value,
                                     .expected = before});
  _kpi_number_format (before, from);
  _kpi_number_format (value, to);
  _kpi_number_format (indicator->max_change, allowed);
  _kpi_period_format (period, when);
  _kpi_findings_add (run->findings, KPI_SEVERITY_WARNING, KPI_ERROR_CONFLICT, indicator->place,
                     path, "found %s after %s for %s in %s, expected a change of at most %s", to,
                     from, _kpi_areas_get (run->areas, area), when, allowed);
}

/* From 0.8 to 0.5 is a change of 0.3, whatever the rounding. */
static gboolean
is_jump (double before, double value, double most)
{
  double noise = DBL_EPSILON * (fabs (before) + fabs (value));

  return fabs (value - before) > most + noise; /* never of NaN */
}

static void
check_jumps (KpiRun *run, const KpiIndicator *indicator, const KpiSheet *sheet, guint32 area,
             KpiFrequency frequency)
{
  double before = NAN;

  for (gsize p = 0; p < run->n_periods; p++) {
    gsize cell = (gsize)sheet->slots[p] * sheet->n_areas + area;

    if (run->periods[p].frequency != frequency || sheet->slots[p] == KPI_NO_SLOT ||
        !_kpi_sheet_is_measured (sheet, cell))
      continue;
    if (is_jump (before, sheet->value[cell], indicator->max_change))
      report_jump (run, indicator, area, &run->periods[p], before, sheet->value[cell]);
    before = sheet->value[cell];
  }
}

void
_kpi_checks_jumps (KpiRun *run, const KpiIndicator *indicator, const KpiSheet *sheet)
{
  if (isinf (indicator->max_change))
    return;
  for (guint f = 0; f < KPI_N_FREQUENCIES; f++)
    for (guint32 a = 0; a < sheet->n_areas; a++)
      check_jumps (run, indicator, sheet, a, f);
}
