/* SPDX-License-Identifier: MIT */
#include "score-support.h"

Test (flags, each_has_a_name_of_its_own, .timeout = 10)
{
  cr_expect (eq (str, (char *)kpi_flags_get_name (KPI_FLAG_CONTRADICTORY), "contradictory"));
  cr_expect (eq (str, (char *)kpi_flags_get_name (KPI_FLAG_JUMP), "jump"));
  cr_expect (eq (str, (char *)kpi_flags_get_name (KPI_FLAG_STALE), "stale"));
  cr_expect (eq (str, (char *)kpi_flags_get_name (KPI_FLAG_OUTSIDE), "outside"));
  cr_expect (eq (str, (char *)kpi_flags_get_name (KPI_FLAG_DIFFERS), "differs"));
  cr_expect (eq (str, (char *)kpi_flags_get_name (KPI_FLAG_ROLLED_UP), "rolled_up"));
  cr_expect (kpi_flags_get_name (0) == NULL);
  cr_expect (kpi_flags_get_name (KPI_FLAG_JUMP | KPI_FLAG_STALE) == NULL, "one at a time");
}

/* A row without a cell, and one without a mark, have none. */
Test (flags, most_rows_have_none, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (
      "kpiscore: 1\nid: m\nindicators: {x: {}, absent: {}}\n", "area,period,x\nA,2025,1\n", NULL);

  for (gsize row = 0; row < kpi_scorecard_get_n_rows (card); row++)
    cr_expect (eq (int, kpi_scorecard_get_flags (card, row), 0));
  cr_expect (eq (sz, kpi_scorecard_get_n_rows (card), 2));
}
