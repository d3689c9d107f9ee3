/* SPDX-License-Identifier: MIT */
/* Imputing across: from the areas of one level, or of one group among them, in the same period.
 *
 * What the others have is observed in the data in hand, or recalled from a fit. Where neither knows
 * anything the gap stays; of a fit, that is warned of. */

#include <math.h>

#include "score/prepare/impute.h"
#include "score/measure/recall.h"

typedef struct {
  KpiRun *run;
  const KpiIndicator *indicator;
  KpiSheet *sheet;
  const guint32 *classes; /* by area */
  guint8 *fillable;       /* by area, in the period in hand */
  double *numbers;        /* scratch: what was observed in a class of areas */
  gboolean lacks;         /* the fit knew nothing of some class */
} Across;

gsize
_kpi_impute_gather (const KpiSheet *sheet, const guint32 *classes, guint32 class, gsize row,
                    double *out)
{
  gsize n = 0;

  for (guint32 a = 0; a < sheet->n_areas; a++) {
    double value = classes[a] == class ? _kpi_impute_observed (sheet, row + a) : NAN;

    if (!isnan (value))
      out[n++] = value;
  }
  return n;
}

/* What stands in for the gaps of an area's class; NaN where nothing is known of it. FALSE if the
 * fit at hand is of another model. */
static gboolean
find_filling (Across *across, guint32 area, gsize period, gsize row, double *out_value)
{
  gsize n;

  if (across->run->fit != NULL) {
    gboolean done = _kpi_recall_filling (across->run, across->indicator, area,
                                         across->run->periods[period], out_value);

    across->lacks |= isnan (*out_value) != 0;
    return done;
  }
  n = _kpi_impute_gather (across->sheet, across->classes, across->classes[area], row,
                          across->numbers);
  *out_value = n == 0 ? NAN : across->indicator->imputing.method->of_numbers (across->numbers, n);
  return TRUE;
}

/* Fills the gaps of a class from its first one on. */
static gboolean
fill_class (Across *across, guint32 first, gsize row, double value)
{
  const guint32 *classes = across->classes;

  for (guint32 a = first; a < across->sheet->n_areas; a++) {
    if (!across->fillable[a] || classes[a] != classes[first])
      continue;
    across->fillable[a] = FALSE;
    if (!_kpi_impute_fill (across->sheet, row + a, value))
      return FALSE;
  }
  return TRUE;
}

/* Fills the gaps of all classes in one period: a class is looked at where its first gap is met. */
static gboolean
fill_period (Across *across, gsize period)
{
  const KpiSheet *sheet = across->sheet;
  gsize row = (gsize)sheet->slots[period] * sheet->n_areas;

  _kpi_impute_mark_fillable (across->run, across->indicator, sheet, period, across->fillable);
  for (guint32 a = 0; a < sheet->n_areas; a++) {
    double value;

    if (across->fillable[a] &&
        (!find_filling (across, a, period, row, &value) || !fill_class (across, a, row, value)))
      return FALSE;
  }
  return TRUE;
}

gboolean
_kpi_impute_across (KpiRun *run, const KpiIndicator *indicator, KpiSheet *sheet)
{
  g_autofree guint8 *fillable = g_try_malloc (MAX (run->areas->n_areas, 1));
  g_autofree double *numbers = g_try_new (double, MAX (run->areas->n_areas, 1));
  Across across = {.run = run,
                   .indicator = indicator,
                   .sheet = sheet,
                   .classes = _kpi_impute_classes (run, indicator),
                   .fillable = fillable,
                   .numbers = numbers};
  gboolean done = fillable != NULL && numbers != NULL;

  for (gsize p = 0; done && p < run->n_periods; p++)
    done = sheet->slots[p] == KPI_NO_SLOT || fill_period (&across, p);
  if (across.lacks)
    _kpi_impute_warn_lack (run, indicator);
  return done;
}
