/* SPDX-License-Identifier: MIT */
/* Shows csv_oracle.py what the tokenizer makes of files:
 *
 *     csv_oracle FILE...
 *
 * writes for each file its rows, each field as `LINE COLUMN HEX` and an empty line behind each row,
 * then its findings as `! CODE LINE COLUMN`, then `=`. */

#include <stdio.h>

#include "data/file/csv.h"

static void
show_field (const KpiCsvField *field)
{
  printf ("%u %u ", field->line, field->column);
  for (guint32 i = 0; i < field->length; i++)
    printf ("%02x", (guchar)field->text[i]);
  putchar ('\n');
}

static gboolean
show_file (const char *path)
{
  g_autoptr (KpiFindings) findings = _kpi_findings_new ();
  g_autoptr (KpiCsv) csv = _kpi_csv_open (path, "file", ',', findings);
  KpiCsvField *fields;

  if (csv == NULL)
    return FALSE;
  while (_kpi_csv_next (csv, &fields)) {
    for (gsize i = 0; i < _kpi_csv_get_n_fields (csv); i++)
      show_field (&fields[i]);
    putchar ('\n');
  }
  for (gsize i = 0; i < kpi_findings_get_length (findings); i++)
    printf ("! %s %u %u\n", kpi_error_get_name (kpi_findings_get_code (findings, i)),
            kpi_findings_get_line (findings, i), kpi_findings_get_column (findings, i));
  puts ("=");
  return TRUE;
}

int
main (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    if (!show_file (argv[i]))
      return 2;
  return 0;
}
