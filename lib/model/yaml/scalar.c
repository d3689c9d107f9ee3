/* SPDX-License-Identifier: MIT */
/* Scalars: text until its place says what it is. */

#include <string.h>

#include "base/duration.h"
#include "base/misread.h"
#include "base/number.h"
#include "base/text.h"
#include "model/yaml/scalar.h"

/* Says which habit made of it what is no number. */
static gboolean
is_number (const char *text, const char **expected)
{
  double value;
  const char *why;

  if (_kpi_number_parse (text, &value))
    return TRUE;
  why = _kpi_misread_explain (text, '.');
  if (why != NULL)
    *expected = why;
  return FALSE;
}

static gboolean
is_name (const char *text)
{
  g_autofree char *name = _kpi_text_name (text, strlen (text));

  return name != NULL && *name != '\0';
}

static gboolean
is_one (const char *text)
{
  double value;

  return _kpi_number_parse (text, &value) && value == 1;
}

static gboolean
is_period (const char *text, const char **out_why)
{
  KpiPeriod period;

  return _kpi_period_parse (text, &period, out_why);
}

/* Two periods with `..` between, or one that is both. */
static gboolean
read_periods (const char *text, KpiPeriod out_periods[2], const char **out_why)
{
  const char *dots = strstr (text, "..");
  g_autofree char *first = dots != NULL ? g_strndup (text, dots - text) : g_strdup (text);

  return _kpi_period_parse (first, &out_periods[0], out_why) &&
         _kpi_period_parse (dots != NULL ? dots + 2 : text, &out_periods[1], out_why);
}

static gboolean
is_periods (const char *text, const char **out_why)
{
  KpiPeriod periods[2];
  const char *why;

  if (!read_periods (text, periods, &why))
    return FALSE;
  *out_why = "the earlier of two periods first";
  return periods[0].start <= periods[1].end;
}

static gboolean
is_length (const char *text)
{
  KpiDuration length;

  return _kpi_duration_parse (text, &length);
}

gboolean
_kpi_scalar_matches (KpiShapeKind kind, const char *text, const char **expected)
{
  switch (kind) {
  case KPI_SHAPE_NAME:
    return is_name (text);
  case KPI_SHAPE_ID:
    return _kpi_text_is_id (text);
  case KPI_SHAPE_NUMBER:
    return is_number (text, expected);
  case KPI_SHAPE_ONE:
    return is_one (text);
  case KPI_SHAPE_BOOLEAN:
    return strcmp (text, "true") == 0 || strcmp (text, "false") == 0;
  case KPI_SHAPE_PERIOD:
    return is_period (text, expected);
  case KPI_SHAPE_PERIODS:
    return is_periods (text, expected);
  case KPI_SHAPE_WORD:
    return _kpi_text_is_word (text);
  case KPI_SHAPE_LENGTH:
    return is_length (text);
  default:
    return TRUE;
  }
}

double
_kpi_yaml_get_number (const KpiYaml *scalar)
{
  double value = 0;

  _kpi_number_parse (scalar->text, &value);
  return value;
}

gboolean
_kpi_yaml_get_boolean (const KpiYaml *scalar)
{
  return strcmp (scalar->text, "true") == 0;
}

KpiPeriod
_kpi_yaml_get_period (const KpiYaml *scalar)
{
  KpiPeriod period = {0};
  const char *why;

  _kpi_period_parse (scalar->text, &period, &why);
  return period;
}

void
_kpi_yaml_get_periods (const KpiYaml *scalar, gint32 *out_from, gint32 *out_until)
{
  KpiPeriod periods[2] = {0};
  const char *why;

  read_periods (scalar->text, periods, &why);
  *out_from = periods[0].start;
  *out_until = periods[1].end;
}
