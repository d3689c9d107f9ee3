/* SPDX-License-Identifier: MIT */
#include "score-support.h"

static const char *const identity =
    "kpiscore: 1\nid: m\nindicators: {total: {}, city: {}, commune: {}}\n"
    "checks:\n"
    "  - {sum: [city, commune], equals: total, tolerance: 1}\n"
    "  - {part: commune, of: total}\n";

/* Hue's procedures: 1,856 at departments and 436 at communes are 2,292, not the 2,307 published. */
Test (checks, an_identity_that_fails_names_all_figures_and_lines, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (
      identity,
      "area,series,period,value\nH,total,2025,2307\nH,city,2025,1856\nH,commune,2025,436\n", NULL);

  cr_expect (has_finding (kpi_scorecard_get_findings (card),
                          ".csv:3:13: warning: checks[0]: found city 1856 (line 3) + commune 436 "
                          "(line 4) = 2292 for H in 2025, expected total 2307 (line 2)"));
  cr_expect (eq (sz, kpi_findings_get_length (kpi_scorecard_get_findings (card)), 1));
}

Test (checks, within_the_tolerance_or_open_by_bounds_nothing_fails, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (identity,
                                              "area,period,total,city,commune\n"
                                              "A,2025,10,4,5\n"   /* 9, one short */
                                              "B,2025,>10,4,>5\n" /* 9 or more against 10 or more */
                                              "C,2025,10,4,\n"    /* a gap is no figure */
                                              "D,2025,5,0,5\n",   /* a part may be all */
                                              NULL);

  cr_expect (eq (sz, kpi_findings_get_length (kpi_scorecard_get_findings (card)), 0));
}

Test (checks, a_part_is_at_most_the_whole, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (
      "kpiscore: 1\nid: m\nindicators: {overdue: {}}\nchecks: [{part: overdue, of: open}]\n",
      "area,period,overdue,open\nHN,2025,90,89\n", NULL);

  cr_expect (has_finding (kpi_scorecard_get_findings (card),
                          "checks[0]: found overdue 90 (line 2) for HN in 2025, expected at most "
                          "open 89 (line 2)"));
}

Test (checks, a_jump_against_the_period_before, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with ("kpiscore: 1\nid: m\nindicators: {x: {max_change: 10}}\n",
                  "area,period,x\nA,2023,50\nA,2024,60\nA,2025,49\nA,2025-01,90\n", NULL);

  cr_expect (has_finding (kpi_scorecard_get_findings (card),
                          "indicators.x.max_change: found 49 after 60 for A in 2025, expected a "
                          "change of at most 10"));
  cr_expect (eq (sz, kpi_findings_get_length (kpi_scorecard_get_findings (card)), 1));
}
