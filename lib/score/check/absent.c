/* SPDX-License-Identifier: MIT */
/* Absent series.
 *
 * Data may well be partial: an indicator none of whose series is there says `no_data` and no more.
 * But where some of them are there and one is not, a name is likely misspelt. Always true: a series
 * is warned of once, however many measures lack it. */

#include "base/text.h"
#include "score/check/absent.h"

typedef struct {
  KpiRun *run;
  guint8 *is_warned; /* by series of the model */
} Absence;

static gboolean
is_there (const Absence *absence, const KpiTerm *term)
{
  return absence->run->series_of[term->series] != KPI_NO_NAME;
}

/* The first of the terms that is there, or that is not; NULL if there is none such. */
static const KpiTerm *
find_term (const Absence *absence, const KpiMeasure *measure, gboolean there)
{
  for (gsize t = 0; t < measure->n_of; t++)
    if (is_there (absence, &measure->of[t]) == there)
      return &measure->of[t];
  for (gsize t = 0; t < measure->n_to; t++)
    if (is_there (absence, &measure->to[t]) == there)
      return &measure->to[t];
  return NULL;
}

static void
warn (Absence *absence, KpiPlace place, const char *path, const char *name, const char *beside)
{
  KpiRun *run = absence->run;
  const KpiNames *observed = run->data->series;
  gboolean may =
      _kpi_findings_may_search (run->findings, KPI_SEVERITY_WARNING, _kpi_names_length (observed));
  g_autofree char *found = _kpi_text_quote (name);
  g_autofree char *there = _kpi_text_quote (beside);
  g_autofree char *hint = may ? _kpi_names_hint (observed, name) : g_strdup ("");

  _kpi_findings_add (run->findings, KPI_SEVERITY_WARNING, KPI_ERROR_MISSING, place, path,
                     "found no observation of %s, expected some beside those of %s%s", found, there,
                     hint);
}

static void
judge (Absence *absence, const KpiMeasure *measure, KpiPlace place, const char *path)
{
  const KpiNames *series = absence->run->model->series;
  const KpiTerm *there = find_term (absence, measure, TRUE);
  const KpiTerm *missing = there == NULL ? NULL : find_term (absence, measure, FALSE);

  if (missing == NULL || absence->is_warned[missing->series])
    return;
  absence->is_warned[missing->series] = TRUE;
  warn (absence, place, path, _kpi_names_get (series, missing->series),
        _kpi_names_get (series, there->series));
}

gboolean
_kpi_absent_warn (KpiRun *run)
{
  const KpiModel *model = run->model;
  g_autofree guint8 *is_warned = g_try_malloc0 (MAX (_kpi_names_length (model->series), 1));
  Absence absence = {run, is_warned};

  if (is_warned == NULL)
    return _kpi_run_no_memory (run);
  for (gsize i = 0; i < model->n_indicators; i++) {
    const KpiIndicator *indicator = &model->indicators[i];
    g_autofree char *path = g_strdup_printf ("indicators.%s.measure", indicator->id);

    if (indicator->shown)
      judge (&absence, &indicator->measure, indicator->place, path);
  }
  for (gsize i = 0; i < model->n_checks; i++) {
    g_autofree char *path = g_strdup_printf ("checks[%" G_GSIZE_FORMAT "]", i);

    judge (&absence, &model->checks[i].difference, model->checks[i].place, path);
  }
  return TRUE;
}
