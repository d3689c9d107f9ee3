/* SPDX-License-Identifier: MIT */
#include "score-support.h"

static const char *const model = "kpiscore: 1\nid: m\nindicators:\n"
                                 "  share: {measure: {ratio: {of: [ict], to: [grpd], per: 100}}}\n"
                                 "  again: {measure: {sum: [ict, grpd]}}\n"
                                 "  nobody: {measure: {ratio: {of: [p], to: [q]}}}\n";

/* `grpd` is told once, though two measures read it; of `nobody` nothing is there, so that nothing
 * is said of it. */
Test (absent, half_a_measure_is_told_with_the_nearest_name, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (model, "area,period,ict,grdp\nA,2025,1,2\n", NULL);
  KpiFindings *findings = kpi_scorecard_get_findings (card);

  cr_expect (has_finding (findings, "warning: indicators.share.measure: found no observation of "
                                    "\"grpd\", expected some beside those of \"ict\"; did you mean "
                                    "grdp?"));
  cr_expect (not(has_finding (findings, "indicators.again")));
  cr_expect (not(has_finding (findings, "nobody")));
}

Test (absent, half_a_check_is_told, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with ("kpiscore: 1\nid: m\nindicators: {open: {}}\n"
                                              "checks: [{part: overdue, of: open}]\n",
                                              "area,period,open\nA,2025,1\n", NULL);

  cr_expect (has_finding (kpi_scorecard_get_findings (card),
                          "warning: checks[0]: found no observation of \"overdue\", expected some "
                          "beside those of \"open\""));
}
