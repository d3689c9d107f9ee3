/* SPDX-License-Identifier: MIT */
#include "model-expect.h"

/* Checks that exactly these findings come, each by the beginning of its line. */
static void
expect_all (const char *yaml, const char *const *lines)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiModel) model = kpi_model_parse (yaml, -1, &error);
  KpiFindings *findings = kpi_error_get_findings (error);
  gsize n = 0;

  for (; lines[n] != NULL; n++)
    expect_finding (findings, n, (KpiError)kpi_findings_get_code (findings, n), lines[n], yaml);
  cr_expect (eq (sz, kpi_findings_get_length (findings), n), "%s", error->message);
}

Test (salvage, mistakes_of_form_and_of_meaning_come_together, .timeout = 10)
{
  expect_all (HEAD "titel: x\n"
                   "indicators:\n"
                   "  one: {betterr: higher}\n"
                   "  two: {target: {between: [5, 1]}}\n"
                   "index: {id: i, of: [{weight: 3}, on, two]}\n",
              (const char *[]){"3:1: error: found the key \"titel\"",
                               "5:9: error: indicators.one: found the key",
                               "6:27: error: indicators.two.target.between: found a range",
                               "7:21: error: index.of[0]: found no id",
                               "7:34: error: index.of[1]: found \"on\"", NULL});
}

/* What was refused is not reported again as missing. */
Test (salvage, a_mistake_has_no_echo, .timeout = 10)
{
  expect_all (HEAD "areas: {A: {levl: x}, B: {parent: A}}\n"
                   "defaults: {score: met}\n"
                   "indicators:\n"
                   "  one: {target: {at_least: abc, for: {A: {at_least: 3}}}}\n"
                   "index: {id: i, of: [one, {id: g, of: 5}]}\n",
              (const char *[]){"3:13: error: areas.A: found the key \"levl\"",
                               "6:28: error: indicators.one.target.at_least: found \"abc\"",
                               "7:38: error: index.of[1].of: found \"5\"", NULL});
}

Test (salvage, a_file_that_cannot_be_read_leaves_its_names_unjudged, .timeout = 10)
{
  expect_all (HEAD "extends: [kpiscore:nosuch]\nindicators: {a: {}}\n"
                   "index: {id: i, of: [a, from_there]}\n",
              (const char *[]){"3:11: error: extends[0]: found \"nosuch\"", NULL});
}
