/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "write/width.h"

Test (width, marks_take_no_column_and_wide_letters_two, .timeout = 10)
{
  cr_expect (eq (sz, _kpi_width (""), 0));
  cr_expect (eq (sz, _kpi_width ("Hue"), 3));
  cr_expect (eq (sz, _kpi_width ("Huế"), 3), "composed");
  cr_expect (eq (sz, _kpi_width ("Hue\u0302\u0301"), 3), "e, circumflex, acute");
  cr_expect (eq (sz, _kpi_width ("順化"), 4));
}

static void
expect_taken (const char *text, gsize columns, gsize bytes)
{
  cr_expect (eq (sz, (gsize)(_kpi_width_take (text, columns) - text), bytes), "%s at %zu", text,
             columns);
}

Test (width, a_letter_keeps_its_marks, .timeout = 10)
{
  expect_taken ("abc", 0, 0);
  expect_taken ("abc", 2, 2);
  expect_taken ("abc", 9, 3);
  expect_taken ("Hue\u0302\u0301!", 3, 7); /* H, u, e and two marks of two bytes each */
  expect_taken ("順化", 3, 3);             /* half of a wide letter is none */
}

static void
expect_words (const char *text, gsize columns, const char *first, const char *rest)
{
  const char *next;
  const char *end = _kpi_width_take_words (text, columns, &next);
  g_autofree char *taken = g_strndup (text, (gsize)(end - text));

  cr_expect (eq (str, taken, (char *)first), "%s at %zu", text, columns);
  cr_expect (eq (str, (char *)next, (char *)rest), "%s at %zu", text, columns);
}

Test (width, a_line_ends_with_a_word, .timeout = 10)
{
  expect_words ("two words", 20, "two words", "");
  expect_words ("two words", 9, "two words", "");
  expect_words ("two words", 8, "two", "words");
  expect_words ("two words", 3, "two", "words");
  expect_words ("two words", 2, "tw", "o words");
  expect_words ("unparted", 4, "unpa", "rted");
}
