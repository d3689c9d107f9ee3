/* SPDX-License-Identifier: MIT */
#include <math.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/rounding.h"

static void
expect_number (double value, KpiRounding rounding, KpiLanguage language, const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);

  _kpi_rounding_append (out, value, rounding, language);
  cr_expect (eq (str, out->str, (char *)text));
}

Test (rounding, numbers_are_rounded, .timeout = 10)
{
  KpiRounding two = {2, NAN, TRUE}, one = {1, 100, FALSE};

  expect_number (21.3, two, KPI_LANGUAGE_ENGLISH, "21.3");
  expect_number (21.3, two, KPI_LANGUAGE_VIETNAMESE, "21,3");
  expect_number (12.345678, two, KPI_LANGUAGE_ENGLISH, "12.35");
  expect_number (80, two, KPI_LANGUAGE_ENGLISH, "80");
  expect_number (80, one, KPI_LANGUAGE_ENGLISH, "80.0");
  expect_number (2025, two, KPI_LANGUAGE_ENGLISH, "2025");
  expect_number (12345.5, two, KPI_LANGUAGE_ENGLISH, "12 345.5");
  expect_number (1234567, two, KPI_LANGUAGE_VIETNAMESE, "1 234 567");
  expect_number (-3.5, two, KPI_LANGUAGE_ENGLISH, "−3.5");
  expect_number (NAN, two, KPI_LANGUAGE_ENGLISH, "");
  expect_number (1e20, two, KPI_LANGUAGE_ENGLISH, "1e+20");
  expect_number (100, two, KPI_LANGUAGE_ENGLISH, "100");
}

/* What is not met must not look met, and what is not zero must not look like nothing. */
Test (rounding, rounding_does_not_deceive, .timeout = 10)
{
  expect_number (79.996, (KpiRounding){2, 80, TRUE}, KPI_LANGUAGE_ENGLISH, "79.996");
  expect_number (80, (KpiRounding){2, 80, TRUE}, KPI_LANGUAGE_ENGLISH, "80");
  expect_number (99.97, (KpiRounding){1, 100, FALSE}, KPI_LANGUAGE_ENGLISH, "99.97");
  expect_number (0.0004, (KpiRounding){2, NAN, TRUE}, KPI_LANGUAGE_ENGLISH, "0.0004");
  expect_number (-0.0, (KpiRounding){2, NAN, TRUE}, KPI_LANGUAGE_ENGLISH, "0");
  expect_number (0, (KpiRounding){1, 100, FALSE}, KPI_LANGUAGE_ENGLISH, "0.0");
}
