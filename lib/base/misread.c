/* SPDX-License-Identifier: MIT */
/* Why a text is no number.
 *
 * Always true: this judges nothing. What it is shown was refused already; it looks for the habit
 * behind it, the commonest first, and allocates nothing. */

#include <string.h>

#include "base/misread.h"

static const char *
skip_digits (const char *at)
{
  while (g_ascii_isdigit (*at))
    at++;
  return at;
}

static const char *
skip_sign (const char *at)
{
  return *at == '-' || *at == '+' ? at + 1 : at;
}

/* How many groups of three digits behind `mark` follow the first one to three digits; `*out_rest`
 * is what follows them. */
static gsize
count_groups (const char *text, const char *mark, const char **out_rest)
{
  const char *start = skip_sign (text);
  const char *at = skip_digits (start);
  gsize n = 0;

  *out_rest = at;
  if (at == start || at - start > 3)
    return 0;
  while (g_str_has_prefix (at, mark) &&
         skip_digits (at + strlen (mark)) == at + strlen (mark) + 3) {
    at += strlen (mark) + 3;
    n++;
  }
  *out_rest = at;
  return n;
}

/* `1 234`, `1'234`, `1_234`: marks that no number ever has. */
static gboolean
has_spaced_groups (const char *text)
{
  static const char *const marks[] = {" ", "\u00a0", "\u202f", "\u2009", "'", "\u2019", "_"};
  const char *rest;

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (count_groups (text, marks[i], &rest) > 0)
      return TRUE;
  return FALSE;
}

/* `1,234.5`, `1.234.567`: several groups, or one and the decimal mark behind it. */
static gboolean
has_groups (const char *text, char mark, char decimal)
{
  const char mark_text[] = {mark, '\0'};
  const char *rest;
  gsize n = count_groups (text, mark_text, &rest);

  return n > 1 || (n == 1 && *rest == decimal);
}

/* Digits, `mark`, digits and nothing else. */
static gboolean
has_other_mark (const char *text, char mark)
{
  const char *at = skip_digits (skip_sign (text));

  return *at == mark && at[1] != '\0' && *skip_digits (at + 1) == '\0';
}

gboolean
_kpi_misread_has_decimal_comma (const char *text)
{
  const char *rest;

  return has_other_mark (text, ',') && count_groups (text, ",", &rest) == 0;
}

static const char *
explain_marks (const char *text, char decimal)
{
  char other = decimal == '.' ? ',' : '.';

  if (has_spaced_groups (text) || has_groups (text, other, decimal) ||
      has_groups (text, decimal, other))
    return "a number without thousands marks, such as 1234567";
  if (!has_other_mark (text, other))
    return NULL;
  if (decimal == ',')
    return "a number with a decimal comma and without thousands marks";
  if (!_kpi_misread_has_decimal_comma (text))
    return "a number without thousands marks and with a decimal point: 1234 or 1.234";
  return "a number with a decimal point, such as 1.5";
}

static gboolean
is_infinite (const char *text)
{
  const char *at = skip_sign (text);

  return g_ascii_strncasecmp (at, "inf", 3) == 0 || g_str_has_prefix (at, "\u221e");
}

static gboolean
is_hexadecimal (const char *text)
{
  const char *at = skip_sign (text);

  return at[0] == '0' && (at[1] == 'x' || at[1] == 'X');
}

const char *
_kpi_misread_explain (const char *text, char decimal)
{
  if (strchr (text, '%') != NULL)
    return "a number without %";
  if (is_infinite (text))
    return "a finite number";
  if (is_hexadecimal (text))
    return "a decimal number";
  if (g_str_has_prefix (text, "\u2212"))
    return "a number with the sign -";
  return explain_marks (text, decimal);
}
