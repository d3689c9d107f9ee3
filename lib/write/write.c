/* SPDX-License-Identifier: MIT */
/* The doors of the write floor: to a function, and to a file. */

#include "base/findings-private.h"
#include "write/formats.h"
#include "write/replace.h"

static gboolean
put_card (const KpiScorecard *card, KpiFormat format, const KpiTableStyle *style, KpiWriter *writer,
          GError **error)
{
  switch (format) {
  case KPI_FORMAT_TABLE:
    return _kpi_write_table (card, style, writer, error);
  case KPI_FORMAT_CSV:
    _kpi_write_csv (card, writer);
    return TRUE;
  case KPI_FORMAT_JSON:
    _kpi_write_json (card, writer);
    return TRUE;
  }
  return _kpi_error_set (error, KPI_ERROR_ARGUMENT, "found format %d, expected one of KpiFormat",
                         (int)format);
}

gboolean
kpi_scorecard_write (const KpiScorecard *card, KpiFormat format, const KpiTableStyle *style,
                     KpiWriteFunc write, gpointer user_data, GError **error)
{
  KpiWriter writer;

  if (!_kpi_writer_begin (&writer, write, user_data, error))
    return FALSE;
  if (!put_card (card, format, style, &writer, error)) {
    _kpi_writer_abandon (&writer);
    return FALSE;
  }
  return _kpi_writer_end (&writer, error);
}

gboolean
kpi_scorecard_write_file (const KpiScorecard *card, KpiFormat format, const KpiTableStyle *style,
                          const char *path, GError **error)
{
  KpiReplacement replacement;

  if (!_kpi_replacement_begin (&replacement, path, error))
    return FALSE;
  if (!kpi_scorecard_write (card, format, style, _kpi_replacement_write, &replacement, error)) {
    _kpi_replacement_abandon (&replacement);
    return FALSE;
  }
  return _kpi_replacement_commit (&replacement, error);
}
