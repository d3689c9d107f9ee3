/* SPDX-License-Identifier: MIT */
/* Treating.
 *
 * A treatment learns from the values that the score will be fitted to: those of the areas of one
 * level in the periods that `over` names, imputed ones among them and rolled-up ones not. It is
 * then done to all values of that level, and to their bounds, whose order it keeps.
 *
 * A fit keeps these values as they are before, all in order: whether and how a treatment acts is
 * decided anew from all that is recalled, so that parts that were learned apart act as one.
 */

#include <math.h>

#include "score/measure/recall.h"
#include "score/prepare/treat.h"

typedef struct {
  KpiRun *run;
  const KpiIndicator *indicator;
  KpiSheet *sheet;
  double *numbers; /* scratch, likewise the other */
  double *moved;
} Treating;

/* The periods, from `first` to before `last`, that a fit is of. */
typedef struct {
  gsize first;
  gsize last;
  KpiFrequency frequency;
  guint32 level;
} Class;

static gboolean
is_in (const Treating *treating, const Class *class, gsize period)
{
  return treating->sheet->slots[period] != KPI_NO_SLOT &&
         treating->run->periods[period].frequency == class->frequency;
}

/* Whether a fit learns from a period: see `fit` of a score. */
static gboolean
teaches (const Treating *treating, const Class *class, gsize period)
{
  const KpiScoring *scoring = &treating->indicator->scoring;
  const KpiPeriod *days = &treating->run->periods[period];

  return is_in (treating, class, period) && scoring->fit_from <= days->start &&
         days->end <= scoring->fit_until;
}

static gboolean
may_teach (const KpiSheet *sheet, gsize cell)
{
  return !_kpi_sheet_has_mark (sheet, cell, KPI_MARK_ROLLED_UP);
}

/* Lists what a class learns from; returns how many values there are. */
static gsize
gather (const Treating *treating, const Class *class)
{
  const KpiSheet *sheet = treating->sheet;
  gsize n = 0;

  for (gsize p = class->first; p < class->last; p++)
    for (guint32 a = 0; teaches (treating, class, p) && a < sheet->n_areas; a++) {
      gsize cell = (gsize)sheet->slots[p] * sheet->n_areas + a;
      double value = _kpi_sheet_imputed (sheet, cell);

      if (treating->run->areas->levels[a] == class->level && !isnan (value) &&
          may_teach (sheet, cell))
        treating->numbers[n++] = value;
    }
  return n;
}

/* The periods of a class as fits have them. */
static KpiPeriod
period_of (const Treating *treating, const Class *class)
{
  return treating->indicator->scoring.over == KPI_OVER_ALL ? KPI_FIT_OF_ALL (class->frequency)
                                                           : treating->run->periods[class->first];
}

static gboolean
hand_over (const Treating *treating, const Class *class)
{
  KpiRun *run = treating->run;
  const KpiIndicator *indicator = treating->indicator;
  KpiFitEntry entry = {.key = {.node = indicator->id,
                               .stage = KPI_FIT_TREAT,
                               .level = _kpi_recall_level_name (run, class->level),
                               .group = "",
                               .period = period_of (treating, class)}};
  gsize n = gather (treating, class);
  gboolean done;

  if (n == 0)
    return TRUE;
  done = _kpi_fitted_init (&entry.fitted, KPI_LEARNS_ORDER) &&
         _kpi_fitted_learn (&entry.fitted, treating->numbers, NULL, NULL, n);
  if (done)
    _kpi_fitted_finish (&entry.fitted);
  done = done && _kpi_fit_add (run->learned, &entry, indicator->place, run->findings);
  _kpi_fitted_clear (&entry.fitted);
  return done;
}

gboolean
_kpi_treat_recall (KpiRun *run, const KpiIndicator *indicator, guint32 level, KpiPeriod period,
                   KpiFitted *values, KpiTreated *out)
{
  g_autofree double *moved = NULL;

  *out = (KpiTreated){.method = NULL};
  if (!_kpi_recall_values (run, indicator, KPI_FIT_TREAT, level, period, values))
    return FALSE;
  moved = g_try_new (double, MAX (values->n, 1));
  if (moved == NULL)
    return FALSE;
  *out = _kpi_treating_fit (&indicator->treating, values->values, values->n, moved);
  return TRUE;
}

static gboolean
recall (const Treating *treating, const Class *class, KpiTreated *out)
{
  KpiFitted values;
  gboolean done = _kpi_fitted_init (&values, KPI_LEARNS_ORDER) &&
                  _kpi_treat_recall (treating->run, treating->indicator, class->level,
                                     period_of (treating, class), &values, out);

  _kpi_fitted_clear (&values);
  return done;
}

static gboolean
learn (const Treating *treating, const Class *class, KpiTreated *out)
{
  if (treating->run->fit != NULL)
    return recall (treating, class, out);
  *out = _kpi_treating_fit (&treating->indicator->treating, treating->numbers,
                            gather (treating, class), treating->moved);
  return TRUE;
}

static void
treat_cell (KpiSheet *sheet, gsize cell, const KpiTreated *treated)
{
  if (isnan (sheet->imputed[cell]))
    return;
  sheet->treated[cell] = _kpi_treated_apply (treated, sheet->imputed[cell]);
  _kpi_sheet_mark (sheet, cell, _kpi_treated_is_logged (treated) ? KPI_MARK_LOGGED : 0);
  if (sheet->treated_low == NULL)
    return;
  sheet->treated_low[cell] = _kpi_treated_apply (treated, sheet->value_low[cell]);
  sheet->treated_high[cell] = _kpi_treated_apply (treated, sheet->value_high[cell]);
}

static gboolean
treat_class (Treating *treating, const Class *class)
{
  KpiSheet *sheet = treating->sheet;
  KpiTreated treated;

  if (treating->run->learned != NULL)
    return hand_over (treating, class);
  if (!learn (treating, class, &treated))
    return FALSE;
  if (treated.method == NULL)
    return TRUE;
  if (!_kpi_sheet_need_treated (sheet) || !_kpi_sheet_need_marks (sheet))
    return FALSE;
  for (gsize p = class->first; p < class->last; p++)
    for (guint32 a = 0; is_in (treating, class, p) && a < sheet->n_areas; a++)
      if (treating->run->areas->levels[a] == class->level)
        treat_cell (sheet, (gsize)sheet->slots[p] * sheet->n_areas + a, &treated);
  return TRUE;
}

static gboolean
treat_levels (Treating *treating, Class class)
{
  for (class.level = 0; class.level < treating->run->areas->n_levels; class.level++)
    if (!treat_class (treating, &class))
      return FALSE;
  return TRUE;
}

/* All periods of a frequency together, or each of its own. */
static gboolean
treat_frequency (Treating *treating, KpiFrequency frequency)
{
  const KpiRun *run = treating->run;

  if (treating->indicator->scoring.over == KPI_OVER_ALL)
    return treat_levels (treating, (Class){0, run->n_periods, frequency, 0});
  for (gsize p = 0; p < run->n_periods; p++)
    if (run->periods[p].frequency == frequency &&
        !treat_levels (treating, (Class){p, p + 1, frequency, 0}))
      return FALSE;
  return TRUE;
}

gboolean
_kpi_treat_indicator (KpiRun *run, const KpiIndicator *indicator, KpiSheet *sheet)
{
  gsize n = MAX (_kpi_sheet_n_cells (sheet), 1);
  g_autofree double *numbers = NULL, *moved = NULL;
  Treating treating = {.run = run, .indicator = indicator, .sheet = sheet};

  if (!indicator->treats)
    return TRUE;
  treating.numbers = numbers = g_try_new (double, n);
  treating.moved = moved = g_try_new (double, n);
  if (numbers == NULL || moved == NULL)
    return FALSE;
  for (guint f = 0; f < KPI_N_FREQUENCIES; f++)
    if (!treat_frequency (&treating, f))
      return FALSE;
  return TRUE;
}
