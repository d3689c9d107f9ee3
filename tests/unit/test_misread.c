/* SPDX-License-Identifier: MIT */
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/misread.h"
#include "data/observations/value.h"

/* Expects that a cell is refused for this reason. */
static void
expect_reason (const char *text, char decimal, const char *reason)
{
  KpiValue value;
  const char *why = _kpi_value_read (text, decimal, &value);

  cr_assert (why != NULL, "%s was read", text);
  cr_expect (strstr (why, reason) != NULL, "%s: expected %s", text, why);
}

Test (misread, a_number_with_more_than_digits, .timeout = 10)
{
  expect_reason ("80%", '.', "a number without %");
  expect_reason ("80 %", '.', "a number without %");
  expect_reason (">80%", '.', "a number without %");
  expect_reason ("inf", '.', "a finite number");
  expect_reason ("-Infinity", '.', "a finite number");
  expect_reason ("∞", '.', "a finite number");
  expect_reason ("0x10", '.', "a decimal number");
  expect_reason ("1e999", '.', "a number that a double can hold");
  expect_reason ("-1e999", '.', "a number that a double can hold");
  expect_reason (">1e999", '.', "a number that a double can hold");
}

Test (misread, thousands_marks, .timeout = 10)
{
  static const char *const grouped[] = {"1,234,567", "1,234.5",    "1.234.567",  "1.234,5",
                                        "1 234",     "-1 234",     "1 234.5",    "1'234",
                                        "1_234",     "1\u00a0234", "1\u202f234", "12 345 678"};

  for (gsize i = 0; i < G_N_ELEMENTS (grouped); i++) {
    expect_reason (grouped[i], '.', "a number without thousands marks");
    expect_reason (grouped[i], ',', "a number without thousands marks");
  }
}

Test (misread, the_other_decimal_mark, .timeout = 10)
{
  expect_reason ("1,5", '.', "a decimal point");
  expect_reason ("-12,75", '.', "a decimal point");
  expect_reason ("1,234", '.', "without thousands marks and with a decimal point: 1234 or 1.234");
  expect_reason ("1.5", ',', "a decimal comma");
}

Test (misread, bounds_and_ranges, .timeout = 10)
{
  expect_reason ("≥80", '.', "a bound such as >80");
  expect_reason ("≤5", '.', "a bound such as >80");
  expect_reason ("> 80", '.', "a bound such as >80");
  expect_reason ("85-90", '.', "a range with two dots");
  expect_reason ("85–90", '.', "a range with two dots");
  expect_reason ("85 - 90", '.', "a range with two dots");
  expect_reason ("85...90", '.', "a range with two dots");
  expect_reason ("90..85", '.', "a range from the lower end");
}

Test (misread, anything_else, .timeout = 10)
{
  expect_reason ("−5", '.', "a number with the sign -");
  expect_reason ("n/a", '.', "a number, or nothing where there is none");
  expect_reason ("being built", '.', "a number, or nothing");
  cr_expect (_kpi_misread_explain ("", '.') == NULL);
  cr_expect (_kpi_misread_explain ("n/a", '.') == NULL);
}

Test (misread, a_decimal_comma_is_told_from_a_thousands_mark, .timeout = 10)
{
  cr_expect (_kpi_misread_has_decimal_comma ("88,36"));
  cr_expect (_kpi_misread_has_decimal_comma ("-0,5"));
  cr_expect (_kpi_misread_has_decimal_comma ("1234,567"));
  cr_expect_not (_kpi_misread_has_decimal_comma ("1,234"));
  cr_expect_not (_kpi_misread_has_decimal_comma ("88.36"));
  cr_expect_not (_kpi_misread_has_decimal_comma ("88,"));
  cr_expect_not (_kpi_misread_has_decimal_comma ("88,36 people"));
}
