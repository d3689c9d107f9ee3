/* SPDX-License-Identifier: MIT */
/* Scalars: text until its place says what it is. */

#include <string.h>

#include "base/duration.h"
#include "base/number.h"
#include "base/text.h"
#include "model/scalar.h"
#include "model/schema.h"

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

static gboolean
is_length (const char *text)
{
  KpiDuration length;

  return _kpi_duration_parse (text, &length);
}

gboolean
_kpi_scalar_matches (KpiShapeKind kind, const char *text, const char **expected)
{
  double value;

  switch (kind) {
  case KPI_SHAPE_NAME:
    return is_name (text);
  case KPI_SHAPE_ID:
    return _kpi_text_is_id (text);
  case KPI_SHAPE_NUMBER:
    return _kpi_number_parse (text, &value);
  case KPI_SHAPE_ONE:
    return is_one (text);
  case KPI_SHAPE_BOOLEAN:
    return strcmp (text, "true") == 0 || strcmp (text, "false") == 0;
  case KPI_SHAPE_PERIOD:
    return is_period (text, expected);
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
