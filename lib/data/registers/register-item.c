/* SPDX-License-Identifier: MIT */
/* Rows of a register.
 *
 * Always true of an item that was read: it has a day of opening, and was not closed before it. */

#include "base/period.h"
#include "base/text.h"
#include "data/registers/register-item.h"

static const KpiCsvField *
field_of (const KpiItemReader *reader, const KpiCsvField *fields, KpiItemColumn column)
{
  guint32 number = reader->header->columns[column];

  return number == KPI_NO_COLUMN ? NULL : &fields[number];
}

/* Blames a field; `expected` ends the sentence. */
static void
complain (const KpiItemReader *reader, const KpiCsvField *field, KpiSeverity severity,
          KpiError code, KpiItemColumn column, const char *expected)
{
  KpiPlace place = {reader->file, field->line, field->column};
  const char *name = reader->header->names.names[reader->header->columns[column]];
  g_autofree char *quoted = NULL;

  quoted = field->length > 0 ? _kpi_text_quote (field->text) : g_strdup ("nothing");
  _kpi_findings_add (reader->findings, severity, code, place, name, "found %s, expected %s", quoted,
                     expected);
}

/* Reads the date of a column; 0 where there is none. */
static gboolean
read_date (const KpiItemReader *reader, const KpiCsvField *fields, KpiItemColumn column,
           gint32 *out_day)
{
  const KpiCsvField *field = field_of (reader, fields, column);

  *out_day = 0;
  if (field == NULL || (field->length == 0 && column != KPI_ITEM_OPENED))
    return TRUE;
  if (_kpi_date_read (field->text, reader->dates, out_day))
    return TRUE;
  complain (reader, field, KPI_SEVERITY_ERROR, KPI_ERROR_VALUE, column,
            _kpi_date_expected (reader->dates));
  return FALSE;
}

static void
complain_of_order (const KpiItemReader *reader, const KpiCsvField *fields, KpiSeverity severity,
                   KpiItemColumn column, gint32 opened)
{
  KpiPeriod day = _kpi_period_of_day (opened);
  char spelling[KPI_PERIOD_SIZE];
  g_autofree char *expected = NULL;

  _kpi_period_format (&day, spelling);
  expected = g_strdup_printf ("no day before that of the opening, %s", spelling);
  complain (reader, field_of (reader, fields, column), severity, KPI_ERROR_CONFLICT, column,
            expected);
}

gboolean
_kpi_item_read (const KpiItemReader *reader, const KpiCsvField *fields, KpiItem *out_item)
{
  KpiItem item;
  gboolean good = read_date (reader, fields, KPI_ITEM_OPENED, &item.opened);

  good = read_date (reader, fields, KPI_ITEM_DUE, &item.due) && good;
  good = read_date (reader, fields, KPI_ITEM_CLOSED, &item.closed) && good;
  if (!good)
    return FALSE;
  *out_item = item;
  if (item.due > 0 && item.due < item.opened)
    complain_of_order (reader, fields, KPI_SEVERITY_WARNING, KPI_ITEM_DUE, item.opened);
  if (item.closed == 0 || item.closed >= item.opened)
    return TRUE;
  complain_of_order (reader, fields, KPI_SEVERITY_ERROR, KPI_ITEM_CLOSED, item.opened);
  return FALSE;
}

/* Whether a text is a name as it stands. */
static gboolean
is_clean (const KpiCsvField *field)
{
  const guchar *text = (const guchar *)field->text;
  gboolean clean = field->length > 0 && field->length <= KPI_MAX_NAME_BYTES && text[0] != ' ' &&
                   text[field->length - 1] != ' ';

  for (guint32 i = 0; i < field->length; i++)
    clean = clean && text[i] >= 0x20 && text[i] < 0x7f;
  return clean;
}

const char *
_kpi_item_read_name (const KpiItemReader *reader, const KpiCsvField *fields, KpiItemColumn column,
                     char **owned)
{
  static const char *const expected[] = {
      [KPI_ITEM_ID] = "an id of at most 65,536 bytes, without control characters; unique: false in "
                      "the model lets items go without one",
      [KPI_ITEM_AREA] = "an area of at most 65,536 bytes, without control characters"};
  const KpiCsvField *field = field_of (reader, fields, column);

  *owned = NULL;
  if (is_clean (field))
    return field->text;
  *owned = _kpi_text_name (field->text, field->length);
  if (*owned != NULL && **owned != '\0')
    return *owned;
  g_clear_pointer (owned, g_free);
  complain (reader, field, KPI_SEVERITY_ERROR, KPI_ERROR_VALUE, column, expected[column]);
  return NULL;
}
