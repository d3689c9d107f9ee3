/* SPDX-License-Identifier: MIT */
/* Numbers as text.
 *
 * Always true: _kpi_number_parse() of what _kpi_number_format() wrote is the same double. */

#include <math.h>
#include <string.h>

#include "base/number.h"

/* Passes over digits; tells how many. */
static gsize
skip_digits (const char **at)
{
  const char *start = *at;

  while (g_ascii_isdigit (**at))
    (*at)++;
  return (gsize)(*at - start);
}

static gboolean
is_number (const char *text)
{
  gsize n_digits;

  if (*text == '-' || *text == '+')
    text++;
  n_digits = skip_digits (&text);
  if (*text == '.') {
    text++;
    n_digits += skip_digits (&text);
  }
  if (n_digits == 0)
    return FALSE;
  if (*text == 'e' || *text == 'E') {
    text++;
    if (*text == '-' || *text == '+')
      text++;
    if (skip_digits (&text) == 0)
      return FALSE;
  }
  return *text == '\0';
}

gboolean
_kpi_number_parse (const char *text, double *out_value)
{
  double value;

  if (!is_number (text))
    return FALSE;
  value = g_ascii_strtod (text, NULL);
  if (!isfinite (value))
    return FALSE;
  *out_value = value;
  return TRUE;
}

/* Adds one to the last of the digits in `text`, "d.ddde±xx". FALSE if it would carry. */
static gboolean
raise_last_digit (char *text)
{
  char *last = strchr (text, 'e') - 1;

  if (*last == '9' || *last == '.')
    return FALSE;
  (*last)++;
  return TRUE;
}

/* Writes `value` in exponent form with `n_digits` digits; tells whether they bring it back. */
static gboolean
try_digits (double value, int n_digits, char buffer[KPI_NUMBER_SIZE])
{
  char format[8] = "%.00e";

  format[2] = (char)('0' + (n_digits - 1) / 10);
  format[3] = (char)('0' + (n_digits - 1) % 10);
  g_ascii_formatd (buffer, KPI_NUMBER_SIZE, format, value);
  if (g_ascii_strtod (buffer, NULL) == value)
    return TRUE;
  /* Just above a power of two the doubles lie twice as far apart as below it, so that the next
   * decimal upward may come back where the nearest one does not. */
  return raise_last_digit (buffer) && g_ascii_strtod (buffer, NULL) == value;
}

/* 15 digits bring back what was written with 15 or fewer, except where doubles are subnormal and
 * carry fewer digits than that. */
static void
shortest (double value, char buffer[KPI_NUMBER_SIZE])
{
  int n_digits = fabs (value) < 2.2250738585072014e-308 ? 1 : 15;

  while (n_digits < 17 && !try_digits (value, n_digits, buffer))
    n_digits++;
  if (n_digits == 17)
    g_ascii_formatd (buffer, KPI_NUMBER_SIZE, "%.16e", value);
}

gsize
_kpi_number_format (double value, char buffer[KPI_NUMBER_SIZE])
{
  char exponent_form[KPI_NUMBER_SIZE], digits[KPI_NUMBER_SIZE];
  GString out = {buffer, 0, KPI_NUMBER_SIZE};
  int exponent, n = 0;

  *buffer = '\0';
  if (!isfinite (value))
    return 0;
  if (value == 0) {
    g_string_append_c (&out, '0');
    return out.len;
  }
  shortest (fabs (value), exponent_form);
  exponent = (int)g_ascii_strtoll (strchr (exponent_form, 'e') + 1, NULL, 10);
  for (const char *at = exponent_form; *at != 'e'; at++)
    if (*at != '.')
      digits[n++] = *at;
  while (n > 1 && digits[n - 1] == '0')
    n--;

  if (value < 0)
    g_string_append_c (&out, '-');
  if (exponent < -5 || exponent >= 16) {
    g_string_append_len (&out, digits, 1);
    if (n > 1)
      g_string_append_c (&out, '.');
    g_string_append_len (&out, digits + 1, n - 1);
    g_string_append_printf (&out, "e%c%02d", exponent < 0 ? '-' : '+', ABS (exponent));
  } else if (exponent < 0) {
    g_string_append (&out, "0.");
    for (int i = -1; i > exponent; i--)
      g_string_append_c (&out, '0');
    g_string_append_len (&out, digits, n);
  } else {
    g_string_append_len (&out, digits, MIN (n, exponent + 1));
    for (int i = n; i <= exponent; i++)
      g_string_append_c (&out, '0');
    if (n > exponent + 1)
      g_string_append_c (&out, '.');
    g_string_append_len (&out, digits + MIN (n, exponent + 1), MAX (0, n - exponent - 1));
  }
  return out.len;
}
