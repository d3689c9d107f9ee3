/* SPDX-License-Identifier: MIT */
/* Numbers rounded for people.
 *
 * Always true: no rounding makes a goal look met that is not, or a number look zero that is not. */

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/rounding.h"

#define GROUPED_FROM 5       /* digits before the decimal mark from which thousands stand apart */
#define LARGEST_ROUNDED 1e15 /* beyond it digits after the mark mean nothing */

/* The digits of `value`; the shortest ones where rounding would deceive. */
static void
round_digits (double value, KpiRounding rounding, char digits[64])
{
  char format[] = "%.0f";
  double rounded;

  format[2] = (char)('0' + rounding.decimals);
  if (fabs (value) >= LARGEST_ROUNDED) {
    _kpi_number_format (value, digits);
    return;
  }
  g_ascii_formatd (digits, 64, format, value);
  rounded = g_ascii_strtod (digits, NULL);
  if (rounded != value && (rounded == rounding.edge || rounded == 0))
    _kpi_number_format (value, digits);
}

/* Drops zeros at the end of a fraction, and the mark if nothing is left behind it. */
static void
trim_zeros (char *digits)
{
  char *end = digits + strlen (digits);

  if (strchr (digits, '.') == NULL || strchr (digits, 'e') != NULL)
    return;
  while (end[-1] == '0')
    end--;
  if (end[-1] == '.')
    end--;
  *end = '\0';
}

static void
append_grouped (GString *out, const char *digits, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    if (i > 0 && n >= GROUPED_FROM && (n - i) % 3 == 0)
      g_string_append_c (out, ' ');
    g_string_append_c (out, digits[i]);
  }
}

void
_kpi_rounding_append (GString *out, double value, KpiRounding rounding, KpiLanguage language)
{
  static const char *const marks[KPI_N_LANGUAGES] = {".", ","};
  char digits[64];
  const char *rest = digits;
  gsize n_whole;

  if (!isfinite (value))
    return;
  if (value == 0)
    value = 0; /* never −0 */
  round_digits (value, rounding, digits);
  if (rounding.trim)
    trim_zeros (digits);
  if (*rest == '-') {
    g_string_append (out, "−");
    rest++;
  }
  n_whole = strspn (rest, "0123456789");
  append_grouped (out, rest, n_whole);
  if (rest[n_whole] == '.') {
    g_string_append (out, marks[language]);
    rest++;
  }
  g_string_append (out, rest + n_whole);
}
