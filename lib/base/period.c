/* SPDX-License-Identifier: MIT */
/* Periods as first and last day.
 *
 * Always true: start <= end, and a period's spelling follows from its three members alone. Dates
 * are counted by arithmetic: the C library's calendar is slow, knows time zones, and is not needed.
 */

#include <math.h>
#include <string.h>

#include "base/period.h"

#define LENGTHS "1Y", "6M", "4M", "1Q", "1M", "1W", "1D"
const char *const _kpi_frequency_names[] = {LENGTHS, "range", NULL};
const char *const _kpi_every_names[] = {LENGTHS, NULL};

#define OUT_OF_RANGE "a year from 0001 to 9999"

static const char *const expected =
    "a period such as 2025, 2025-S1, 2025-Q3, 2025-07, 2025-W07, 2025-07-01 "
    "or 2025-07-01/2025-11-12";

static gboolean
is_leap (gint year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static gint
days_in_year (gint year)
{
  return is_leap (year) ? 366 : 365;
}

static gint
days_in_month (gint year, gint month)
{
  static const gint8 days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  return month == 2 && is_leap (year) ? 29 : days[month - 1];
}

static gint32
day_number (gint year, gint month, gint day)
{
  static const gint16 before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
  gint past = year - 1;

  return past * 365 + past / 4 - past / 100 + past / 400 + before[month - 1] +
         (month > 2 && is_leap (year)) + day;
}

static void
split_day (gint32 number, gint *out_year, gint *out_month, gint *out_day)
{
  /* 146097 days are 400 years. The quotient is at most one year too low. */
  gint year = (gint)(((gint64)number * 400) / 146097) + 1;
  gint month = 1, day;

  while (day_number (year, 1, 1) > number)
    year--;
  while (day_number (year + 1, 1, 1) <= number)
    year++;
  day = number - day_number (year, 1, 1) + 1;
  while (day > days_in_month (year, month))
    day -= days_in_month (year, month++);
  *out_year = year;
  *out_month = month;
  *out_day = day;
}

/* Monday of ISO week 1: the week that holds 4 January. Day 1 (0001-01-01) was a Monday. */
static gint32
first_monday (gint year)
{
  gint32 fourth = day_number (year, 1, 4);

  return fourth - (fourth - 1) % 7;
}

/* Reads exactly `n_digits` digits. */
static gboolean
read_digits (const char **at, gint n_digits, gint *out_value)
{
  gint value = 0;

  for (gint i = 0; i < n_digits; i++) {
    if (!g_ascii_isdigit ((*at)[i]))
      return FALSE;
    value = value * 10 + ((*at)[i] - '0');
  }
  *at += n_digits;
  *out_value = value;
  return TRUE;
}

/* Months `first` to `last` of a year. */
static KpiPeriod
months (gint year, gint first, gint last, KpiFrequency frequency)
{
  return (KpiPeriod){day_number (year, first, 1),
                     day_number (year, last, days_in_month (year, last)), frequency};
}

static KpiPeriod
one_day (gint32 day)
{
  return (KpiPeriod){day, day, KPI_FREQUENCY_DAY};
}

/* Sets `*out` to part `part` of a year, where `letter` says what is counted. */
static gboolean
part_of_year (char letter, gint year, gint part, KpiPeriod *out)
{
  static const struct {
    char letter;
    gint8 months; /* in one part */
    KpiFrequency frequency;
  } parts[] = {{'A', 12, KPI_FREQUENCY_YEAR},
               {'S', 6, KPI_FREQUENCY_SEMESTER},
               {'T', 4, KPI_FREQUENCY_TRIMESTER},
               {'Q', 3, KPI_FREQUENCY_QUARTER},
               {'M', 1, KPI_FREQUENCY_MONTH}};

  if (part < 1)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
    gint last = part * parts[i].months;

    if (parts[i].letter != letter || last > 12)
      continue;
    *out = months (year, last - parts[i].months + 1, last, parts[i].frequency);
    return TRUE;
  }
  if (letter == 'D' && part <= days_in_year (year)) {
    *out = one_day (day_number (year, 1, 1) + part - 1);
    return TRUE;
  }
  if (letter == 'W' && part <= (first_monday (year + 1) - first_monday (year)) / 7) {
    gint32 monday = first_monday (year) + 7 * (part - 1);

    *out = (KpiPeriod){monday, monday + 6, KPI_FREQUENCY_WEEK};
    return TRUE;
  }
  return FALSE;
}

/* Reads `Q3`, `W07`, `D182`: the letter, then as many digits as SDMX asks for. */
static gboolean
read_lettered (const char *at, gint year, KpiPeriod *out)
{
  static const char letters[] = "ASTQMWD";
  static const gint8 digits[] = {1, 1, 1, 1, 2, 2, 3};
  const char *which = *at == '\0' ? NULL : strchr (letters, *at);
  gint part;

  if (which == NULL)
    return FALSE;
  at++;
  return read_digits (&at, digits[which - letters], &part) && *at == '\0' &&
         part_of_year (*which, year, part, out);
}

/* Reads what follows the year and its dash: a month, a day of a month, or a lettered part. */
static gboolean
read_rest (const char *at, gint year, KpiPeriod *out)
{
  gint month, day;

  if (!g_ascii_isdigit (*at))
    return read_lettered (at, year, out);
  if (!read_digits (&at, 2, &month) || month < 1 || month > 12)
    return FALSE;
  if (*at == '\0') {
    *out = months (year, month, month, KPI_FREQUENCY_MONTH);
    return TRUE;
  }
  if (*at++ != '-' || !read_digits (&at, 2, &day) || *at != '\0')
    return FALSE;
  if (day < 1 || day > days_in_month (year, month))
    return FALSE;
  *out = one_day (day_number (year, month, day));
  return TRUE;
}

static gboolean
read_one (const char *text, KpiPeriod *out, const char **out_why)
{
  gint year;

  *out_why = expected;
  if (!read_digits (&text, 4, &year))
    return FALSE;
  if (year == 0) {
    *out_why = OUT_OF_RANGE;
    return FALSE;
  }
  if (*text == '\0') {
    *out = months (year, 1, 12, KPI_FREQUENCY_YEAR);
    return TRUE;
  }
  if (*text++ != '-')
    return FALSE;
  if (strchr (text, 'T') != NULL && *text != 'T') {
    *out_why = "a day without a time";
    return FALSE;
  }
  if (!read_rest (text, year, out)) {
    *out_why = "a period that exists";
    return FALSE;
  }
  return TRUE;
}

gboolean
_kpi_period_parse (const char *text, KpiPeriod *out_period, const char **out_why)
{
  const char *slash = strchr (text, '/');
  char first[KPI_PERIOD_SIZE];
  KpiPeriod from, to;

  if (slash == NULL)
    return read_one (text, out_period, out_why);
  *out_why = expected;
  if ((gsize)(slash - text) >= sizeof first)
    return FALSE;
  memcpy (first, text, (gsize)(slash - text));
  first[slash - text] = '\0';
  if (!read_one (first, &from, out_why) || !read_one (slash + 1, &to, out_why))
    return FALSE;
  if (to.end < from.start) {
    *out_why = "a range that ends after it starts";
    return FALSE;
  }
  /* The last week of 9999 ends in a year of five digits, which no day spells. */
  if (to.end > KPI_LAST_DAY) {
    *out_why = OUT_OF_RANGE;
    return FALSE;
  }
  *out_period = (KpiPeriod){from.start, to.end, KPI_FREQUENCY_RANGE};
  return TRUE;
}

gboolean
_kpi_day_parse (const char *text, gint32 *out_day)
{
  KpiPeriod period;
  const char *why;

  /* `2025-D182` is a day too, but no date. */
  if (strlen (text) != strlen ("2025-07-01") || strchr (text, 'D') != NULL)
    return FALSE;
  if (!_kpi_period_parse (text, &period, &why) || period.frequency != KPI_FREQUENCY_DAY)
    return FALSE;
  *out_day = period.start;
  return TRUE;
}

gboolean
_kpi_day_make (gint year, gint month, gint day, gint32 *out_day)
{
  if (year < 1 || year > 9999 || month < 1 || month > 12)
    return FALSE;
  if (day < 1 || day > days_in_month (year, month))
    return FALSE;
  *out_day = day_number (year, month, day);
  return TRUE;
}

/* Writes `value` in decimal with `n_digits` digits; returns where it ended. */
static char *
put (char *at, gint value, gint n_digits)
{
  for (gint i = n_digits - 1; i >= 0; i--, value /= 10)
    at[i] = (char)('0' + value % 10);
  return at + n_digits;
}

static char *
put_day (char *at, gint32 number)
{
  gint year, month, day;

  split_day (number, &year, &month, &day);
  at = put (at, year, 4);
  *at++ = '-';
  at = put (at, month, 2);
  *at++ = '-';
  return put (at, day, 2);
}

static char *
put_week (char *at, gint32 monday)
{
  gint year, month, day;

  split_day (monday + 3, &year, &month, &day); /* its Thursday decides the year of a week */
  at = put (at, year, 4);
  *at++ = '-';
  *at++ = 'W';
  return put (at, (monday - first_monday (year)) / 7 + 1, 2);
}

gsize
_kpi_period_format (const KpiPeriod *period, char buffer[KPI_PERIOD_SIZE])
{
  gint year, month, day;
  char *at = buffer;

  split_day (period->start, &year, &month, &day);
  switch (period->frequency) {
  case KPI_FREQUENCY_YEAR:
    at = put (at, year, 4);
    break;
  case KPI_FREQUENCY_SEMESTER:
  case KPI_FREQUENCY_TRIMESTER:
  case KPI_FREQUENCY_QUARTER: {
    gint length = period->frequency == KPI_FREQUENCY_SEMESTER    ? 6
                  : period->frequency == KPI_FREQUENCY_TRIMESTER ? 4
                                                                 : 3;

    at = put (at, year, 4);
    *at++ = '-';
    *at++ = length == 6 ? 'S' : length == 4 ? 'T' : 'Q';
    at = put (at, (month - 1) / length + 1, 1);
    break;
  }
  case KPI_FREQUENCY_MONTH:
    at = put (at, year, 4);
    *at++ = '-';
    at = put (at, month, 2);
    break;
  case KPI_FREQUENCY_WEEK:
    at = put_week (at, period->start);
    break;
  case KPI_FREQUENCY_RANGE:
    at = put_day (at, period->start);
    *at++ = '/';
    at = put_day (at, period->end);
    break;
  case KPI_FREQUENCY_DAY:
  case KPI_N_FREQUENCIES:
  default:
    at = put_day (at, period->start);
    break;
  }
  *at = '\0';
  return (gsize)(at - buffer);
}

KpiPeriod
_kpi_period_of_day (gint32 day)
{
  return one_day (day);
}

double
_kpi_day_year (gint32 number)
{
  gint year, month, day;

  split_day (number, &year, &month, &day);
  return year + (double)(number - day_number (year, 1, 1) + 1) / days_in_year (year);
}

/* A time that was computed may have lost its last bits: what lies within a millionth of a day
 * behind the end of a day, ten thousand times what a double loses, is that end. */
gint32
_kpi_day_of_year (double time)
{
  gint year;

  if (!(time > 1) || time > 10000)
    return 0;
  year = (gint)time;
  return day_number (year, 1, 1) - 1 + (gint32)ceil ((time - year) * days_in_year (year) - 1e-6);
}

gint32
_kpi_day_add_months (gint32 number, gint32 n_months)
{
  gint year, month, day, last;
  gint32 counted;

  split_day (number, &year, &month, &day);
  last = days_in_month (year, month);
  counted = year * 12 + month - 1 + n_months;
  if (counted < 12)
    return 0;
  if (counted >= 10000 * 12)
    return KPI_LAST_DAY;
  year = counted / 12;
  month = counted % 12 + 1;
  day = day == last ? 31 : day;
  return day_number (year, month, MIN (day, days_in_month (year, month)));
}

KpiPeriod
_kpi_period_containing (gint32 number, KpiFrequency frequency)
{
  static const gint8 lengths[] = {[KPI_FREQUENCY_YEAR] = 12,
                                  [KPI_FREQUENCY_SEMESTER] = 6,
                                  [KPI_FREQUENCY_TRIMESTER] = 4,
                                  [KPI_FREQUENCY_QUARTER] = 3,
                                  [KPI_FREQUENCY_MONTH] = 1};
  gint year, month, day, first;

  if (frequency == KPI_FREQUENCY_WEEK) {
    gint32 monday = number - (number - 1) % 7;

    return (KpiPeriod){monday, monday + 6, KPI_FREQUENCY_WEEK};
  }
  if (frequency > KPI_FREQUENCY_WEEK)
    return one_day (number);
  split_day (number, &year, &month, &day);
  first = month - (month - 1) % lengths[frequency];
  return months (year, first, first + lengths[frequency] - 1, frequency);
}

gboolean
_kpi_period_holds (const KpiPeriod *outer, const KpiPeriod *inner)
{
  return outer->start <= inner->start && inner->end <= outer->end;
}

gint
_kpi_period_compare (const KpiPeriod *a, const KpiPeriod *b)
{
  if (a->start != b->start)
    return a->start < b->start ? -1 : 1;
  if (a->end != b->end)
    return a->end < b->end ? -1 : 1;
  return (gint)a->frequency - (gint)b->frequency;
}

gint
_kpi_period_order (gconstpointer a, gconstpointer b, gpointer unused)
{
  (void)unused;
  return _kpi_period_compare (a, b);
}
