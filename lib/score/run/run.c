/* SPDX-License-Identifier: MIT */
/* What any stage of a run may have to say: that it is too large; and runs that say nothing.
 *
 * Always true: it is said once, and not beside an error that ends the run as well. */

#include <kpiscore/scorecard.h>

#include "score/run/run.h"

KpiRun
_kpi_run_quiet (const KpiRun *run)
{
  KpiRun quiet = *run;

  quiet.findings = _kpi_findings_new ();
  quiet.remarks = NULL;
  return quiet;
}

gboolean
_kpi_run_no_memory (KpiRun *run)
{
  if (_kpi_findings_has_errors (run->findings))
    return FALSE;
  _kpi_findings_add (run->findings, KPI_SEVERITY_ERROR, KPI_ERROR_MEMORY, KPI_NOWHERE, NULL,
                     "no memory for %u areas and %" G_GSIZE_FORMAT " periods", run->areas->n_areas,
                     run->n_periods);
  return FALSE;
}

gboolean
_kpi_run_check_size (KpiRun *run, gsize n_periods, gsize n_layers, const char *layers)
{
  guint64 cells;

  if (g_uint64_checked_mul (&cells, run->areas->n_areas, MAX (n_periods, 1)) &&
      g_uint64_checked_mul (&cells, cells, n_layers) && cells <= KPI_MAX_CELLS)
    return TRUE;
  _kpi_findings_add (run->findings, KPI_SEVERITY_ERROR, KPI_ERROR_LIMIT, KPI_NOWHERE, NULL,
                     "found %u areas x %" G_GSIZE_FORMAT " periods x %" G_GSIZE_FORMAT
                     " %s, expected at most %" G_GUINT64_FORMAT " cells",
                     run->areas->n_areas, n_periods, n_layers, layers, KPI_MAX_CELLS);
  return FALSE;
}
