/* SPDX-License-Identifier: MIT */
#include <math.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/json.h"

static void
expect (GString *text, const char *wanted)
{
  cr_expect (eq (str, text->str, (char *)wanted));
  g_string_free (text, TRUE);
}

/* Expected text as Python's json.dumps (..., indent=2) writes it, but for what is empty, which
 * keeps its line. */
Test (json, items_have_lines_of_their_own, .timeout = 10)
{
  GString *text = g_string_new (NULL);
  KpiWriter out = _kpi_writer_to_text (text);
  KpiJson json = {.out = &out, .indent = 2};

  _kpi_json_begin (&json, NULL, '{');
  _kpi_json_put_text (&json, "a", "x");
  _kpi_json_begin (&json, "b", '[');
  _kpi_json_put_number (&json, NULL, 0.1);
  _kpi_json_put (&json, NULL, "true");
  _kpi_json_end (&json, ']');
  _kpi_json_begin (&json, "c", '[');
  _kpi_json_end (&json, ']');
  _kpi_json_end (&json, '}');
  expect (text, "{\n  \"a\": \"x\",\n  \"b\": [\n    0.1,\n    true\n  ],\n  \"c\": [\n  ]\n}");
}

Test (json, flat_items_stay_on_the_line, .timeout = 10)
{
  GString *text = g_string_new (NULL);
  KpiWriter out = _kpi_writer_to_text (text);
  KpiJson json = {.out = &out, .flat = TRUE};

  _kpi_json_begin (&json, NULL, '[');
  _kpi_json_put_number (&json, NULL, 1);
  _kpi_json_put_number (&json, NULL, NAN);
  _kpi_json_begin (&json, NULL, '{');
  _kpi_json_put_text (&json, "k", "");
  _kpi_json_end (&json, '}');
  _kpi_json_end (&json, ']');
  expect (text, "[1, null, {\"k\": \"\"}]");
}

/* RFC 8259, 7: what must be escaped; all else is written as it is. */
Test (json, only_what_must_be_escaped_is, .timeout = 10)
{
  GString *text = g_string_new (NULL);
  KpiWriter out = _kpi_writer_to_text (text);

  _kpi_json_quote (&out, "a\"b\\c\n\x1f\x7f/Huế");
  expect (text, "\"a\\\"b\\\\c\\u000a\\u001f\x7f/Huế\"");
}
