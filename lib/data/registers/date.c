/* SPDX-License-Identifier: MIT */
/* Dates of registers.
 *
 * Always true: nothing here asks the C library's calendar, which is slow and knows time zones: ten
 * million rows have thirty million dates. */

#include <string.h>

#include "base/period.h"
#include "data/registers/date.h"

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

/* Reads `least` to `most` digits. */
static gboolean
read_digits (const char **at, gint least, gint most, gint *out_value)
{
  gint value = 0, n = 0;

  while (n < most && g_ascii_isdigit ((*at)[n]))
    value = value * 10 + ((*at)[n++] - '0');
  *at += n;
  *out_value = value;
  return n >= least;
}

/* Reads two digits below `limit`. */
static gboolean
read_pair (const char **at, gint limit)
{
  gint value;

  return read_digits (at, 2, 2, &value) && value < limit;
}

static gboolean
skip (const char **at, char c)
{
  if (**at != c)
    return FALSE;
  (*at)++;
  return TRUE;
}

/* `Z`, `+07:00`, `+0700`, `+07`, or nothing. */
static gboolean
read_zone (const char **at)
{
  if (skip (at, 'Z') || (**at != '+' && **at != '-'))
    return TRUE;
  (*at)++;
  if (!read_pair (at, 24))
    return FALSE;
  if (!skip (at, ':') && !g_ascii_isdigit (**at))
    return TRUE;
  return read_pair (at, 60);
}

/* `08:30`, `08:30:15`, `08:30:15.123`; 60 is a leap second. */
static gboolean
read_time (const char **at)
{
  if (!read_pair (at, 24) || !skip (at, ':') || !read_pair (at, 60))
    return FALSE;
  if (!skip (at, ':'))
    return TRUE;
  if (!read_pair (at, 61))
    return FALSE;
  if (!skip (at, '.') && !skip (at, ','))
    return TRUE;
  if (!g_ascii_isdigit (**at))
    return FALSE;
  while (g_ascii_isdigit (**at))
    (*at)++;
  return TRUE;
}

static gboolean
read_iso (const char **at, gint32 *out_day)
{
  gint year, month, day;

  return read_digits (at, 4, 4, &year) && skip (at, '-') && read_digits (at, 2, 2, &month) &&
         skip (at, '-') && read_digits (at, 2, 2, &day) &&
         _kpi_day_make (year, month, day, out_day);
}

static gboolean
read_dmy (const char **at, gint32 *out_day)
{
  gint year, month, day;
  char mark;

  if (!read_digits (at, 1, 2, &day))
    return FALSE;
  mark = **at;
  return (mark == '/' || mark == '-' || mark == '.') && skip (at, mark) &&
         read_digits (at, 1, 2, &month) && skip (at, mark) && read_digits (at, 4, 4, &year) &&
         _kpi_day_make (year, month, day, out_day);
}

/* What stands behind the date: nothing, or a time. */
static gboolean
read_rest (const char *at, KpiDates dates)
{
  gboolean has_time = dates == KPI_DATES_ISO && skip (&at, 'T');

  if (!has_time) {
    const char *end = at;

    while (is_blank (*end))
      end++;
    if (*end == '\0')
      return TRUE;
    if (end == at)
      return FALSE;
    at = end;
  }
  if (!read_time (&at))
    return FALSE;
  if (dates == KPI_DATES_ISO && !read_zone (&at))
    return FALSE;
  while (is_blank (*at))
    at++;
  return *at == '\0';
}

gboolean
_kpi_date_read (const char *text, KpiDates dates, gint32 *out_day)
{
  gint32 day;

  while (is_blank (*text))
    text++;
  if (!(dates == KPI_DATES_ISO ? read_iso (&text, &day) : read_dmy (&text, &day)) ||
      !read_rest (text, dates))
    return FALSE;
  *out_day = day;
  return TRUE;
}

const char *
_kpi_date_expected (KpiDates dates)
{
  return dates == KPI_DATES_ISO ? "a date such as 2025-12-31, or dates: dmy in the model"
                                : "a date such as 31/12/2025, or dates: iso in the model";
}
