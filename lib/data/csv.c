/* SPDX-License-Identifier: MIT */
/* The CSV tokenizer.
 *
 * Always true: the bytes of the row being read lie in `buffer` from `row` on, `at` is the next one
 * to be looked at, and a NUL stands at `end`, so that the inner loops need no test for the end.
 * Quotes are taken out in place, which only ever shortens a field. Lines end with CRLF, LF or CR.
 */

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>
#include <glib/gstdio.h>

#include "base/rows.h"
#include "data/csv.h"

#define FIRST_ROOM (64 * 1024)

/* Which bytes end a run of ordinary ones, and which a field. */
enum { ENDS_PLAIN = 1 << 0, ENDS_QUOTED = 1 << 1, ENDS_FIELD = 1 << 2 };

struct _KpiCsv {
  int file;
  const char *name;
  KpiFindings *findings;
  char *buffer;
  gsize room, row, at, end;
  guint32 line, column; /* of the byte `at` */
  gboolean after_cr;    /* the row before ended with CR: an LF belongs to it */
  gboolean ended;       /* the file has no more bytes */
  gboolean given_up;    /* an error leaves the rest in doubt */
  gboolean bad;         /* the row has an error */
  KpiRows fields;       /* of KpiCsvField */
  gsize n_fields;       /* of the first row */
  guint8 kinds[256];
};

static void
complain (KpiCsv *csv, KpiError code, const KpiCsvField *field, const char *text)
{
  KpiPlace place = {csv->name, field->line, field->column};

  _kpi_findings_add (csv->findings, KPI_SEVERITY_ERROR, code, place, NULL, "%s", text);
  csv->bad = TRUE;
}

/* An error after which nothing more is read. */
static gboolean
give_up (KpiCsv *csv, KpiError code, const char *text)
{
  const KpiCsvField here = {.line = csv->line, .column = csv->column};
  const KpiCsvField *fields = csv->fields.data;

  complain (csv, code, csv->fields.n > 0 ? &fields[csv->fields.n - 1] : &here, text);
  csv->given_up = TRUE;
  return FALSE;
}

static gboolean
fail_to_read (KpiCsv *csv)
{
  KpiPlace place = {csv->name, 0, 0};

  _kpi_findings_add (csv->findings, KPI_SEVERITY_ERROR, KPI_ERROR_FILE, place, NULL,
                     "cannot be read: %s", g_strerror (errno));
  csv->bad = csv->given_up = TRUE;
  return FALSE;
}

static gboolean
grow (KpiCsv *csv)
{
  char *buffer;

  if (csv->room >= KPI_MAX_ROW_BYTES)
    return give_up (csv, KPI_ERROR_LIMIT,
                    "found a row of more than 16 MiB, expected a shorter one; "
                    "is a quote left open?");
  buffer = g_try_realloc (csv->buffer, csv->room * 2);
  if (buffer == NULL)
    return give_up (csv, KPI_ERROR_MEMORY, "no memory for a row of this length");
  csv->buffer = buffer;
  csv->room *= 2;
  return TRUE;
}

/* Brings more bytes to `at`; FALSE where there are none. What was read of the row moves to the
 * front of the buffer, which grows only where a row does not fit. */
static gboolean
fill (KpiCsv *csv)
{
  gssize n;

  if (csv->ended || csv->given_up)
    return FALSE;
  memmove (csv->buffer, csv->buffer + csv->row, csv->end - csv->row);
  csv->at -= csv->row;
  csv->end -= csv->row;
  csv->row = 0;
  if (csv->end + 1 == csv->room && !grow (csv))
    return FALSE;
  do
    n = read (csv->file, csv->buffer + csv->end, csv->room - 1 - csv->end);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    return fail_to_read (csv);
  csv->end += (gsize)n;
  csv->buffer[csv->end] = '\0';
  csv->ended = n == 0;
  return n > 0;
}

/* The byte at `at`; -1 at the end. */
static gint
peek (KpiCsv *csv)
{
  return csv->at < csv->end || fill (csv) ? (guchar)csv->buffer[csv->at] : -1;
}

static void
end_line (KpiCsv *csv)
{
  if (++csv->line == G_MAXUINT32)
    give_up (csv, KPI_ERROR_LIMIT, "found more than 4,294,967,294 lines, expected fewer");
  csv->column = 1;
}

/* Moves on to the next byte of `kind` and counts the characters passed; sets `*any_high` if one of
 * them is not ASCII. */
static void
skip (KpiCsv *csv, guint8 kind, gboolean *any_high)
{
  const guchar *start = (const guchar *)csv->buffer + csv->at, *at = start;
  guchar seen = 0;
  gsize n_inner = 0; /* bytes that continue a character */

  while (!(csv->kinds[*at] & kind))
    seen |= *at++;
  csv->at = (gsize)((const char *)at - csv->buffer);
  if (seen & 0x80) {
    *any_high = TRUE;
    for (const guchar *byte = start; byte < at; byte++)
      n_inner += (*byte & 0xc0) == 0x80;
  }
  csv->column += (guint32)((gsize)(at - start) - n_inner);
}

static gboolean
refuse_nul (KpiCsv *csv)
{
  return give_up (csv, KPI_ERROR_SYNTAX,
                  "found a NUL character, expected text in UTF-8; is it a spreadsheet or UTF-16?");
}

/* Reads up to a separator or the end of the row; `told` says that the field was complained of. */
static void
read_plain (KpiCsv *csv, KpiCsvField *field, gboolean told, gboolean *any_high)
{
  for (;;) {
    skip (csv, ENDS_PLAIN, any_high);
    if (csv->at == csv->end && fill (csv))
      continue;
    if (csv->at == csv->end || (csv->buffer[csv->at] != '"' && csv->buffer[csv->at] != '\0'))
      return;
    if (csv->buffer[csv->at] == '\0') {
      refuse_nul (csv);
      return;
    }
    if (!told)
      complain (csv, KPI_ERROR_SYNTAX, field,
                "found a quote within a field, expected the whole field in quotes and the quotes "
                "in it doubled");
    told = TRUE;
    csv->at++;
    csv->column++;
  }
}

/* Reads from behind an opening quote to behind the closing one; `*length` is what was kept. */
static void
read_quoted (KpiCsv *csv, const KpiCsvField *field, gsize *length, gboolean *any_high)
{
  for (;;) {
    gsize from = csv->at;
    char *to = csv->buffer + csv->row + field->offset + *length;
    char c;

    skip (csv, ENDS_QUOTED, any_high);
    memmove (to, csv->buffer + from, csv->at - from);
    *length += csv->at - from;
    to += csv->at - from;
    if (csv->at == csv->end) {
      if (fill (csv))
        continue;
      if (!csv->given_up)
        complain (csv, KPI_ERROR_SYNTAX, field,
                  "found the end of the file, expected the end of the quotes that open here");
      return;
    }
    c = csv->buffer[csv->at];
    if (c == '\0') {
      refuse_nul (csv);
      return;
    }
    csv->at++;
    if (c == '"') {
      csv->column++;
      if (peek (csv) != '"')
        return;
      csv->at++;
      csv->column++;
      csv->buffer[csv->row + field->offset + *length] = '"';
    } else {
      if (c == '\r' || *length == 0 || to[-1] != '\r')
        end_line (csv);
      *to = c;
    }
    (*length)++;
  }
}

/* Judges a field whose end is known. */
static void
finish_field (KpiCsv *csv, KpiCsvField *field, gsize length, gboolean any_high)
{
  const char *text = csv->buffer + csv->row + field->offset;

  field->length = (guint32)length;
  if (length > KPI_MAX_FIELD_BYTES)
    complain (csv, KPI_ERROR_LIMIT, field,
              "found a field of more than 1 MiB, expected a shorter one; is a quote left open?");
  else if (any_high && !g_utf8_validate_len (text, length, NULL))
    complain (csv, KPI_ERROR_ENCODING, field, "found bytes that are not UTF-8, expected UTF-8");
}

/* Passes over what ends a field and tells whether another one follows. */
static gboolean
take_end (KpiCsv *csv, const KpiCsvField *field, gsize length)
{
  gint c = peek (csv);

  if (c >= 0)
    csv->at++;
  csv->buffer[csv->row + field->offset + length] = '\0';
  if (c == '\r' || c == '\n') {
    csv->after_cr = c == '\r';
    end_line (csv);
    return FALSE;
  }
  csv->column++;
  return c >= 0;
}

/* Reads a field and what ends it; tells whether another one follows. */
static gboolean
read_field (KpiCsv *csv)
{
  gboolean any_high = FALSE;
  KpiCsvField *field;
  gsize length = 0;

  if (csv->fields.n == KPI_MAX_COLUMNS)
    return give_up (csv, KPI_ERROR_LIMIT, "found more than 100,000 fields, expected fewer");
  field = _kpi_rows_add (&csv->fields);
  if (field == NULL)
    return give_up (csv, KPI_ERROR_MEMORY, "no memory for so many fields");
  field->line = csv->line;
  field->column = csv->column;
  field->offset = (guint32)(csv->at - csv->row);
  if (peek (csv) != '"') {
    read_plain (csv, field, FALSE, &any_high);
    length = csv->at - csv->row - field->offset;
  } else {
    csv->at++;
    csv->column++;
    field->offset++;
    read_quoted (csv, field, &length, &any_high);
    if (!csv->given_up && peek (csv) >= 0 && !(csv->kinds[peek (csv)] & ENDS_FIELD)) {
      complain (csv, KPI_ERROR_SYNTAX, field,
                "found text behind the closing quote, expected a separator or the end of the "
                "line; the quotes open here");
      read_plain (csv, field, TRUE, &any_high);
    }
  }
  if (csv->given_up)
    return FALSE;
  finish_field (csv, field, length, any_high);
  return take_end (csv, field, length);
}

static gboolean
start_row (KpiCsv *csv)
{
  if (csv->after_cr && peek (csv) == '\n')
    csv->at++;
  csv->after_cr = FALSE;
  csv->row = csv->at;
  csv->fields.n = 0;
  csv->bad = FALSE;
  return !csv->given_up && peek (csv) >= 0;
}

/* Compares the number of fields with that of the first row. */
static void
check_n_fields (KpiCsv *csv)
{
  const KpiCsvField *fields = csv->fields.data;
  gsize n = csv->fields.n;
  g_autofree char *text = NULL;

  if (csv->n_fields == 0)
    csv->n_fields = n;
  if (csv->bad || n == csv->n_fields)
    return;
  if (n == 1 && fields[0].length == 0)
    text = g_strdup_printf ("found an empty line, expected %zu fields", csv->n_fields);
  else
    text = g_strdup_printf ("found %zu field%s, expected %zu as in the first line", n,
                            n == 1 ? "" : "s", csv->n_fields);
  complain (csv, KPI_ERROR_SYNTAX, &fields[MIN (n - 1, csv->n_fields)], text);
}

gboolean
_kpi_csv_next (KpiCsv *csv, KpiCsvField **out_fields)
{
  while (start_row (csv)) {
    gboolean is_first = csv->n_fields == 0;
    KpiCsvField *fields;

    while (read_field (csv))
      ;
    check_n_fields (csv);
    csv->given_up = csv->given_up || (csv->bad && is_first);
    if (csv->bad)
      continue;
    fields = csv->fields.data;
    for (gsize i = 0; i < csv->fields.n; i++)
      fields[i].text = csv->buffer + csv->row + fields[i].offset;
    *out_fields = fields;
    return TRUE;
  }
  return FALSE;
}

gsize
_kpi_csv_get_n_fields (const KpiCsv *csv)
{
  return csv->n_fields;
}

/* Passes over a byte order mark; that of UTF-16 is refused, since all else would be noise. */
static void
skip_mark (KpiCsv *csv)
{
  while (csv->end < 3 && fill (csv))
    ;
  if (csv->end >= 3 && memcmp (csv->buffer, "\xef\xbb\xbf", 3) == 0)
    csv->at = 3;
  else if (csv->end >= 2 &&
           (memcmp (csv->buffer, "\xff\xfe", 2) == 0 || memcmp (csv->buffer, "\xfe\xff", 2) == 0))
    give_up (csv, KPI_ERROR_ENCODING, "found UTF-16, expected UTF-8");
}

KpiCsv *
_kpi_csv_open (const char *path, const char *name, char separator, KpiFindings *findings)
{
  int file = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  KpiPlace place = {name, 0, 0};
  KpiCsv *csv;

  if (file < 0) {
    _kpi_findings_add (findings, KPI_SEVERITY_ERROR, KPI_ERROR_FILE, place, NULL,
                       "cannot be opened: %s", g_strerror (errno));
    return NULL;
  }
  csv = g_new0 (KpiCsv, 1);
  *csv = (KpiCsv){.file = file, .name = name, .findings = findings, .line = 1, .column = 1};
  csv->fields = KPI_ROWS (KpiCsvField);
  csv->room = FIRST_ROOM;
  csv->buffer = g_malloc0 (csv->room);
  csv->kinds[0] = csv->kinds['"'] = ENDS_PLAIN | ENDS_QUOTED;
  csv->kinds['\r'] = csv->kinds['\n'] = ENDS_PLAIN | ENDS_QUOTED | ENDS_FIELD;
  csv->kinds[(guchar)separator] = ENDS_PLAIN | ENDS_FIELD;
  skip_mark (csv);
  return csv;
}

void
_kpi_csv_close (KpiCsv *csv)
{
  close (csv->file);
  _kpi_rows_clear (&csv->fields);
  g_free (csv->buffer);
  g_free (csv);
}
