/* SPDX-License-Identifier: MIT */
/* What a builder has gathered: the part of it that does not come from files. */

#include "data/observations/duplicates.h"
#include "data/observations/intake.h"

void
_kpi_intake_init (KpiIntake *intake)
{
  _kpi_first_seen_init (&intake->areas);
  _kpi_first_seen_init (&intake->series);
  intake->words = _kpi_names_new ();
  intake->periods = _kpi_periods_new ();
  _kpi_entries_init (&intake->entries);
  intake->files = g_ptr_array_new_with_free_func (g_free);
  intake->paths = g_ptr_array_new_with_free_func (g_free);
  intake->findings = _kpi_findings_new ();
}

void
_kpi_intake_clear (KpiIntake *intake)
{
  _kpi_first_seen_clear (&intake->areas);
  _kpi_first_seen_clear (&intake->series);
  g_clear_pointer (&intake->words, _kpi_names_free);
  g_clear_pointer (&intake->periods, _kpi_periods_free);
  _kpi_entries_clear (&intake->entries);
  g_clear_pointer (&intake->files, g_ptr_array_unref);
  g_clear_pointer (&intake->paths, g_ptr_array_unref);
  g_clear_pointer (&intake->findings, kpi_findings_unref);
}

gboolean
_kpi_intake_finish (KpiIntake *intake, const KpiReadOptions *options)
{
  g_autofree guint32 *ranks = _kpi_periods_sort (intake->periods);
  guint32 n_series = _kpi_names_length (intake->series.names);

  if (ranks == NULL || !_kpi_entries_sort (&intake->entries, n_series, ranks, intake->periods)) {
    _kpi_findings_add (intake->findings, KPI_SEVERITY_ERROR, KPI_ERROR_MEMORY, KPI_NOWHERE, NULL,
                       "no memory to sort so many observations");
    return FALSE;
  }
  _kpi_duplicates_report (intake, options);
  return !_kpi_findings_has_errors (intake->findings);
}
