/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <kpiscore/scorecard.h>

#include "score/run/run.h"

/* KPI_MAX_CELLS is 2^27: 2^10 areas x 2^10 periods x 2^7 layers. */
Test (run, as_many_cells_as_there_may_be, .timeout = 10)
{
  g_autoptr (KpiFindings) findings = _kpi_findings_new ();
  KpiAreas areas = {.n_areas = 1024};
  KpiRun run = {.areas = &areas, .findings = findings};

  cr_expect (_kpi_run_check_size (&run, 1024, 128, "nodes"));
  cr_expect (_kpi_run_check_size (&run, 0, 1, "nodes"));
  cr_expect (eq (sz, kpi_findings_get_length (findings), 0));
  cr_expect_not (_kpi_run_check_size (&run, 1024, 129, "nodes"));
  cr_expect_not (_kpi_run_check_size (&run, G_MAXSIZE, G_MAXSIZE, "nodes"));
  cr_assert (eq (sz, kpi_findings_get_length (findings), 2));
  cr_expect_str_eq (
      kpi_findings_get_text (findings, 0),
      "found 1024 areas x 1024 periods x 129 nodes, expected at most 134217728 cells");
}

Test (run, an_end_of_memory_is_said_once, .timeout = 10)
{
  g_autoptr (KpiFindings) findings = _kpi_findings_new ();
  KpiAreas areas = {.n_areas = 3};
  KpiRun run = {.areas = &areas, .n_periods = 2, .findings = findings};

  cr_expect_not (_kpi_run_no_memory (&run));
  cr_expect_not (_kpi_run_no_memory (&run));
  cr_assert (eq (sz, kpi_findings_get_length (findings), 1));
  cr_expect (eq (int, (int)kpi_findings_get_code (findings, 0), (int)KPI_ERROR_MEMORY));
  cr_expect_str_eq (kpi_findings_get_text (findings, 0), "no memory for 3 areas and 2 periods");
}
