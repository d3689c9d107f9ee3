/* SPDX-License-Identifier: MIT */
/* The header tells: a column of an SDMX name makes the file SDMX-CSV, a column `series` or `value`
 * makes it long, and any other file is wide.
 *
 * Always true: where SDMX-CSV has a name for a role, that name goes before ours, so that a
 * dimension which happens to be called `series` is not taken for one. */

#include <string.h>

#include "base/names.h"
#include "base/period.h"
#include "base/text.h"
#include "data/observations/header.h"

static const struct {
  const char *name;
  const char *sdmx;
} roles[KPI_N_ROLES] = {
    [KPI_ROLE_AREA] = {"area", "REF_AREA"},
    [KPI_ROLE_PERIOD] = {"period", "TIME_PERIOD"},
    [KPI_ROLE_SERIES] = {"series", "INDICATOR"},
    [KPI_ROLE_VALUE] = {"value", "OBS_VALUE"},
    [KPI_ROLE_STATUS] = {"status", "OBS_STATUS"},
    [KPI_ROLE_LOW] = {"low", NULL},
    [KPI_ROLE_HIGH] = {"high", NULL},
    [KPI_ROLE_PUBLISHED] = {"published", NULL},
    [KPI_ROLE_NOTE] = {"note", NULL},
    [KPI_ROLE_UNIT_MULT] = {NULL, "UNIT_MULT"},
    [KPI_ROLE_ACTION] = {NULL, "ACTION"},
};

/* The header being read: what goes in, and what came out so far. */
typedef struct {
  KpiHeader *header;
  const KpiCsvField *fields;
  const char *file;
  KpiFindings *findings;
} Reading;

static KpiPlace
place_of (const Reading *reading, gsize column)
{
  return (KpiPlace){reading->file, reading->fields[column].line, reading->fields[column].column};
}

static void
complain_of_name (const Reading *reading, gsize column, KpiError code, const char *found,
                  const char *expected)
{
  g_autofree char *quoted = _kpi_text_quote (reading->fields[column].text);

  _kpi_findings_add (reading->findings, KPI_SEVERITY_ERROR, code, place_of (reading, column), NULL,
                     "found %s %s, expected %s", found, quoted, expected);
}

/* Reads the name of a column; an empty one may come twice. */
static gboolean
read_column (Reading *reading, gsize column, KpiNames *seen)
{
  const KpiCsvField *field = &reading->fields[column];
  char *name = _kpi_text_name (field->text, field->length);
  guint32 n_seen = _kpi_names_length (seen), number;

  reading->header->names[column] = name;
  if (name == NULL) {
    complain_of_name (reading, column, KPI_ERROR_VALUE, "the column",
                      "a name without control characters");
    return FALSE;
  }
  number = *name == '\0' ? n_seen : _kpi_names_add (seen, name);
  if (number == KPI_NO_NAME)
    complain_of_name (reading, column, KPI_ERROR_MEMORY, "no memory for the column", "more");
  else if (number < n_seen)
    complain_of_name (reading, column, KPI_ERROR_DUPLICATE, "a second column", "each name once");
  return number == n_seen;
}

static gboolean
read_names (Reading *reading)
{
  g_autoptr (KpiNames) seen = _kpi_names_new ();
  gboolean good = TRUE;

  for (gsize i = 0; i < reading->header->n_columns; i++)
    good &= read_column (reading, i, seen);
  return good;
}

guint32
_kpi_header_find (const KpiHeader *header, const char *name)
{
  for (gsize i = 0; name != NULL && i < header->n_columns; i++)
    if (strcmp (header->names[i], name) == 0)
      return (guint32)i;
  return KPI_NO_COLUMN;
}

static gboolean
has_column (const KpiHeader *header, const char *name)
{
  return _kpi_header_find (header, name) != KPI_NO_COLUMN;
}

static KpiLayout
find_layout (const KpiHeader *header)
{
  for (KpiRole role = KPI_ROLE_AREA; role <= KPI_ROLE_VALUE; role++)
    if (has_column (header, roles[role].sdmx))
      return KPI_LAYOUT_SDMX;
  if (has_column (header, roles[KPI_ROLE_SERIES].name) ||
      has_column (header, roles[KPI_ROLE_VALUE].name))
    return KPI_LAYOUT_LONG;
  return KPI_LAYOUT_WIDE;
}

/* The last role that a layout knows. */
static KpiRole
last_role (KpiLayout layout)
{
  return layout == KPI_LAYOUT_WIDE ? KPI_ROLE_PERIOD : KPI_ROLE_ACTION;
}

static void
find_roles (KpiHeader *header)
{
  for (KpiRole role = 0; role < KPI_N_ROLES; role++)
    header->roles[role] = KPI_NO_COLUMN;
  for (KpiRole role = 0; role <= last_role (header->layout); role++) {
    if (header->layout == KPI_LAYOUT_SDMX)
      header->roles[role] = _kpi_header_find (header, roles[role].sdmx);
    if (header->roles[role] == KPI_NO_COLUMN)
      header->roles[role] = _kpi_header_find (header, roles[role].name);
  }
}

gboolean
_kpi_header_has_role (const KpiHeader *header, gsize column)
{
  for (KpiRole role = 0; role < KPI_N_ROLES; role++)
    if (header->roles[role] == column)
      return TRUE;
  return FALSE;
}

/* Where periods stand side by side as columns: the question whether they do; else "". A new string.
 */
static char *
hint_at_periods (const Reading *reading, KpiRole role)
{
  KpiPeriod period;
  const char *why;

  for (gsize i = 0; role == KPI_ROLE_PERIOD && i < reading->header->n_columns; i++)
    if (_kpi_period_parse (reading->header->names[i], &period, &why))
      return g_strdup_printf ("; is the column %s a period? Each needs rows of its own",
                              reading->header->names[i]);
  return g_strdup ("");
}

/* Says that no column has the role, at the column that was perhaps meant to. */
static void
report_missing_role (const Reading *reading, KpiRole role)
{
  const KpiHeader *header = reading->header;
  gboolean is_sdmx = header->layout == KPI_LAYOUT_SDMX && roles[role].sdmx != NULL;
  const char *name = is_sdmx ? roles[role].sdmx : roles[role].name;
  KpiNearest nearest = KPI_NEAREST (name);
  g_autofree char *quoted = NULL, *hint = NULL;
  guint32 column;

  for (gsize i = 0; i < header->n_columns; i++)
    if (!_kpi_header_has_role (header, i))
      _kpi_nearest_offer (&nearest, header->names[i]);
  if (nearest.nearest == NULL) {
    hint = hint_at_periods (reading, role);
    _kpi_findings_add (reading->findings, KPI_SEVERITY_ERROR, KPI_ERROR_MISSING,
                       place_of (reading, 0), NULL,
                       "found no column %s, expected one in the first line%s", name, hint);
    return;
  }
  column = _kpi_header_find (header, nearest.nearest);
  quoted = _kpi_text_quote (nearest.nearest);
  _kpi_findings_add (
      reading->findings, KPI_SEVERITY_ERROR, KPI_ERROR_MISSING, place_of (reading, column), NULL,
      "found the column %s and no column %s, expected one; did you mean %s?", quoted, name, name);
}

/* A file of one column is most often one of another separator. */
static gboolean
check_separator (const Reading *reading)
{
  const char *text = reading->fields[0].text;
  const char *other = strpbrk (text, ";\t|,");

  if (reading->header->n_columns > 1 || other == NULL)
    return TRUE;
  _kpi_findings_add (reading->findings, KPI_SEVERITY_ERROR, KPI_ERROR_MISSING,
                     place_of (reading, 0), NULL,
                     "found a header of one column, expected several; is %s the separator?",
                     *other == '\t'  ? "a tab"
                     : *other == ';' ? ";"
                     : *other == '|' ? "|"
                                     : ",");
  return FALSE;
}

static gboolean
check_roles (const Reading *reading)
{
  const KpiHeader *header = reading->header;
  KpiRole last = header->layout == KPI_LAYOUT_WIDE ? KPI_ROLE_PERIOD : KPI_ROLE_VALUE;
  gboolean good = TRUE;

  for (KpiRole role = 0; role <= last; role++)
    if (header->roles[role] == KPI_NO_COLUMN) {
      report_missing_role (reading, role);
      good = FALSE;
    }
  return good;
}

static gboolean
find_wheres (const Reading *reading, const KpiWhere *wheres, gsize n_wheres)
{
  KpiHeader *header = reading->header;
  gboolean good = TRUE;

  for (gsize i = 0; i < n_wheres; i++) {
    g_autofree char *hint = NULL, *quoted = NULL;

    header->where_columns[i] = _kpi_header_find (header, wheres[i].column);
    if (header->where_columns[i] != KPI_NO_COLUMN)
      continue;
    hint = _kpi_text_hint (wheres[i].column, (const char *const *)header->names, header->n_columns);
    quoted = _kpi_text_quote (wheres[i].column);
    _kpi_findings_add (reading->findings, KPI_SEVERITY_ERROR, KPI_ERROR_UNKNOWN,
                       place_of (reading, 0), NULL,
                       "found no column %s, expected the one to choose rows by%s", quoted, hint);
    good = FALSE;
  }
  return good;
}

static gboolean
is_where_column (const KpiHeader *header, gsize column, gsize n_wheres)
{
  for (gsize i = 0; i < n_wheres; i++)
    if (header->where_columns[i] == column)
      return TRUE;
  return FALSE;
}

/* A column of a long file that says nothing we know: a warning each. */
static void
warn_of_column (const Reading *reading, gsize column)
{
  const KpiHeader *header = reading->header;
  KpiNearest nearest = KPI_NEAREST (header->names[column]);
  g_autofree char *quoted = _kpi_text_quote (header->names[column]);
  g_autofree char *hint = NULL;

  for (KpiRole role = 0; role < KPI_N_ROLES; role++)
    if (header->roles[role] == KPI_NO_COLUMN && roles[role].name != NULL)
      _kpi_nearest_offer (&nearest, roles[role].name);
  hint = _kpi_nearest_hint (&nearest);
  _kpi_findings_add (reading->findings, KPI_SEVERITY_WARNING, KPI_ERROR_UNUSED,
                     place_of (reading, column), NULL,
                     "found the column %s, which is passed over, expected area, series, period, "
                     "value, status, low, high, published or note%s",
                     quoted, hint);
}

/* Gives the columns without a role theirs: a series in a wide file, else a warning. */
static gboolean
place_others (const Reading *reading, gsize n_wheres)
{
  KpiHeader *header = reading->header;
  gboolean good = TRUE;

  for (gsize i = 0; i < header->n_columns; i++) {
    if (_kpi_header_has_role (header, i) || is_where_column (header, i, n_wheres))
      continue;
    if (header->layout == KPI_LAYOUT_LONG)
      warn_of_column (reading, i);
    if (header->layout != KPI_LAYOUT_WIDE)
      continue;
    header->is_series[i] = TRUE;
    if (*header->names[i] == '\0') {
      _kpi_findings_add (reading->findings, KPI_SEVERITY_ERROR, KPI_ERROR_MISSING,
                         place_of (reading, i), NULL,
                         "found a column without a name, expected that of a series");
      good = FALSE;
    }
  }
  return good;
}

static gboolean
fail_memory (const Reading *reading)
{
  _kpi_findings_add (reading->findings, KPI_SEVERITY_ERROR, KPI_ERROR_MEMORY,
                     (KpiPlace){reading->file, 1, 0}, NULL, "no memory for so many columns");
  return FALSE;
}

gboolean
_kpi_header_read_names (KpiHeader *out_header, const KpiCsvField *fields, gsize n_fields,
                        const char *file, KpiFindings *findings)
{
  Reading reading = {out_header, fields, file, findings};

  *out_header = (KpiHeader){.n_columns = n_fields};
  out_header->names = g_try_new0 (char *, n_fields + 1);
  if (out_header->names == NULL)
    return fail_memory (&reading);
  return check_separator (&reading) && read_names (&reading);
}

gboolean
_kpi_header_read (KpiHeader *out_header, const KpiCsvField *fields, gsize n_fields,
                  const KpiWhere *wheres, gsize n_wheres, const char *file, KpiFindings *findings)
{
  Reading reading = {out_header, fields, file, findings};
  gboolean good;

  if (!_kpi_header_read_names (out_header, fields, n_fields, file, findings))
    return FALSE;
  out_header->is_series = g_try_new0 (guint8, n_fields);
  out_header->where_columns = g_try_new0 (guint32, n_wheres + 1);
  if (out_header->is_series == NULL || out_header->where_columns == NULL)
    return fail_memory (&reading);
  out_header->layout = find_layout (out_header);
  find_roles (out_header);
  good = check_roles (&reading);
  good = find_wheres (&reading, wheres, n_wheres) && good;
  return good && place_others (&reading, n_wheres);
}

void
_kpi_header_clear (KpiHeader *header)
{
  for (gsize i = 0; header->names != NULL && i < header->n_columns; i++)
    g_free (header->names[i]);
  g_clear_pointer (&header->names, g_free);
  g_clear_pointer (&header->is_series, g_free);
  g_clear_pointer (&header->where_columns, g_free);
}
