/* SPDX-License-Identifier: MIT */
/* Ids that come twice.
 *
 * Always true: an id is reported for being there twice, never for having another's hash. */

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <glib/gstdio.h>

#include "base/hash.h"
#include "base/names.h"
#include "base/sort.h"
#include "base/text.h"
#include "data/registers/register-ids.h"

/* The second look, for the sake of messages: no more of them than findings are kept. */
typedef struct {
  const KpiItemReader *reader;
  KpiItemReader deaf;    /* what is wrong with a row was said the first time */
  const KpiRows *hashes; /* of guint64, ascending: ids to be looked at */
  KpiNames *ids;         /* those found */
  KpiRows lines;         /* of guint32, by id: where it stood first */
  gsize n_reported;
} Look;

void
_kpi_item_ids_init (KpiItemIds *ids, const KpiItemReader *reader, gsize most_kept)
{
  *ids = (KpiItemIds){.reader = reader};
  _kpi_repeats_init (&ids->repeats, most_kept);
}

void
_kpi_item_ids_clear (KpiItemIds *ids)
{
  _kpi_repeats_clear (&ids->repeats);
}

static void
fail (const KpiItemReader *reader)
{
  KpiPlace place = {reader->file, 0, 0};

  if (errno == 0)
    _kpi_findings_add (reader->findings, KPI_SEVERITY_ERROR, KPI_ERROR_MEMORY, place, NULL,
                       "no memory to look for ids that come twice");
  else
    _kpi_findings_add (reader->findings, KPI_SEVERITY_ERROR, KPI_ERROR_FILE, place, NULL,
                       "the temporary file in which ids are looked for fails: %s; unique: false in "
                       "the model does without",
                       g_strerror (errno));
}

/* Which ids meet by chance does not matter, only that few do. */
static guint64
hash_of (const char *id)
{
  return _kpi_hash_bytes (id, strlen (id), 0);
}

void
_kpi_item_ids_add (KpiItemIds *ids, const KpiCsvField *fields)
{
  g_autofree char *owned = NULL;
  const char *id = _kpi_item_read_name (ids->reader, fields, KPI_ITEM_ID, &owned);

  if (id == NULL || ids->failed)
    return;
  ids->failed = !_kpi_repeats_add (&ids->repeats, hash_of (id));
  if (ids->failed)
    fail (ids->reader);
}

static void
report_second (Look *look, const KpiCsvField *field, guint32 first)
{
  KpiPlace place = {look->reader->file, field->line, field->column};
  const KpiHeader *names = &look->reader->header->names;
  g_autofree char *quoted = _kpi_text_quote (field->text);

  _kpi_findings_add (look->reader->findings, KPI_SEVERITY_ERROR, KPI_ERROR_DUPLICATE, place,
                     names->names[look->reader->header->columns[KPI_ITEM_ID]],
                     "found a second item %s, expected each id once; the first is in line %u",
                     quoted, first);
  look->n_reported++;
}

static gboolean
is_suspect (const Look *look, const char *id)
{
  guint64 hash = hash_of (id);
  gsize place = _kpi_sort_lower_bound (look->hashes->data, look->hashes->n, sizeof hash, &hash,
                                       _kpi_order_guint64, NULL);

  return place < look->hashes->n && KPI_ROW (look->hashes, guint64, place) == hash;
}

/* Looks at one row. FALSE if there is no memory. */
static gboolean
look_at (Look *look, const KpiCsvField *fields)
{
  const KpiCsvField *field = &fields[look->reader->header->columns[KPI_ITEM_ID]];
  g_autofree char *owned = NULL;
  const char *id = _kpi_item_read_name (&look->deaf, fields, KPI_ITEM_ID, &owned);
  guint32 known = id != NULL ? _kpi_names_find (look->ids, id) : KPI_NO_NAME;

  if (id == NULL || !is_suspect (look, id))
    return TRUE;
  if (known != KPI_NO_NAME) {
    report_second (look, field, KPI_ROW (&look->lines, guint32, known));
    return TRUE;
  }
  return _kpi_rows_append (&look->lines, &(guint32){field->line}) &&
         _kpi_names_add (look->ids, id) != KPI_NO_NAME;
}

/* What cannot be read twice, such as a pipe, has no lines to name. */
static void
report_unseen (const Look *look)
{
  _kpi_findings_add (look->reader->findings, KPI_SEVERITY_ERROR, KPI_ERROR_DUPLICATE,
                     (KpiPlace){look->reader->file, 0, 0}, NULL,
                     "found items that come twice, expected each id once; which, an ordinary file "
                     "would tell, since it can be read again");
}

/* Goes through the file again. FALSE if there is no memory. */
static gboolean
look_again (Look *look, const char *path)
{
  g_autoptr (KpiCsv) csv = NULL;
  gboolean enough = TRUE;
  KpiCsvField *fields;
  GStatBuf status;

  if (g_stat (path, &status) == 0 && S_ISREG (status.st_mode))
    csv = _kpi_csv_open (path, look->reader->file, ',', look->deaf.findings);
  if (csv == NULL || !_kpi_csv_next (csv, &fields)) {
    report_unseen (look);
    return TRUE;
  }
  while (enough && look->n_reported <= KPI_MAX_FINDINGS && _kpi_csv_next (csv, &fields))
    enough = look_at (look, fields);
  return enough;
}

void
_kpi_item_ids_report (KpiItemIds *ids, const char *path)
{
  g_autoptr (KpiFindings) unheard = _kpi_findings_new ();
  g_autoptr (KpiNames) seen = _kpi_names_new ();
  KpiRows hashes = KPI_ROWS (guint64);
  Look look = {.reader = ids->reader,
               .deaf = *ids->reader,
               .hashes = &hashes,
               .ids = seen,
               .lines = KPI_ROWS (guint32)};

  look.deaf.findings = unheard;
  errno = 0;
  if (!ids->failed && (!_kpi_repeats_finish (&ids->repeats, KPI_MAX_FINDINGS, &hashes) ||
                       (hashes.n > 0 && !look_again (&look, path))))
    fail (ids->reader);
  _kpi_rows_clear (&hashes);
  _kpi_rows_clear (&look.lines);
}
