/* SPDX-License-Identifier: MIT */
/* What imputing learns from other areas, handed over to a fit: of each class and period what was
 * observed, as the method needs to know it, and how many areas needed nothing filled in.
 *
 * Imputing by row is told of the ranges of the siblings, which every entry has; so an indicator is
 * taught of too if only a sibling asks. Along time nothing is learned from others. */

#include <math.h>

#include "score/prepare/impute.h"
#include "score/measure/recall.h"

typedef struct {
  KpiRun *run;
  const KpiIndicator *indicator;
  const KpiSheet *sheet;
  KpiLearns learns;
  const guint32 *classes; /* by area */
  gboolean by_group;
  guint8 *fillable; /* by area, in the period in hand, likewise below */
  guint8 *taught;   /* whether its class was handed over */
  double *numbers;
} Teaching;

static gboolean
is_asked_by_row (const KpiModel *model, gsize number)
{
  for (gsize i = 0; i < model->n_indicators; i++)
    if (_kpi_imputing_is_by_row (&model->indicators[i].imputing) &&
        (i == number || _kpi_impute_are_siblings (model, i, number)))
      return TRUE;
  return FALSE;
}

static KpiLearns
get_need (const KpiModel *model, gsize number)
{
  const KpiImputing *imputing = &model->indicators[number].imputing;

  if (_kpi_imputing_is_across (imputing))
    return imputing->method->learns;
  return is_asked_by_row (model, number) ? KPI_LEARNS_RANGE : KPI_LEARNS_NOTHING;
}

/* How many areas of the class that one is of have no gap. */
static gsize
count_present (const Teaching *teaching, guint32 of, const KpiFitKey *key)
{
  const KpiAreas *areas = teaching->run->areas;
  gsize n = _kpi_recall_count_areas (teaching->run, teaching->indicator, areas->levels[of],
                                     teaching->by_group ? key->group : NULL, &key->period);

  for (guint32 a = 0; a < areas->n_areas; a++)
    if (teaching->classes[a] == teaching->classes[of] && teaching->fillable[a])
      n--;
  return n;
}

/* Hands over a class of which n values were observed. */
static gboolean
hand_over (const Teaching *teaching, guint32 first, gsize period, gsize n)
{
  KpiRun *run = teaching->run;
  guint32 level = run->areas->levels[first];
  KpiFitEntry entry = {
      .key = {.node = teaching->indicator->id,
              .stage = KPI_FIT_IMPUTE,
              .level = _kpi_recall_level_name (run, level),
              .group = teaching->by_group ? _kpi_recall_group_name (run, first) : "",
              .period = run->periods[period]}};
  gboolean done = _kpi_fitted_init (&entry.fitted, teaching->learns) &&
                  _kpi_fitted_learn (&entry.fitted, teaching->numbers, NULL, NULL, n);

  if (done && teaching->learns != KPI_LEARNS_RANGE)
    entry.present = count_present (teaching, first, &entry.key);
  if (done)
    _kpi_fitted_finish (&entry.fitted);
  done = done && _kpi_fit_add (run->learned, &entry, teaching->indicator->place, run->findings);
  _kpi_fitted_clear (&entry.fitted);
  return done;
}

static gboolean
teach_period (const Teaching *teaching, gsize period)
{
  const KpiSheet *sheet = teaching->sheet;
  gsize row = (gsize)sheet->slots[period] * sheet->n_areas;

  _kpi_impute_mark_fillable (teaching->run, teaching->indicator, sheet, period, teaching->fillable);
  for (guint32 a = 0; a < sheet->n_areas; a++)
    teaching->taught[a] = isnan (_kpi_impute_observed (sheet, row + a)) != 0;
  for (guint32 a = 0; a < sheet->n_areas; a++) {
    gsize n;

    if (teaching->taught[a])
      continue;
    for (guint32 other = a; other < sheet->n_areas; other++)
      teaching->taught[other] |= teaching->classes[other] == teaching->classes[a];
    n = _kpi_impute_gather (sheet, teaching->classes, teaching->classes[a], row, teaching->numbers);
    if (!hand_over (teaching, a, period, n))
      return FALSE;
  }
  return TRUE;
}

static gboolean
teach (Teaching *teaching)
{
  const KpiRun *run = teaching->run;
  gsize n_areas = MAX (run->areas->n_areas, 1);
  g_autofree guint8 *fillable = g_try_malloc (n_areas), *taught = g_try_malloc (n_areas);
  g_autofree double *numbers = g_try_new (double, n_areas);
  gboolean done = fillable != NULL && taught != NULL && numbers != NULL;

  teaching->fillable = fillable;
  teaching->taught = taught;
  teaching->numbers = numbers;
  for (gsize p = 0; done && p < run->n_periods; p++)
    done = teaching->sheet->slots[p] == KPI_NO_SLOT || teach_period (teaching, p);
  return done;
}

gboolean
_kpi_impute_teach (KpiRun *run, gsize number, const KpiSheet *sheet)
{
  const KpiIndicator *indicator = &run->model->indicators[number];
  Teaching teaching = {.run = run,
                       .indicator = indicator,
                       .sheet = sheet,
                       .learns = get_need (run->model, number),
                       .classes = _kpi_impute_classes (run, indicator),
                       .by_group = indicator->imputing.method->from == KPI_IMPUTE_GROUP};

  return teaching.learns == KPI_LEARNS_NOTHING || teach (&teaching);
}
