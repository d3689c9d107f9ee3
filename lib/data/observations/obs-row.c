/* SPDX-License-Identifier: MIT */
/* A row of a file of observations.
 *
 * Always true: an error is told at the field that has it, by the name of its column. */

#include <string.h>

#include "base/text.h"
#include "data/observations/obs-row.h"

void
_kpi_obs_row_complain (const KpiObsRow *row, KpiError code, guint32 column, const char *format, ...)
{
  const KpiCsvField *field = &row->fields[column];
  KpiPlace place = {row->name, field->line, field->column};
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  _kpi_findings_add (row->intake->findings, KPI_SEVERITY_ERROR, code, place,
                     row->header.names[column], "%s", text);
}

void
_kpi_obs_row_refuse (const KpiObsRow *row, KpiError code, guint32 column, const char *text,
                     const char *expected)
{
  g_autofree char *quoted = _kpi_text_quote (text);

  _kpi_obs_row_complain (row, code, column, "found %s, expected %s", quoted, expected);
}

char *
_kpi_obs_row_trim (KpiCsvField *field)
{
  char *text = field->text, *end = text + field->length;

  if (text == end || ((guchar)*text > ' ' && (guchar)end[-1] > ' '))
    return text;
  g_strstrip (text);
  field->length = (guint32)strlen (text);
  return text;
}

char *
_kpi_obs_row_text (const KpiObsRow *row, KpiRole role)
{
  guint32 column = row->header.roles[role];

  return column == KPI_NO_COLUMN ? (char *)"" : _kpi_obs_row_trim (&row->fields[column]);
}
