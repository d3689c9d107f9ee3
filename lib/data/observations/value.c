/* SPDX-License-Identifier: MIT */
/* Cells.
 *
 * Always true: the number read is the double nearest to what is written, whichever of the two ways
 * it was read in: low <= point <= high, and all three are the same where the cell is exact. */

#include <math.h>
#include <string.h>

#include "base/misread.h"
#include "base/number.h"
#include "data/dataset/block.h"
#include "data/observations/value.h"

#define MAX_NUMBER_BYTES 1000
#define MAX_EXPONENT 100000 /* far beyond any double, far below what an int holds */

/* A number, a dash, a number: `85-90`. */
static gboolean
has_dash (const char *text)
{
  static const char *const dashes[] = {"-", "\u2013", " - ", " \u2013 "};
  const char *at = text;

  while (g_ascii_isdigit (*at))
    at++;
  for (gsize i = 0; i < G_N_ELEMENTS (dashes) && at > text; i++)
    if (g_str_has_prefix (at, dashes[i]) && g_ascii_isdigit (at[strlen (dashes[i])]))
      return TRUE;
  return FALSE;
}

static gboolean
looks_like_bound (const char *text)
{
  return *text == '>' || *text == '<' || g_str_has_prefix (text, "\u2265") ||
         g_str_has_prefix (text, "\u2264");
}

/* What was expected in place of a cell that was refused. */
static const char *
explain (const char *text, char decimal)
{
  const char *why = _kpi_misread_explain (text, decimal);

  if (decimal == '.' && _kpi_misread_has_decimal_comma (text))
    return "a number with a decimal point, such as 1.5 (the decimal mark can be set to a comma)";
  if (why != NULL)
    return why;
  if (looks_like_bound (text))
    return "a bound such as >80, >=80, <5 or <=5";
  if (has_dash (text))
    return "a range with two dots, such as 85..90";
  return "a number, or nothing where there is none";
}

/* A number as written: digits * 10^exponent, as long as the digits fit. */
typedef struct {
  guint64 digits;
  gint n_digits; /* without leading zeros */
  gint exponent;
  gboolean negative;
} Decimal;

static gsize
take_digits (const char **at, Decimal *decimal)
{
  const char *start = *at;

  for (; g_ascii_isdigit (**at); (*at)++) {
    if (decimal->digits == 0 && **at == '0')
      continue;
    if (decimal->n_digits < 18)
      decimal->digits = decimal->digits * 10 + (guint64)(**at - '0');
    decimal->n_digits++;
  }
  return (gsize)(*at - start);
}

/* Passes over `e-3`; FALSE if no digit follows the `e`. */
static gboolean
take_exponent (const char **at, Decimal *decimal)
{
  gboolean negative;
  gint exponent = 0;

  (*at)++;
  negative = **at == '-';
  if (**at == '-' || **at == '+')
    (*at)++;
  if (!g_ascii_isdigit (**at))
    return FALSE;
  for (; g_ascii_isdigit (**at); (*at)++)
    if (exponent < MAX_EXPONENT)
      exponent = exponent * 10 + (**at - '0');
  decimal->exponent += negative ? -exponent : exponent;
  return TRUE;
}

/* Passes over a number. A mark that another one follows is the `..` of a range. */
static gboolean
take_decimal (const char **at, char mark, Decimal *decimal)
{
  gsize n_digits;

  *decimal = (Decimal){0};
  decimal->negative = **at == '-';
  if (**at == '-' || **at == '+')
    (*at)++;
  n_digits = take_digits (at, decimal);
  if (**at == mark && (*at)[1] != '.') {
    gsize n_decimals;

    (*at)++;
    n_decimals = take_digits (at, decimal);
    n_digits += n_decimals;
    decimal->exponent -= (gint)MIN (n_decimals, MAX_EXPONENT);
  }
  if (n_digits == 0)
    return FALSE;
  return (**at != 'e' && **at != 'E') || take_exponent (at, decimal);
}

/* Clinger's fast path: up to 15 digits and powers up to 10^22 are exact as doubles, so that one
 * multiplication or division rounds once, as strtod() would. Most cells come this way. */
static gboolean
convert_exactly (const Decimal *decimal, double *out)
{
  static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                  1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                  1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  double value = (double)decimal->digits;

  if (decimal->n_digits > 15 || ABS (decimal->exponent) >= (gint)G_N_ELEMENTS (powers))
    return FALSE;
  if (decimal->exponent < 0)
    value /= powers[-decimal->exponent];
  else
    value *= powers[decimal->exponent];
  *out = decimal->negative ? -value : value;
  return TRUE;
}

/* Reads the number written from `text` to `end`. */
static gboolean
convert (const char *text, const char *end, char mark, double *out)
{
  char buffer[MAX_NUMBER_BYTES + 1];
  gsize length = (gsize)(end - text);
  char *at;

  if (length > MAX_NUMBER_BYTES)
    return FALSE;
  memcpy (buffer, text, length);
  buffer[length] = '\0';
  at = strchr (buffer, mark);
  if (at != NULL)
    *at = '.';
  return _kpi_number_parse (buffer, out);
}

/* Reads a number and leaves `*at` behind it. */
static const char *
take_number (const char **at, char mark, double *out)
{
  const char *start = *at;
  Decimal decimal;

  if (!take_decimal (at, mark, &decimal))
    return explain (start, mark);
  if (convert_exactly (&decimal, out) || convert (start, *at, mark, out))
    return NULL;
  return (*at - start) > MAX_NUMBER_BYTES ? "a number of at most 1,000 characters"
                                          : "a number that a double can hold, below 1.8e308";
}

const char *
_kpi_value_read_number (const char *text, char decimal, double *out_number)
{
  const char *at = text;
  const char *why = take_number (&at, decimal, out_number);

  return why == NULL && *at != '\0' ? explain (text, decimal) : why;
}

/* `>80` and its like. */
static const char *
read_bound (const char *text, char decimal, KpiValue *value)
{
  gboolean above = *text == '>', closed = text[1] == '=';
  const char *number = text + (closed ? 2 : 1);
  const char *why = _kpi_value_read_number (number, decimal, &value->point);

  if (why != NULL)
    return g_ascii_isdigit (*number) ? why : explain (text, decimal);
  value->low = above ? value->point : -INFINITY;
  value->high = above ? INFINITY : value->point;
  if (!closed)
    value->flags = above ? KPI_CELL_LOW_OPEN : KPI_CELL_HIGH_OPEN;
  return NULL;
}

/* Reads the upper end of a range whose lower end is `value->point`. */
static const char *
read_range (const char *text, char decimal, KpiValue *value)
{
  const char *why;

  value->low = value->point;
  if (*text == '.')
    return "a range with two dots, such as 85..90";
  why = _kpi_value_read_number (text, decimal, &value->high);
  if (why != NULL)
    return why;
  if (value->low > value->high)
    return "a range from the lower end to the higher one, such as 85..90";
  /* Halved first: the sum of two large doubles may overflow. */
  value->point = value->low / 2 + value->high / 2;
  return NULL;
}

const char *
_kpi_value_read (const char *text, char decimal, KpiValue *out_value)
{
  const char *at = text, *why;

  *out_value = (KpiValue){.point = NAN, .low = NAN, .high = NAN};
  if (*text == '\0' || strcmp (text, "NaN") == 0)
    return NULL;
  if (*text == '>' || *text == '<')
    return read_bound (text, decimal, out_value);
  out_value->about = *text == '~';
  if (out_value->about)
    at++;
  why = take_number (&at, decimal, &out_value->point);
  if (why != NULL)
    return why;
  if (g_str_has_prefix (at, "..") && !out_value->about)
    return read_range (at + 2, decimal, out_value);
  if (*at != '\0')
    return explain (text, decimal);
  out_value->low = out_value->high = out_value->point;
  return NULL;
}

gboolean
_kpi_value_has_bounds (const KpiValue *value)
{
  return !isnan (value->point) && (value->low != value->high || value->flags != 0);
}
