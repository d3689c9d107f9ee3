/* SPDX-License-Identifier: MIT */
/* The CSV tokenizer.
 *
 * Always true: the row being read is what its window keeps, and fields are counted from its start.
 * Quotes are taken out in place, which only ever shortens a field. Lines end with CRLF, LF or CR.
 */

#include <errno.h>
#include <string.h>

#include "base/rows.h"
#include "data/file/csv.h"
#include "data/file/window.h"

/* Which bytes end a run of ordinary ones, and which a field. */
enum { ENDS_PLAIN = 1 << 0, ENDS_QUOTED = 1 << 1, ENDS_FIELD = 1 << 2 };

struct _KpiCsv {
  KpiWindow window;
  const char *name;
  KpiFindings *findings;
  guint32 line, column; /* of the byte `at` */
  gboolean after_cr;    /* the row before ended with CR: an LF belongs to it */
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
  const KpiCsvField none = {.line = csv->line, .column = csv->column};
  const KpiCsvField *fields = csv->fields.data;

  complain (csv, code, csv->fields.n > 0 ? &fields[csv->fields.n - 1] : &none, text);
  csv->given_up = TRUE;
  return FALSE;
}

/* A file that the system refuses has no line to blame. */
static gboolean
give_up_file (KpiCsv *csv, const char *what)
{
  KpiPlace place = {csv->name, 0, 0};

  _kpi_findings_add (csv->findings, KPI_SEVERITY_ERROR, KPI_ERROR_FILE, place, NULL, "%s: %s", what,
                     g_strerror (errno));
  csv->bad = csv->given_up = TRUE;
  return FALSE;
}

/* Brings more bytes to `at`; FALSE where there are none. */
static gboolean
fill (KpiCsv *csv)
{
  if (csv->given_up)
    return FALSE;
  switch (_kpi_window_fill (&csv->window)) {
  case KPI_WINDOW_FULL:
    return give_up (csv, KPI_ERROR_LIMIT,
                    "found a row of more than 16 MiB, expected a shorter one; is a quote left "
                    "open?");
  case KPI_WINDOW_NO_MEMORY:
    return give_up (csv, KPI_ERROR_MEMORY, "no memory for a row of this length");
  case KPI_WINDOW_UNREADABLE:
    return give_up_file (csv, "cannot be read");
  case KPI_WINDOW_END:
    return FALSE;
  case KPI_WINDOW_MORE:
  default:
    return TRUE;
  }
}

static gboolean
is_at_end (const KpiCsv *csv)
{
  return csv->window.at == csv->window.end;
}

/* The byte at `at`: a NUL at the end of what was read. */
static guchar
here (const KpiCsv *csv)
{
  return (guchar)csv->window.buffer[csv->window.at];
}

/* The same, with what is not yet read; -1 at the end of the file. */
static gint
peek (KpiCsv *csv)
{
  return !is_at_end (csv) || fill (csv) ? here (csv) : -1;
}

static void
advance (KpiCsv *csv)
{
  csv->window.at++;
  csv->column++;
}

/* The text of a field, as far as it is unquoted. */
static char *
text_of (KpiCsv *csv, const KpiCsvField *field)
{
  return csv->window.buffer + csv->window.first + field->offset;
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
  const guchar *start = (const guchar *)csv->window.buffer + csv->window.at, *at = start;
  guchar seen = 0;
  gsize n_inner = 0; /* bytes that continue a character */

  while (!(csv->kinds[*at] & kind))
    seen |= *at++;
  csv->window.at = (gsize)((const char *)at - csv->window.buffer);
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
    if (is_at_end (csv) && fill (csv))
      continue;
    if (is_at_end (csv) || (csv->kinds[here (csv)] & ENDS_FIELD))
      return;
    if (here (csv) == '\0') {
      refuse_nul (csv);
      return;
    }
    if (!told)
      complain (csv, KPI_ERROR_SYNTAX, field,
                "found a quote within a field, expected the whole field in quotes and the quotes "
                "in it doubled");
    told = TRUE;
    advance (csv);
  }
}

/* Brings what was read since `from` behind the `*length` bytes that a field has so far. */
static void
keep (KpiCsv *csv, const KpiCsvField *field, gsize from, gsize *length)
{
  gsize n = csv->window.at - from;

  memmove (text_of (csv, field) + *length, csv->window.buffer + from, n);
  *length += n;
}

/* Counts the line end at `at`, within quotes. The LF of a CRLF counts with its CR. */
static void
pass_line_end (KpiCsv *csv, const KpiCsvField *field, gsize length)
{
  gboolean is_second = here (csv) == '\n' && length > 0 && text_of (csv, field)[length - 1] == '\r';

  csv->window.at++;
  if (!is_second)
    end_line (csv);
}

/* Passes over a quote within quotes; tells whether the field goes on, since it was doubled. */
static gboolean
pass_quote (KpiCsv *csv)
{
  advance (csv);
  if (peek (csv) != '"')
    return FALSE;
  advance (csv);
  return TRUE;
}

/* Reads from behind an opening quote to behind the closing one; `*length` is what was kept. */
static void
read_quoted (KpiCsv *csv, const KpiCsvField *field, gsize *length, gboolean *any_high)
{
  for (;;) {
    gsize from = csv->window.at;

    skip (csv, ENDS_QUOTED, any_high);
    keep (csv, field, from, length);
    if (is_at_end (csv) && fill (csv))
      continue;
    if (is_at_end (csv)) {
      if (!csv->given_up)
        complain (csv, KPI_ERROR_SYNTAX, field,
                  "found the end of the file, expected the end of the quotes that open here");
      return;
    }
    if (here (csv) == '\0') {
      refuse_nul (csv);
      return;
    }
    if (here (csv) == '"') {
      if (!pass_quote (csv))
        return;
    } else {
      pass_line_end (csv, field, *length);
    }
    keep (csv, field, csv->window.at - 1, length);
  }
}

static void
finish_field (KpiCsv *csv, KpiCsvField *field, gsize length, gboolean any_high)
{
  field->length = (guint32)length;
  if (length > KPI_MAX_FIELD_BYTES)
    complain (csv, KPI_ERROR_LIMIT, field,
              "found a field of more than 1 MiB, expected a shorter one; is a quote left open?");
  else if (any_high && !g_utf8_validate_len (text_of (csv, field), length, NULL))
    complain (csv, KPI_ERROR_ENCODING, field, "found bytes that are not UTF-8, expected UTF-8");
}

static gboolean
take_end (KpiCsv *csv, const KpiCsvField *field, gsize length)
{
  gint c = peek (csv);

  if (c >= 0)
    csv->window.at++;
  text_of (csv, field)[length] = '\0';
  if (c == '\r' || c == '\n') {
    csv->after_cr = c == '\r';
    end_line (csv);
    return FALSE;
  }
  csv->column++;
  return c >= 0;
}

/* The next field of the row, in place of one of an earlier row where there was one. */
static KpiCsvField *
add_field (KpiCsv *csv)
{
  if (csv->fields.n == csv->fields.capacity)
    return _kpi_rows_add (&csv->fields);
  return &KPI_ROW (&csv->fields, KpiCsvField, csv->fields.n++);
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
  field = add_field (csv);
  if (field == NULL)
    return give_up (csv, KPI_ERROR_MEMORY, "no memory for so many fields");
  field->line = csv->line;
  field->column = csv->column;
  field->offset = (guint32)(csv->window.at - csv->window.first);
  if (peek (csv) != '"') {
    read_plain (csv, field, FALSE, &any_high);
    length = csv->window.at - csv->window.first - field->offset;
  } else {
    advance (csv);
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
    csv->window.at++;
  csv->after_cr = FALSE;
  csv->window.first = csv->window.at;
  csv->fields.n = 0;
  csv->bad = FALSE;
  return !csv->given_up && peek (csv) >= 0;
}

static gboolean
is_cut_number (KpiCsv *csv, const KpiCsvField *field)
{
  const char *text = text_of (csv, field);
  gsize sign = *text == '-';

  return field->length > sign && field->length <= 20 &&
         strspn (text + sign, "0123456789") == field->length - sign;
}

/* Where a row has too many fields, and two of them look like one number with a decimal comma: the
 * question whether they are; else "". A new string. */
static char *
hint_at_comma (KpiCsv *csv)
{
  const KpiCsvField *fields = csv->fields.data;

  if (csv->kinds[','] == 0 || csv->fields.n <= csv->n_fields)
    return g_strdup ("");
  for (gsize i = csv->fields.n - 1; i > 0; i--)
    if (is_cut_number (csv, &fields[i]) && is_cut_number (csv, &fields[i - 1]) &&
        fields[i - 1].length != 4) /* rather a year */
      return g_strdup_printf ("; is %s,%s one number? Decimal commas ask for quotes or for another "
                              "separator, such as ;, and for the decimal mark set to a comma",
                              text_of (csv, &fields[i - 1]), text_of (csv, &fields[i]));
  return g_strdup ("");
}

/* Compares the number of fields with that of the first row. */
static void
check_n_fields (KpiCsv *csv)
{
  const KpiCsvField *fields = csv->fields.data;
  gsize n = csv->fields.n;
  g_autofree char *text = NULL, *hint = NULL;

  if (csv->n_fields == 0)
    csv->n_fields = n;
  if (csv->bad || n == csv->n_fields)
    return;
  hint = hint_at_comma (csv);
  if (n == 1 && fields[0].length == 0)
    text = g_strdup_printf ("found an empty line, expected %zu fields", csv->n_fields);
  else
    text = g_strdup_printf ("found %zu field%s, expected %zu as in the first line%s", n,
                            n == 1 ? "" : "s", csv->n_fields, hint);
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
      fields[i].text = text_of (csv, &fields[i]);
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
  while (csv->window.end < 3 && fill (csv))
    ;
  if (csv->window.end >= 3 && memcmp (csv->window.buffer, "\xef\xbb\xbf", 3) == 0)
    csv->window.at = 3;
  else if (csv->window.end >= 2 && (memcmp (csv->window.buffer, "\xff\xfe", 2) == 0 ||
                                    memcmp (csv->window.buffer, "\xfe\xff", 2) == 0))
    give_up (csv, KPI_ERROR_ENCODING, "found UTF-16, expected UTF-8");
}

KpiCsv *
_kpi_csv_open (const char *path, const char *name, char separator, KpiFindings *findings)
{
  g_autoptr (KpiCsv) csv = g_new0 (KpiCsv, 1);

  *csv = (KpiCsv){.name = name, .findings = findings, .line = 1, .column = 1};
  csv->fields = KPI_ROWS (KpiCsvField);
  csv->kinds[0] = csv->kinds['"'] = ENDS_PLAIN | ENDS_QUOTED;
  csv->kinds['\r'] = csv->kinds['\n'] = ENDS_PLAIN | ENDS_QUOTED | ENDS_FIELD;
  csv->kinds[(guchar)separator] = ENDS_PLAIN | ENDS_FIELD;
  if (!_kpi_window_open (&csv->window, path, KPI_MAX_ROW_BYTES)) {
    give_up_file (csv, "cannot be opened");
    return NULL;
  }
  skip_mark (csv);
  return g_steal_pointer (&csv);
}

void
_kpi_csv_close (KpiCsv *csv)
{
  _kpi_window_close (&csv->window);
  _kpi_rows_clear (&csv->fields);
  g_free (csv);
}
