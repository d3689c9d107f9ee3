/* SPDX-License-Identifier: MIT */
#include <math.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/number.h"

static void
expect_text (double value, const char *text)
{
  char buffer[KPI_NUMBER_SIZE];
  double back = NAN;

  _kpi_number_format (value, buffer);
  cr_expect (eq (str, buffer, (char *)text));
  cr_expect (_kpi_number_parse (buffer, &back) && back == value, "%s does not come back", text);
}

/* The digits are those of Python's repr(), an independent implementation of "shortest". */
Test (number, shortest_digits, .timeout = 10)
{
  expect_text (0, "0");
  expect_text (-0.0, "0");
  expect_text (0.1, "0.1");
  expect_text (100, "100");
  expect_text (1.0 / 3, "0.3333333333333333");
  expect_text (-2.5, "-2.5");
  expect_text (1e-5, "0.00001");
  expect_text (9.9e-6, "9.9e-06");
  expect_text (9999999999999998, "9999999999999998");
  expect_text (1e16, "1e+16");
  expect_text (5e-324, "5e-324");
  expect_text (1.7976931348623157e308, "1.7976931348623157e+308");
  expect_text (9007199254740993, "9007199254740992");
  expect_text (0x1p-44, "5.684341886080802e-14");
}

Test (number, not_finite_is_empty, .timeout = 10)
{
  char buffer[KPI_NUMBER_SIZE];

  cr_expect (eq (sz, _kpi_number_format (NAN, buffer), 0));
  cr_expect (eq (sz, _kpi_number_format (INFINITY, buffer), 0));
}

Test (number, reads_decimal_and_exponent_forms_alone, .timeout = 10)
{
  static const char *const good[] = {"12", "-0.5", ".5", "5.", "+7", "1e3", "1E-3", "0012"};
  static const char *const bad[] = {"",   "-",  ".",   "e3",    "1e",  "0x10",  "inf",  "nan",
                                    " 1", "1 ", "1,5", "1.2.3", "80%", "1e999", "1_000"};
  double value;

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    cr_expect (_kpi_number_parse (good[i], &value), "%s is a number", good[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    cr_expect (not(_kpi_number_parse (bad[i], &value)), "%s is no number", bad[i]);
}
