/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/findings-private.h"

#define AT(line, column) ((KpiPlace){"hue.yaml", line, column})

Test (findings, keep_what_they_are_told_in_order, .timeout = 10)
{
  g_autoptr (KpiFindings) findings = _kpi_findings_new ();
  char file[] = "hue.yaml", path[] = "indicators.e_id";

  _kpi_findings_add (findings, KPI_SEVERITY_WARNING, KPI_ERROR_UNUSED, KPI_NOWHERE, NULL, "one");
  _kpi_findings_add (findings, KPI_SEVERITY_ERROR, KPI_ERROR_TYPE, (KpiPlace){file, 7, 3}, path,
                     "found %d, expected %s", 2, "text");
  file[0] = path[0] = 'X'; /* the findings have their own copies */

  cr_assert (eq (sz, kpi_findings_get_length (findings), 2));
  cr_expect (eq (int, (int)kpi_findings_get_severity (findings, 0), KPI_SEVERITY_WARNING));
  cr_expect (eq (ptr, (void *)kpi_findings_get_file (findings, 0), NULL));
  cr_expect (eq (ptr, (void *)kpi_findings_get_path (findings, 0), NULL));
  cr_expect (eq (int, (int)kpi_findings_get_severity (findings, 1), KPI_SEVERITY_ERROR));
  cr_expect (eq (int, kpi_findings_get_code (findings, 1), KPI_ERROR_TYPE));
  cr_expect (eq (str, (char *)kpi_findings_get_file (findings, 1), "hue.yaml"));
  cr_expect (eq (u32, kpi_findings_get_line (findings, 1), 7));
  cr_expect (eq (u32, kpi_findings_get_column (findings, 1), 3));
  cr_expect (eq (str, (char *)kpi_findings_get_path (findings, 1), "indicators.e_id"));
  cr_expect (eq (str, (char *)kpi_findings_get_text (findings, 1), "found 2, expected text"));
}

/* Checks how a finding is written out. */
static void
expect_line (KpiSeverity severity, KpiPlace place, const char *path, const char *line)
{
  g_autoptr (KpiFindings) findings = _kpi_findings_new ();
  g_autofree char *got = NULL;

  _kpi_findings_add (findings, severity, KPI_ERROR_VALUE, place, path, "found 5, expected 4");
  got = kpi_findings_format (findings, 0);
  cr_expect (eq (str, got, (char *)line));
}

Test (findings, are_written_without_the_parts_they_lack, .timeout = 10)
{
  expect_line (KPI_SEVERITY_ERROR, AT (7, 3), "areas.X",
               "hue.yaml:7:3: error: areas.X: found 5, expected 4");
  expect_line (KPI_SEVERITY_WARNING, AT (7, 0), NULL, "hue.yaml:7: warning: found 5, expected 4");
  expect_line (KPI_SEVERITY_ERROR, AT (0, 0), "", "hue.yaml: error: found 5, expected 4");
  expect_line (KPI_SEVERITY_ERROR, KPI_NOWHERE, NULL, "error: found 5, expected 4");
}

static void
add_many (KpiFindings *findings, KpiSeverity severity, guint n)
{
  for (guint i = 0; i < n; i++)
    _kpi_findings_add (findings, severity, KPI_ERROR_VALUE, AT (i + 1, 1), NULL, "number %u", i);
}

/* Checks that finding `index` is the one that says that there are more. */
static void
expect_closing (const KpiFindings *findings, gsize index)
{
  cr_expect (eq (int, kpi_findings_get_code (findings, index), KPI_ERROR_LIMIT));
  cr_expect (eq (ptr, (void *)kpi_findings_get_file (findings, index), NULL));
  cr_expect (eq (str, (char *)kpi_findings_get_text (findings, index),
                 "there are more than 1000; mend those above first"));
}

Test (findings, a_thousand_of_each_severity_and_no_more, .timeout = 10)
{
  g_autoptr (KpiFindings) findings = _kpi_findings_new ();

  add_many (findings, KPI_SEVERITY_WARNING, KPI_MAX_FINDINGS);
  cr_expect (eq (sz, kpi_findings_get_length (findings), 1000));
  add_many (findings, KPI_SEVERITY_WARNING, 500);
  cr_expect (eq (sz, kpi_findings_get_length (findings), 1001));
  expect_closing (findings, 1000);

  /* Warnings, however many, do not hide an error. */
  cr_expect (not(_kpi_findings_has_errors (findings)));
  add_many (findings, KPI_SEVERITY_ERROR, 1);
  cr_expect (_kpi_findings_has_errors (findings));
  cr_expect (eq (sz, kpi_findings_get_length (findings), 1002));
}

Test (findings, appending_keeps_order_and_limit, .timeout = 10)
{
  g_autoptr (KpiFindings) findings = _kpi_findings_new ();
  g_autoptr (KpiFindings) more = _kpi_findings_new ();

  add_many (findings, KPI_SEVERITY_ERROR, 1);
  _kpi_findings_add (more, KPI_SEVERITY_WARNING, KPI_ERROR_UNUSED, AT (9, 2), "a.b", "last");
  _kpi_findings_append (findings, more);
  cr_assert (eq (sz, kpi_findings_get_length (findings), 2));
  cr_expect (eq (int, kpi_findings_get_code (findings, 1), KPI_ERROR_UNUSED));
  cr_expect (eq (u32, kpi_findings_get_line (findings, 1), 9));
  cr_expect (eq (str, (char *)kpi_findings_get_path (findings, 1), "a.b"));

  add_many (more, KPI_SEVERITY_ERROR, 5000);
  _kpi_findings_append (findings, more);
  /* Now 1000 errors, the closing one, and the warning twice. */
  cr_expect (eq (sz, kpi_findings_get_length (findings), 1003));
  expect_closing (findings, 1002);
}

Test (findings, a_reference_keeps_them, .timeout = 10)
{
  KpiFindings *findings = _kpi_findings_new ();
  KpiFindings *again = kpi_findings_ref (findings);

  cr_expect (eq (ptr, again, findings));
  add_many (findings, KPI_SEVERITY_ERROR, 1);
  kpi_findings_unref (findings);
  cr_expect (eq (sz, kpi_findings_get_length (again), 1));
  kpi_findings_unref (again);
}
