/* SPDX-License-Identifier: MIT */
/* Rows read once more.
 *
 * Always true: this serves messages, so whatever goes wrong here (the file is gone, was a pipe, has
 * changed) makes a message shorter and nothing else; and it keeps no more than a few megabytes. */

#include <sys/stat.h>
#include <glib/gstdio.h>

#include "base/sort.h"
#include "data/observations/reread.h"

#define MAX_KEPT_BYTES (16 * 1024 * 1024)

void
_kpi_reread_init (KpiReread *reread)
{
  *reread = (KpiReread){.rows = KPI_ROWS (KpiRereadRow)};
}

void
_kpi_reread_clear (KpiReread *reread)
{
  for (gsize i = 0; i < reread->rows.n; i++)
    g_free (KPI_ROW (&reread->rows, KpiRereadRow, i).fields);
  _kpi_rows_clear (&reread->rows);
  for (gsize i = 0; i < reread->n_headers; i++)
    _kpi_header_clear (&reread->headers[i]);
  g_clear_pointer (&reread->headers, g_free);
}

gboolean
_kpi_reread_want (KpiReread *reread, guint16 file, guint32 line)
{
  return _kpi_rows_append (&reread->rows, &(KpiRereadRow){.file = file, .line = line});
}

static gint
compare (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  const KpiRereadRow *p = a, *q = b;

  return p->file != q->file ? KPI_ORDER (p->file, q->file) : KPI_ORDER (p->line, q->line);
}

/* Copies the fields of a row: pointers and text in one piece. */
static gboolean
keep (KpiRereadRow *row, const KpiCsvField *fields, gsize n, gsize *kept)
{
  gsize size = n * sizeof (char *);
  char *text;

  for (gsize i = 0; i < n; i++)
    size += fields[i].length + 1;
  *kept += size;
  if (*kept > MAX_KEPT_BYTES)
    return FALSE;
  row->fields = g_try_malloc (size);
  if (row->fields == NULL)
    return FALSE;
  text = (char *)(row->fields + n);
  for (gsize i = 0; i < n; i++) {
    row->fields[i] = text;
    text = g_stpcpy (text, fields[i].text) + 1;
  }
  return TRUE;
}

/* Reads rows[0..n) of one file; they ascend by line. */
static void
read_file (KpiRereadRow *rows, gsize n, KpiHeader *header, const char *path,
           const KpiReadOptions *options, gsize *kept)
{
  g_autoptr (KpiFindings) unheard = _kpi_findings_new ();
  g_autoptr (KpiCsv) csv = NULL;
  KpiCsvField *fields;
  GStatBuf status;
  gsize n_fields;

  if (g_stat (path, &status) != 0 || !S_ISREG (status.st_mode))
    return;
  csv = _kpi_csv_open (path, path, options->separator, unheard);
  if (csv == NULL || !_kpi_csv_next (csv, &fields) ||
      !_kpi_header_read (header, fields, _kpi_csv_get_n_fields (csv), options->wheres.data,
                         options->wheres.n, path, unheard))
    return;
  n_fields = _kpi_csv_get_n_fields (csv);
  for (gsize i = 0; i < n && _kpi_csv_next (csv, &fields);) {
    while (i < n && rows[i].line < fields[0].line)
      i++;
    for (; i < n && rows[i].line <= fields[n_fields - 1].line; i++)
      if (!keep (&rows[i], fields, n_fields, kept))
        return;
  }
}

void
_kpi_reread_run (KpiReread *reread, const KpiIntake *intake, const KpiReadOptions *options)
{
  KpiRereadRow *rows = reread->rows.data;
  gsize kept = 0, next;

  reread->headers = g_try_new0 (KpiHeader, intake->paths->len + 1);
  if (reread->headers == NULL)
    return;
  reread->n_headers = intake->paths->len;
  _kpi_sort (rows, reread->rows.n, sizeof *rows, compare, NULL);
  reread->rows.n = _kpi_sort_unique (rows, reread->rows.n, sizeof *rows, compare, NULL, NULL);
  for (gsize i = 0; i < reread->rows.n; i = next) {
    guint16 file = rows[i].file;

    for (next = i; next < reread->rows.n && rows[next].file == file; next++)
      ;
    if (file < reread->n_headers)
      read_file (rows + i, next - i, &reread->headers[file],
                 g_ptr_array_index (intake->paths, file), options, &kept);
  }
}

const KpiRereadRow *
_kpi_reread_find (const KpiReread *reread, guint16 file, guint32 line)
{
  const KpiRereadRow wanted = {.file = file, .line = line};
  const KpiRereadRow *rows = reread->rows.data;
  gsize i = _kpi_sort_lower_bound (rows, reread->rows.n, sizeof *rows, &wanted, compare, NULL);

  if (i == reread->rows.n || compare (&rows[i], &wanted, NULL) != 0)
    return NULL;
  return rows[i].fields != NULL ? &rows[i] : NULL;
}
