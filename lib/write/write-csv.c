/* SPDX-License-Identifier: MIT */
/* CSV as RFC 4180 has it, but for line ends, which are a line feed alone.
 *
 * Always true: every line has as many fields as the header, and a reader gets the same texts and
 * doubles back. A text that a spreadsheet would take for a formula is written as it is: a file of
 * data does not change a name to please a program that misreads it. */

#include <string.h>

#include "write/formats.h"

static gboolean
needs_quotes (const char *text)
{
  return text[strcspn (text, ",\"\r\n")] != '\0';
}

static void
put_quoted (KpiWriter *writer, const char *text)
{
  _kpi_writer_text (writer, "\"");
  for (;;) {
    gsize length = strcspn (text, "\"");

    _kpi_writer_put (writer, text, length);
    if (text[length] == '\0')
      break;
    _kpi_writer_text (writer, "\"\"");
    text += length + 1;
  }
  _kpi_writer_text (writer, "\"");
}

static void
put_text (KpiWriter *writer, const char *text)
{
  if (needs_quotes (text))
    put_quoted (writer, text);
  else
    _kpi_writer_text (writer, text);
}

static void
put_header (const KpiGrid *grid, KpiWriter *writer)
{
  for (gsize column = 0; column < grid->n_columns; column++) {
    _kpi_writer_text (writer, column == 0 ? "" : ",");
    put_text (writer, grid->get_name (grid->of, column));
  }
  _kpi_writer_text (writer, "\n");
}

static void
put_row (const KpiGrid *grid, gsize row, KpiWriter *writer)
{
  for (gsize column = 0; column < grid->n_columns; column++) {
    _kpi_writer_text (writer, column == 0 ? "" : ",");
    if (grid->is_text (grid->of, column))
      put_text (writer, grid->get_text (grid->of, row, column));
    else
      _kpi_writer_number (writer, grid->get_number (grid->of, row, column), "");
  }
  _kpi_writer_text (writer, "\n");
}

gboolean
_kpi_write_csv (const KpiSubject *subject, KpiWriter *writer, GError **error)
{
  const KpiGrid *grid = &subject->grid;

  (void)error;
  put_header (grid, writer);
  for (gsize row = 0; row < grid->n_rows && !writer->failed; row++)
    put_row (grid, row, writer);
  return TRUE;
}
