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

/* 0.1 + 0.2 is 0.3, and 0.4 is 0.1 more, though none of them is a double; 0.31 is another number.
 */
Test (checks, what_rounding_adds_is_no_contradiction, .timeout = 10)
{
  static const char yaml[] = "kpiscore: 1\nid: m\n"
                             "indicators: {t: {max_change: 0.3}, a: {}, b: {}}\n"
                             "checks: [{sum: [a, b], equals: t, tolerance: %s}]\n";
  static const char csv[] = "area,period,t,a,b\nX,2024,%s,0.1,0.2\n";
  static const struct {
    const char *tolerance, *total;
    gsize n_findings;
  } cases[] = {{"0", "0.3", 0},  {"0.1", "0.4", 0},  {"0.1", "0.2", 0},
               {"0", "0.31", 1}, {"0", ">0.3", 1},   {"0", ">=0.3", 0},
               {"0", "<0.3", 1}, {"0.1", "0.19", 1}, {"0.1", ">0.4", 1}};

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *model = g_strdup_printf (yaml, cases[i].tolerance);
    g_autofree char *data = g_strdup_printf (csv, cases[i].total);
    g_autoptr (KpiScorecard) card = score_with (model, data, NULL);
    const KpiFindings *findings = kpi_scorecard_get_findings (card);

    cr_expect (eq (sz, kpi_findings_get_length (findings), cases[i].n_findings), "%s %s",
               cases[i].tolerance, cases[i].total);
  }
}

Test (checks, what_rounding_adds_is_no_jump, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with ("kpiscore: 1\nid: m\nindicators: {x: {max_change: 0.3}}\n",
                  "area,period,x\nA,2023,0.8\nA,2024,0.5\nA,2025,0.19\n", NULL);

  cr_expect (has_finding (kpi_scorecard_get_findings (card), "found 0.19 after 0.5"));
  cr_expect (eq (sz, kpi_findings_get_length (kpi_scorecard_get_findings (card)), 1));
}

/* More than 12 is not a part of 12, and says so. */
Test (checks, a_bound_is_told_as_one, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (
      "kpiscore: 1\nid: m\nindicators: {overdue: {}}\nchecks: [{part: overdue, of: open}]\n",
      "area,period,overdue,open\nHN,2025,>12,12\n", NULL);

  cr_expect (has_finding (kpi_scorecard_get_findings (card), "found overdue >12 (line 2) for HN"));
}

/* Of series that checks alone name `series` says something too: 10 + 20 halves are not 31. What is
 * carried is no figure of a month: 9 was true in January. */
Test (checks, series_are_made_over_time_and_not_carried, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with ("kpiscore: 1\nid: m\nseries: {m: {over_time: sum}, b: {carry: 1Y}}\n"
                  "indicators: {a: {}, c: {measure: {sum: [a, b]}}}\n"
                  "checks: [{sum: [m], equals: y}, {part: b, of: a}]\n",
                  "area,series,period,value\nA,m,2025-S1,10\nA,m,2025-S2,20\nA,y,2025,31\n"
                  "A,b,2025-01,9\nA,a,2025-01,10\nA,a,2025-02,8\n",
                  NULL);

  cr_expect (has_finding (kpi_scorecard_get_findings (card), "checks[0]: found m 30"));
  cr_expect (eq (sz, kpi_findings_get_length (kpi_scorecard_get_findings (card)), 1));
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
