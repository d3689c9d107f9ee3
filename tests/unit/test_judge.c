/* SPDX-License-Identifier: MIT */
#include "score-support.h"

#define HEAD "area,series,period,value,published\n"

static const char words[] = "kpiscore: 1\nid: m\n"
                            "series: {state: {values: {done: 1, being built: 0}}}\n"
                            "indicators: {state: {}, also: {measure: {sum: [state]}}, x: {}}\n";

static void
expect_error (const char *yaml, const char *csv, const char *day, const char *sentence)
{
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiScorecard) card = NULL;

  if (day != NULL)
    kpi_score_options_set_as_of (options, day, NULL);
  card = try_score (yaml, csv, options, &error);
  if (sentence == NULL) {
    cr_expect (card != NULL, "%s", error->message);
    return;
  }
  cr_assert (card == NULL);
  cr_expect (eq (sz, kpi_findings_get_length (kpi_error_get_findings (error)), 1), "%s",
             error->message);
  cr_expect (strstr (error->message, sentence) != NULL, "%s", error->message);
}

Test (judge, a_word_that_stands_for_nothing, .timeout = 10)
{
  /* said once, though two indicators read it */
  expect_error (
      words, HEAD "A,state,2025,dne,\n", NULL,
      ".csv:2:14: error: state: found \"dne\", expected a number, done or being built; did "
      "you mean done?");
  expect_error (words, HEAD "A,state,2025,done,\nA,x,2025,many,\n", NULL,
                ".csv:3:10: error: x: found \"many\", expected a number, or nothing where there is "
                "none");
  expect_error (words, HEAD "A,state,2025,done,\nA,unused,2025,many,\n", NULL, NULL);
}

Test (judge, a_word_of_a_later_day_is_not_judged, .timeout = 10)
{
  static const char csv[] =
      HEAD "A,state,2025,done,\nA,state,2026,dne,\nA,state,2025,dnoe,2026-05-01\n";

  expect_error (words, csv, "2026-04-30", NULL);
  expect_error (words, csv, "2026-05-01", ".csv:4:14: error: state: found \"dnoe\"");
}

Test (judge, a_second_observation_by_an_alias, .timeout = 10)
{
  expect_error (
      "kpiscore: 1\nid: m\nareas: {A: {aliases: [Alfa]}}\n"
      "indicators: {x: {}, y: {measure: {sum: [x]}}}\n",
      HEAD "A,x,2025,1,\nAlfa,x,2025,2,\n", NULL,
      ".csv:3:13: error: x: found a second observation for \"Alfa\", which is A; the first "
      "stands in line 2");
}

Test (judge, an_observation_of_who_was_not_there, .timeout = 10)
{
  static const char yaml[] =
      "kpiscore: 1\nid: m\n"
      "areas: {Old: {until: 2025-06-30}, New: {from: 2025-07, was: [Gone]}}\n"
      "indicators: {x: {}}\n";
  g_autoptr (KpiScorecard) card = score_with (
      yaml, HEAD "Old,x,2025-08,1,\nNew,x,2025-06,2,\nOld,x,2025,3,\nGone,x,2025,4,\n", NULL);
  KpiFindings *findings = kpi_scorecard_get_findings (card);

  cr_expect (eq (sz, kpi_findings_get_length (findings), 3));
  cr_expect (has_finding (findings,
                          ".csv:2:15: warning: x: found an observation of \"Old\" in 2025-08, "
                          "expected none after 2025-06-30; passed over"));
  cr_expect (has_finding (findings,
                          ".csv:3:15: warning: x: found an observation of \"New\" in 2025-06, "
                          "expected none before 2025-07-01; passed over"));
  cr_expect (has_finding (findings, ".csv:5:1: warning: area: found \"Gone\", expected one of the "
                                    "model's areas; passed over; it is part of New now"));
  expect_number (card, "Old", "2025", "x", KPI_COLUMN_VALUE, 3);
}
