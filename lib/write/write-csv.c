/* SPDX-License-Identifier: MIT */
/* CSV as RFC 4180 has it, but for line ends, which are a line feed alone.
 *
 * Always true: every line has KPI_N_COLUMNS fields, and a reader gets the same texts and doubles
 * back. A text that a spreadsheet would take for a formula is written as it is: a file of data does
 * not change a name to please a program that misreads it. */

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
put_header (KpiWriter *writer)
{
  for (KpiColumn column = 0; column < KPI_N_COLUMNS; column++) {
    _kpi_writer_text (writer, column == 0 ? "" : ",");
    _kpi_writer_text (writer, kpi_column_get_name (column));
  }
  _kpi_writer_text (writer, "\n");
}

static void
put_row (const KpiScorecard *card, gsize row, KpiWriter *writer)
{
  for (KpiColumn column = 0; column < KPI_N_COLUMNS; column++) {
    _kpi_writer_text (writer, column == 0 ? "" : ",");
    if (kpi_column_is_text (column))
      put_text (writer, kpi_scorecard_get_text (card, row, column));
    else
      _kpi_writer_number (writer, kpi_scorecard_get_number (card, row, column), "");
  }
  _kpi_writer_text (writer, "\n");
}

void
_kpi_write_csv (const KpiScorecard *card, KpiWriter *writer)
{
  gsize n_rows = kpi_scorecard_get_n_rows (card);

  put_header (writer);
  for (gsize row = 0; row < n_rows && !writer->failed; row++)
    put_row (card, row, writer);
}
