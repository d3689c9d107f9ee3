/* SPDX-License-Identifier: MIT */
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "model/yaml/cursor.h"

static KpiFindings *findings;
static KpiYaml *root;
static KpiCursor top;

static void
read_root (void)
{
  static const char yaml[] =
      "a:\n"
      "  b: [x, {c: 1, 'd e': ~}]\n"
      "  \"new\\nline\": y\n"
      "  dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd: z\n";

  findings = _kpi_findings_new ();
  root = _kpi_yaml_parse (yaml, strlen (yaml), "f", FALSE, findings);
  cr_assert (ne (ptr, root, NULL));
  top = _kpi_cursor_root (root, findings);
}

static void
end (void)
{
  _kpi_yaml_unref (root);
  kpi_findings_unref (findings);
}

TestSuite (cursor, .init = read_root, .fini = end);

/* Checks how the last finding is written out. */
static void
expect_last (const char *line)
{
  g_autofree char *found = kpi_findings_format (findings, kpi_findings_get_length (findings) - 1);

  cr_expect (eq (str, found, (char *)line));
}

Test (cursor, a_finding_names_the_way_from_the_root, .timeout = 10)
{
  KpiCursor a = _kpi_cursor_get (&top, "a"), b = _kpi_cursor_get (&a, "b");
  KpiCursor item = _kpi_cursor_entry (&b, 1), c = _kpi_cursor_get (&item, "c");

  _kpi_cursor_error (&c, KPI_ERROR_VALUE, "found %d", 1);
  expect_last ("f:2:14: error: a.b[1].c: found 1");
  _kpi_cursor_error_at_key (&c, KPI_ERROR_VALUE, "key");
  expect_last ("f:2:11: error: a.b[1].c: key");
  _kpi_cursor_warn (&item, KPI_ERROR_VALUE, "item");
  expect_last ("f:2:10: warning: a.b[1]: item");
  _kpi_cursor_error (&top, KPI_ERROR_VALUE, "root");
  expect_last ("f:1:1: error: root");
}

Test (cursor, where_nothing_is_said_what_stands_above_is_to_blame, .timeout = 10)
{
  KpiCursor a = _kpi_cursor_get (&top, "a"), z = _kpi_cursor_get (&a, "z");
  KpiCursor below = _kpi_cursor_get (&z, "y");

  cr_expect (eq (ptr, (void *)z.node, NULL));
  _kpi_cursor_error (&z, KPI_ERROR_MISSING, "found no z");
  expect_last ("f:2:3: error: a: found no z");
  cr_expect (eq (ptr, (void *)below.node, NULL));
  cr_expect (eq (str, (char *)_kpi_cursor_text (&below), ""));
  cr_expect (eq (sz, _kpi_cursor_length (&below), 0));
}

Test (cursor, null_says_nothing_but_removes, .timeout = 10)
{
  KpiCursor a = _kpi_cursor_get (&top, "a"), b = _kpi_cursor_get (&a, "b");
  KpiCursor item = _kpi_cursor_entry (&b, 1), null = _kpi_cursor_get (&item, "d e");

  cr_expect (eq (ptr, (void *)null.node, NULL));
  cr_expect (_kpi_cursor_is_removed (&item, "d e"));
  cr_expect (not(_kpi_cursor_is_removed (&item, "c")));
  cr_expect (not(_kpi_cursor_is_removed (&item, "z")));
}

Test (cursor, a_key_that_cannot_be_printed_is_quoted, .timeout = 10)
{
  KpiCursor a = _kpi_cursor_get (&top, "a");
  KpiCursor line = _kpi_cursor_get (&a, "new\nline"), last = _kpi_cursor_entry (&a, 2);

  _kpi_cursor_error (&line, KPI_ERROR_VALUE, "found y");
  expect_last ("f:3:16: error: a.\"new\xef\xbf\xbdline\": found y");
  _kpi_cursor_error (&last, KPI_ERROR_VALUE, "found z");
  expect_last (
      "f:4:71: error: a.\"dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd…\": "
      "found z");
}

Test (cursor, a_hint_is_the_nearest_name, .timeout = 10)
{
  g_autoptr (KpiNames) names = _kpi_names_new ();
  g_autofree char *near = NULL, *far = NULL;

  _kpi_names_add (names, "cashless_rate");
  _kpi_names_add (names, "e_id_coverage");
  near = _kpi_cursor_hint (&top, "cashles_rate", names);
  far = _kpi_cursor_hint (&top, "rainfall", names);
  cr_expect (eq (str, near, "; did you mean cashless_rate?"));
  cr_expect (eq (str, far, ""));
}

/* The search among many names is made while few are missed, and given up when many are. */
Test (cursor, hints_end_before_they_take_all_day, .timeout = 30)
{
  g_autoptr (KpiNames) names = _kpi_names_new ();
  g_autofree char *first = NULL, *late = NULL;

  for (guint i = 0; i < 20000; i++) {
    char name[16];

    g_snprintf (name, sizeof name, "name%u", i);
    _kpi_names_add (names, name);
  }
  first = _kpi_cursor_hint (&top, "nam7", names);
  cr_expect (eq (str, first, "; did you mean name7?"));
  for (guint i = 0; i < 51; i++) /* 51 x 20,000 is past a million */
    _kpi_cursor_error (&top, KPI_ERROR_UNKNOWN, "found another");
  late = _kpi_cursor_hint (&top, "nam7", names);
  cr_expect (eq (str, late, ""));
}
