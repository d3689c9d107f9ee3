/* SPDX-License-Identifier: MIT */
#include <math.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "data/dataset/block.h"
#include "data/observations/value.h"

static void
expect_cell (const char *text, double point, double low, double high, guint8 flags)
{
  KpiValue value;
  const char *why = _kpi_value_read (text, '.', &value);

  cr_assert (why == NULL, "%s: expected %s", text, why);
  cr_expect (value.point == point, "%s is %.17g", text, value.point);
  cr_expect (value.low == low && value.high == high, "%s is from %g to %g", text, value.low,
             value.high);
  cr_expect (value.flags == flags, "%s has flags %u", text, value.flags);
  cr_expect (_kpi_value_has_bounds (&value) == (low != high), "%s", text);
}

static void
expect_number (const char *text, double point)
{
  expect_cell (text, point, point, point, 0);
}

static void
expect_refused (const char *text)
{
  KpiValue value;

  cr_expect (_kpi_value_read (text, '.', &value) != NULL, "%s is %g", text, value.point);
}

/* The doubles on the right are the compiler's, which rounds correctly. */
Test (value, numbers, .timeout = 10)
{
  expect_number ("0", 0);
  expect_number ("12", 12);
  expect_number ("-12.5", -12.5);
  expect_number ("+7", 7);
  expect_number (".5", 0.5);
  expect_number ("5.", 5);
  expect_number ("0012.50", 12.5);
  expect_number ("0.1", 0.1);
  expect_number ("1e3", 1000);
  expect_number ("1E-3", 0.001);
  expect_number ("123456789012345", 123456789012345);
  expect_number ("0.000001234", 0.000001234);
  expect_number ("1e22", 1e22);
  expect_number ("1e23", 1e23);
  expect_number ("9007199254740993", 9007199254740993.0);
  expect_number ("0.30000000000000004", 0.30000000000000004);
  expect_number ("1.7976931348623157e308", 1.7976931348623157e308);
  expect_number ("5e-324", 5e-324);
  expect_number ("1e-999", 0);
  expect_number ("0e999999999999", 0);
  expect_number ("2.2250738585072011e-308", 2.2250738585072011e-308);
  expect_number ("179769313486231570000000000000000000000",
                 179769313486231570000000000000000000000.0);
}

/* strtod() reads the same text another way; both must be the nearest double. */
Test (value, both_ways_to_read_a_number_agree, .timeout = 30)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (57);

  for (guint i = 0; i < 200000; i++) {
    char text[64];
    double number = NAN;

    g_snprintf (text, sizeof text, "%s%u.%0*ue%d", i % 2 ? "-" : "",
                g_rand_int (random) >> (i % 29), g_rand_int_range (random, 1, 8),
                (guint)g_rand_int_range (random, 0, 10000000), g_rand_int_range (random, -30, 31));
    cr_assert (_kpi_value_read_number (text, '.', &number) == NULL);
    cr_assert (number == g_ascii_strtod (text, NULL), "%s is %.17g", text, number);
  }
}

Test (value, a_missing_cell_has_no_point_and_no_bounds, .timeout = 10)
{
  static const char *const cells[] = {"", "NaN"};

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++) {
    KpiValue value;

    cr_assert (_kpi_value_read (cells[i], '.', &value) == NULL);
    cr_expect (isnan (value.point) && !_kpi_value_has_bounds (&value));
  }
  expect_refused ("nan");
  expect_refused ("n/a");
  expect_refused ("-");
}

Test (value, bounds, .timeout = 10)
{
  expect_cell (">80", 80, 80, INFINITY, KPI_CELL_LOW_OPEN);
  expect_cell (">=80", 80, 80, INFINITY, 0);
  expect_cell ("<5", 5, -INFINITY, 5, KPI_CELL_HIGH_OPEN);
  expect_cell ("<=5", 5, -INFINITY, 5, 0);
  expect_cell (">-1.5e1", -15, -15, INFINITY, KPI_CELL_LOW_OPEN);
  expect_cell ("85..90", 87.5, 85, 90, 0);
  expect_cell ("-1.5..0.5", -0.5, -1.5, 0.5, 0);
  expect_cell ("85..85", 85, 85, 85, 0);
  expect_cell ("1.7e308..1.7e308", 1.7e308, 1.7e308, 1.7e308, 0);
}

Test (value, about_is_exact, .timeout = 10)
{
  KpiValue value;

  expect_number ("~90", 90);
  cr_expect (_kpi_value_read ("~90", '.', &value) == NULL && value.about);
  cr_expect (_kpi_value_read ("90", '.', &value) == NULL && !value.about);
}

Test (value, a_decimal_comma, .timeout = 10)
{
  KpiValue value;
  double number;

  cr_expect (_kpi_value_read ("1,5..2,25", ',', &value) == NULL);
  cr_expect (value.low == 1.5 && value.high == 2.25);
  cr_expect (_kpi_value_read_number ("0,30000000000000004", ',', &number) == NULL);
  cr_expect (eq (dbl, number, 0.30000000000000004));
  cr_expect (_kpi_value_read_number ("1.5", ',', &number) != NULL);
}

Test (value, what_is_no_cell, .timeout = 10)
{
  static const char *const cells[] = {"abc", "1.2.3",  "--1",   "1e",  "e5",    "85...90", "85..",
                                      "..5", "90..85", ">",     ">=",  "=>5",   "> 80",    "~",
                                      "~>5", "~1..2",  ">1..2", "1 2", "1e999", "inf",     "0x10"};

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    expect_refused (cells[i]);
}

Test (value, a_plain_number_has_no_bounds, .timeout = 10)
{
  double number;

  cr_expect (_kpi_value_read_number (">5", '.', &number) != NULL);
  cr_expect (_kpi_value_read_number ("5..6", '.', &number) != NULL);
  cr_expect (_kpi_value_read_number ("", '.', &number) != NULL);
}

Test (value, a_number_that_is_too_long, .timeout = 10)
{
  g_autofree char *nines = g_strnfill (2000, '9');
  g_autofree char *zeros = g_strnfill (2000, '0');
  KpiValue value;

  cr_expect (eq (str, (char *)_kpi_value_read (nines, '.', &value),
                 "a number of at most 1,000 characters"));
  cr_expect (_kpi_value_read (zeros, '.', &value) == NULL && value.point == 0);
}
