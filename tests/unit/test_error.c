/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/findings-private.h"

/* A warning, then two errors. */
static KpiFindings *
three_findings (void)
{
  KpiFindings *findings = _kpi_findings_new ();

  _kpi_findings_add (findings, KPI_SEVERITY_WARNING, KPI_ERROR_UNUSED, KPI_NOWHERE, NULL, "zero");
  _kpi_findings_add (findings, KPI_SEVERITY_ERROR, KPI_ERROR_MISSING, (KpiPlace){"a.yaml", 2, 1},
                     "id", "one");
  _kpi_findings_add (findings, KPI_SEVERITY_ERROR, KPI_ERROR_CYCLE, KPI_NOWHERE, NULL, "two");
  return findings;
}

Test (error, carries_all_findings_and_the_first_code, .timeout = 10)
{
  g_autoptr (KpiFindings) findings = three_findings ();
  g_autoptr (GError) error = NULL;

  cr_expect (not(_kpi_findings_fail (findings, &error)));
  cr_assert (g_error_matches (error, KPI_ERROR, KPI_ERROR_MISSING));
  cr_expect (eq (str, error->message, "a.yaml:2:1: error: id: one\nerror: two"));
  cr_expect (eq (ptr, kpi_error_get_findings (error), findings));
}

Test (error, copies_share_the_findings_and_outlive_the_first, .timeout = 10)
{
  g_autoptr (GError) copy = NULL;
  {
    g_autoptr (KpiFindings) findings = three_findings ();
    g_autoptr (GError) error = NULL;

    _kpi_findings_fail (findings, &error);
    copy = g_error_copy (error);
  }
  cr_assert (ne (ptr, kpi_error_get_findings (copy), NULL));
  cr_expect (eq (sz, kpi_findings_get_length (kpi_error_get_findings (copy)), 3));
}

Test (error, a_single_finding_without_a_place, .timeout = 10)
{
  g_autoptr (GError) error = NULL;

  cr_expect (
      not(_kpi_error_set (&error, KPI_ERROR_ARGUMENT, "found %s, expected a day", "\"x%s\"")));
  cr_assert (g_error_matches (error, KPI_ERROR, KPI_ERROR_ARGUMENT));
  cr_expect (eq (str, error->message, "error: found \"x%s\", expected a day"));
  cr_expect (eq (sz, kpi_findings_get_length (kpi_error_get_findings (error)), 1));
}

Test (error, who_does_not_ask_is_not_told, .timeout = 10)
{
  g_autoptr (KpiFindings) findings = three_findings ();

  cr_expect (not(_kpi_findings_fail (findings, NULL)));
  cr_expect (not(_kpi_error_set (NULL, KPI_ERROR_FILE, "nobody asks")));
}

Test (error, other_domains_have_no_findings, .timeout = 10)
{
  g_autoptr (GError) error = g_error_new_literal (G_MARKUP_ERROR, 0, "not ours");

  cr_expect (eq (ptr, kpi_error_get_findings (error), NULL));
}

/* Bindings hand these words on. A code added to the enumeration needs its word and its line here.
 */
Test (error, every_code_has_a_word, .timeout = 10)
{
  static const char *const words[] = {
      "file", "syntax", "encoding", "limit", "memory",    "unknown", "duplicate", "missing",
      "type", "value",  "conflict", "cycle", "not-built", "unused",  "undefined", "argument"};

  cr_assert (eq (sz, G_N_ELEMENTS (words), KPI_ERROR_ARGUMENT + 1));
  for (gint code = 0; code < (gint)G_N_ELEMENTS (words); code++)
    cr_expect (eq (str, (char *)kpi_error_get_name (code), (char *)words[code]));
  cr_expect (eq (ptr, (void *)kpi_error_get_name (-1), NULL));
  cr_expect (eq (ptr, (void *)kpi_error_get_name (KPI_ERROR_ARGUMENT + 1), NULL));
}

Test (error, the_nearest_word_is_what_was_meant, .timeout = 10)
{
  static const char *const known[] = {"score", "stats", "alerts", NULL};

  cr_expect (eq (str, (char *)kpi_error_find_nearest ("scroe", known), "score"));
  cr_expect (eq (str, (char *)kpi_error_find_nearest ("Alert", known), "alerts"));
  cr_expect (eq (ptr, (char *)kpi_error_find_nearest ("explain", known), NULL));
}
