/* SPDX-License-Identifier: MIT */
/* Measuring the past, and putting it in order. */

#include "base/sort.h"
#include "score/measure/measure.h"
#include "score/prepare/past.h"
#include "score/run/time-axis.h"

gboolean
_kpi_past_measure (KpiPast *past, KpiRun *run, const KpiIndicator *indicator)
{
  past->sheet = (KpiSheet){0};
  past->run = _kpi_run_quiet (run);
  past->run.as_of = FALSE;
  past->run.periods = NULL;
  return _kpi_time_axis_set_ended (&past->run, run->periods[0].end) &&
         _kpi_run_check_size (run, past->run.n_periods, 1, "indicators") &&
         _kpi_measure_indicator (&past->run, indicator, &past->sheet);
}

void
_kpi_past_clear (KpiPast *past)
{
  _kpi_sheet_clear (&past->sheet);
  g_free (past->run.periods);
  kpi_findings_unref (past->run.findings);
}

/* A run's periods ascend, so that of those that end together the longest comes first. */
static gint
compare_moments (gconstpointer a, gconstpointer b, gpointer order)
{
  const KpiMoment *left = a, *right = b;
  gint by_length = KPI_ORDER (left->period, right->period);

  if (left->end != right->end)
    return KPI_ORDER (left->end, right->end);
  return *(const KpiMomentOrder *)order == KPI_LONGEST_FIRST ? by_length : -by_length;
}

KpiMoment *
_kpi_moments_new (KpiArena *arena, const KpiRun *run, const KpiSheet *sheet, guint frequencies,
                  KpiMomentOrder order, gsize *out_n)
{
  KpiMoment *moments = KPI_ARENA_NEW (arena, KpiMoment, run->n_periods);
  gsize n = 0;

  for (gsize p = 0; moments != NULL && p < run->n_periods; p++)
    if (sheet->slots[p] != KPI_NO_SLOT && (frequencies & (1u << run->periods[p].frequency)) &&
        _kpi_sheet_has_own (sheet, &run->periods[p]))
      moments[n++] = (KpiMoment){p, run->periods[p].end, (gsize)sheet->slots[p] * sheet->n_areas};
  _kpi_sort (moments, n, sizeof *moments, compare_moments, &order);
  *out_n = n;
  return moments;
}
