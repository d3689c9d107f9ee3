/* SPDX-License-Identifier: MIT */
/* JSON (RFC 8259): `{"model": id, "rows": [{...}]}`, one row a line.
 *
 * Always true: every row has the names of all columns in their order, and null stands exactly where
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
put_cell (const KpiGrid *grid, gsize row, gsize column, KpiWriter *writer)
{
  const char *text;

  if (!grid->is_text (grid->of, column)) {
    _kpi_writer_number (writer, grid->get_number (grid->of, row, column), "null");
    return;
  }
  text = grid->get_text (grid->of, row, column);
  if (*text == '\0')
    _kpi_writer_text (writer, "null");
  else
    put_string (writer, text);
}

static void
put_row (const KpiGrid *grid, gsize row, KpiWriter *writer)
{
  _kpi_writer_text (writer, row == 0 ? "\n{" : ",\n{");
  for (gsize column = 0; column < grid->n_columns; column++) {
    _kpi_writer_text (writer, column == 0 ? "" : ", ");
    put_string (writer, grid->get_name (grid->of, column));
    _kpi_writer_text (writer, ": ");
    put_cell (grid, row, column, writer);
  }
  _kpi_writer_text (writer, "}");
}

void
_kpi_write_json (const KpiGrid *grid, KpiWriter *writer)
{
  _kpi_writer_text (writer, "{\"model\": ");
  put_string (writer, grid->model);
  _kpi_writer_text (writer, ", \"rows\": [");
  for (gsize row = 0; row < grid->n_rows && !writer->failed; row++)
    put_row (grid, row, writer);
  _kpi_writer_text (writer, grid->n_rows > 0 ? "\n]}\n" : "]}\n");
}
