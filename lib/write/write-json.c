/* SPDX-License-Identifier: MIT */
/* JSON (RFC 8259): `{"model": id, "rows": [{...}]}`, one row a line.
 *
 * Always true: every row has all KPI_N_COLUMNS names in their order, and null stands exactly where
 * the CSV is empty. */

#include "write/formats.h"

static gboolean
needs_escape (char c)
{
  return (guchar)c < 0x20 || c == '"' || c == '\\';
}

static void
put_escaped (KpiWriter *writer, char c)
{
  static const char hex[] = "0123456789abcdef";

  if (c == '"' || c == '\\') {
    _kpi_writer_put (writer, "\\", 1);
    _kpi_writer_put (writer, &c, 1);
    return;
  }
  _kpi_writer_text (writer, "\\u00");
  _kpi_writer_put (writer, &hex[(guchar)c >> 4], 1);
  _kpi_writer_put (writer, &hex[(guchar)c & 0xf], 1);
}

static void
put_string (KpiWriter *writer, const char *text)
{
  _kpi_writer_text (writer, "\"");
  while (*text != '\0') {
    const char *start = text;

    while (*text != '\0' && !needs_escape (*text))
      text++;
    _kpi_writer_put (writer, start, (gsize)(text - start));
    if (*text != '\0')
      put_escaped (writer, *text++);
  }
  _kpi_writer_text (writer, "\"");
}

static void
put_cell (const KpiScorecard *card, gsize row, KpiColumn column, KpiWriter *writer)
{
  const char *text;

  if (!kpi_column_is_text (column)) {
    _kpi_writer_number (writer, kpi_scorecard_get_number (card, row, column), "null");
    return;
  }
  text = kpi_scorecard_get_text (card, row, column);
  if (*text == '\0')
    _kpi_writer_text (writer, "null");
  else
    put_string (writer, text);
}

static void
put_row (const KpiScorecard *card, gsize row, KpiWriter *writer)
{
  _kpi_writer_text (writer, row == 0 ? "\n{" : ",\n{");
  for (KpiColumn column = 0; column < KPI_N_COLUMNS; column++) {
    _kpi_writer_text (writer, column == 0 ? "\"" : ", \"");
    _kpi_writer_text (writer, kpi_column_get_name (column));
    _kpi_writer_text (writer, "\": ");
    put_cell (card, row, column, writer);
  }
  _kpi_writer_text (writer, "}");
}

void
_kpi_write_json (const KpiScorecard *card, KpiWriter *writer)
{
  gsize n_rows = kpi_scorecard_get_n_rows (card);

  _kpi_writer_text (writer, "{\"model\": ");
  put_string (writer, kpi_model_get_id (kpi_scorecard_get_model (card)));
  _kpi_writer_text (writer, ", \"rows\": [");
  for (gsize row = 0; row < n_rows && !writer->failed; row++)
    put_row (card, row, writer);
  _kpi_writer_text (writer, n_rows > 0 ? "\n]}\n" : "]}\n");
}
