/* SPDX-License-Identifier: MIT */
/* Reading weights: a measure of one series whose value is used, not shown. */

#include <math.h>

#include "score/measure/weigh.h"

gboolean
_kpi_weigh_init (KpiWeigh *weigh, KpiRun *run, guint32 series)
{
  weigh->term = (KpiTerm){.series = series, .sign = 1};
  weigh->measure = (KpiMeasure){.form = KPI_MEASURE_SERIES, .of = &weigh->term, .n_of = 1};
  if (!_kpi_terms_init (&weigh->terms, run, &weigh->measure))
    return FALSE;
  weigh->weights = KPI_ARENA_NEW (&weigh->terms.arena, double, run->areas->n_areas);
  weigh->terms.carrying = KPI_CARRY_ALL; /* what is weighed is not carried, the weights may be */
  return weigh->weights != NULL;
}

void
_kpi_weigh_clear (KpiWeigh *weigh)
{
  _kpi_terms_clear (&weigh->terms);
}

/* Takes one period's weights where there are none yet. */
static gboolean
take_period (KpiWeigh *weigh, const KpiPeriod *period)
{
  gboolean any;

  if (!_kpi_terms_read (&weigh->terms, period, &any))
    return FALSE;
  for (guint32 a = 0; any && a < weigh->terms.run->areas->n_areas; a++)
    if (isnan (weigh->weights[a]))
      weigh->weights[a] = weigh->terms.series[0].points[a];
  return TRUE;
}

gboolean
_kpi_weigh_read (KpiWeigh *weigh, const KpiPeriod *period)
{
  const KpiRun *run = weigh->terms.run;
  g_autofree KpiPeriod *ended = NULL;
  gsize n_ended = 0;

  for (guint32 a = 0; a < run->areas->n_areas; a++)
    weigh->weights[a] = NAN;
  if (!run->as_of)
    return take_period (weigh, period);
  ended = _kpi_terms_list_ended (&weigh->terms, period->end, &n_ended);
  for (gsize i = 0; ended != NULL && i < n_ended; i++)
    if (!take_period (weigh, &ended[i]))
      return FALSE;
  return ended != NULL;
}
