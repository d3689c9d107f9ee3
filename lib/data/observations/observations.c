/* SPDX-License-Identifier: MIT */
/* Files of observations.
 *
 * Always true: every error of a row is reported, each at its own field, and a row with an error
 * adds nothing. A name seen before in the same spelling costs a look-up and no allocation. An empty
 * cell names its area and series, but makes no period. */

#include <math.h>
#include <string.h>

#include "base/text.h"
#include "data/dataset/block.h"
#include "data/observations/observations.h"
#include "data/observations/obs-status.h"
#include "data/observations/obs-value.h"

typedef struct {
  KpiObsRow row;
  KpiPeriod period; /* of `period_text`: rows come in runs */
  char period_text[KPI_PERIOD_SIZE];
  gint32 published; /* the day on which the current row was published; 0 where it is not said */
} Reading;

/* Whether a field says `value`, which is as _kpi_text_name() leaves it. */
static gboolean
says (KpiCsvField *field, const char *value)
{
  g_autofree char *name = NULL;

  if (strcmp (_kpi_obs_row_trim (field), value) == 0)
    return TRUE;
  if (g_str_is_ascii (field->text))
    return FALSE;
  name = _kpi_text_name (field->text, field->length);
  return g_strcmp0 (name, value) == 0;
}

static gboolean
is_chosen (const Reading *reading)
{
  const KpiRows *wheres = &reading->row.options->wheres;

  for (gsize i = 0; i < wheres->n; i++)
    if (!says (&reading->row.fields[reading->row.header.where_columns[i]],
               KPI_ROW (wheres, KpiWhere, i).value))
      return FALSE;
  return TRUE;
}

/* The column of a field in two bytes, since a million of them are kept; 0 where it does not fit. */
static guint16
column_of (const KpiCsvField *field)
{
  return field->column <= G_MAXUINT16 ? (guint16)field->column : 0;
}

/* The mention of a name that a field holds, which no row made known yet. */
static KpiSeen
mention (const Reading *reading, const KpiCsvField *field)
{
  return (KpiSeen){.line = field->line,
                   .known = G_MAXINT32,
                   .column = column_of (field),
                   .file = reading->row.file};
}

/* The number of the area or series that a field names; KPI_NO_NAME and an error if it names none.
 */
static guint32
read_name (const Reading *reading, guint32 column, KpiFirstSeen *first_seen)
{
  const KpiCsvField *field = &reading->row.fields[column];
  guint32 number = _kpi_first_seen_find (first_seen, field->text);
  g_autofree char *name = NULL;

  if (number != KPI_NO_NAME)
    return number;
  name = _kpi_text_name (field->text, field->length);
  if (name == NULL)
    _kpi_obs_row_refuse (&reading->row, KPI_ERROR_VALUE, column, field->text,
                         "a name without control characters, of at most 65,536 bytes");
  else if (*name == '\0')
    _kpi_obs_row_complain (&reading->row, KPI_ERROR_MISSING, column,
                           "found nothing, expected a name");
  else
    number = _kpi_first_seen_add (first_seen, name, mention (reading, field));
  if (name != NULL && *name != '\0' && number == KPI_NO_NAME)
    _kpi_obs_row_complain (&reading->row, KPI_ERROR_MEMORY, column, "no memory for so many names");
  return number;
}

static gboolean
read_period (Reading *reading)
{
  guint32 column = reading->row.header.roles[KPI_ROLE_PERIOD];
  const char *text = _kpi_obs_row_text (&reading->row, KPI_ROLE_PERIOD), *why;

  if (*text != '\0' && strcmp (text, reading->period_text) == 0)
    return TRUE;
  reading->period_text[0] = '\0';
  if (!_kpi_period_parse (text, &reading->period, &why)) {
    _kpi_obs_row_refuse (&reading->row, KPI_ERROR_VALUE, column, text, why);
    return FALSE;
  }
  if (strlen (text) < sizeof reading->period_text)
    strcpy (reading->period_text, text);
  return TRUE;
}

/* Reads the day of publication; nothing is said in an empty cell. */
static gboolean
read_published (Reading *reading)
{
  const char *text = _kpi_obs_row_text (&reading->row, KPI_ROLE_PUBLISHED);

  reading->published = 0;
  if (*text == '\0' || _kpi_day_parse (text, &reading->published))
    return TRUE;
  _kpi_obs_row_refuse (&reading->row, KPI_ERROR_VALUE,
                       reading->row.header.roles[KPI_ROLE_PUBLISHED], text,
                       "a day that exists, such as 2025-11-14");
  return FALSE;
}

static gboolean
check_action (const Reading *reading)
{
  guint32 column = reading->row.header.roles[KPI_ROLE_ACTION];
  const char *text = _kpi_obs_row_text (&reading->row, KPI_ROLE_ACTION);

  if (column == KPI_NO_COLUMN || (strlen (text) == 1 && strchr ("IARM", *text) != NULL))
    return TRUE;
  _kpi_obs_row_refuse (&reading->row, KPI_ERROR_VALUE, column, text, "the action I, A, R or M");
  return FALSE;
}

static KpiEntryBounds
bounds_of (const KpiValue *value)
{
  KpiEntryBounds bounds = {.low = value->low, .high = value->high, .flags = value->flags};

  if (value->flags & KPI_CELL_WORD)
    bounds.word = value->word;
  return bounds;
}

/* Adds an observation whose names are known; one without a value is none. */
static gboolean
add (Reading *reading, guint32 column, KpiEntry entry, const KpiValue *value)
{
  KpiEntryBounds bounds = bounds_of (value);
  gboolean has_bounds = _kpi_value_has_bounds (value);

  _kpi_first_seen_note (&reading->row.intake->areas, entry.area,
                        MAX (reading->period.end, reading->published));
  if (isnan (value->point))
    return TRUE;
  entry.value = value->point;
  entry.line = reading->row.fields[column].line;
  entry.column = column_of (&reading->row.fields[column]);
  entry.file = reading->row.file;
  entry.period =
      _kpi_periods_add (reading->row.intake->periods, &reading->period, reading->published);
  if (entry.period != KPI_NO_PERIOD &&
      _kpi_entries_add (&reading->row.intake->entries, entry, has_bounds ? &bounds : NULL))
    return TRUE;
  _kpi_obs_row_complain (&reading->row, KPI_ERROR_MEMORY, column,
                         "no memory for so many observations");
  return FALSE;
}

/* Reads a row of a long or SDMX-CSV file; FALSE where it is useless to go on. */
static gboolean
read_long (Reading *reading)
{
  const guint32 *roles = reading->row.header.roles;
  KpiEntry entry = {0};
  KpiValue value;
  gboolean good = check_action (reading);

  entry.area = read_name (reading, roles[KPI_ROLE_AREA], &reading->row.intake->areas);
  entry.series = read_name (reading, roles[KPI_ROLE_SERIES], &reading->row.intake->series);
  good &= entry.area != KPI_NO_NAME && entry.series != KPI_NO_NAME;
  good &= read_period (reading);
  good &= read_published (reading);
  if (!_kpi_obs_value_read (&reading->row, roles[KPI_ROLE_VALUE], &value))
    return TRUE;
  good &= _kpi_obs_value_read_stated (&reading->row, &value, &entry.status);
  return !good || add (reading, roles[KPI_ROLE_VALUE], entry, &value);
}

static gboolean
read_wide (Reading *reading, const guint32 *series)
{
  const KpiHeader *header = &reading->row.header;
  guint32 area = read_name (reading, header->roles[KPI_ROLE_AREA], &reading->row.intake->areas);
  gboolean good = read_period (reading) && area != KPI_NO_NAME;

  for (guint32 i = 0; i < header->n_columns; i++) {
    KpiEntry entry = {.area = area, .series = series[i]};
    KpiValue value;

    if (!header->is_series[i] || !_kpi_obs_value_read (&reading->row, i, &value))
      continue;
    entry.status = value.about ? KPI_OBS_STATUS_ESTIMATED : '\0';
    if (good && !add (reading, i, entry, &value))
      return FALSE;
  }
  return TRUE;
}

/* Interns the series that the header of a wide file names; by column. */
static guint32 *
read_series (const Reading *reading)
{
  const KpiHeader *header = &reading->row.header;
  g_autofree guint32 *series = g_try_new (guint32, header->n_columns);

  for (guint32 i = 0; series != NULL && i < header->n_columns; i++) {
    series[i] = KPI_NO_NAME;
    if (!header->is_series[i])
      continue;
    series[i] = read_name (reading, i, &reading->row.intake->series);
    if (series[i] == KPI_NO_NAME)
      return NULL;
  }
  if (series == NULL)
    _kpi_obs_row_complain (&reading->row, KPI_ERROR_MEMORY, 0, "no memory for so many series");
  return g_steal_pointer (&series);
}

static void
read_rows (Reading *reading, KpiCsv *csv)
{
  gboolean is_wide = reading->row.header.layout == KPI_LAYOUT_WIDE;
  g_autofree guint32 *series = is_wide ? read_series (reading) : NULL;

  gboolean any_chosen = FALSE;

  if (is_wide && series == NULL)
    return;
  while (_kpi_csv_next (csv, &reading->row.fields)) {
    if (!is_chosen (reading))
      continue;
    any_chosen = TRUE;
    if (!(is_wide ? read_wide (reading, series) : read_long (reading)))
      return;
  }
  if (!any_chosen && reading->row.options->wheres.n > 0)
    _kpi_findings_add (reading->row.intake->findings, KPI_SEVERITY_WARNING, KPI_ERROR_UNUSED,
                       (KpiPlace){reading->row.name, 0, 0}, NULL,
                       "found no row that was chosen by its columns, expected some");
}

void
_kpi_observations_read (KpiIntake *intake, const KpiReadOptions *options, guint16 file)
{
  Reading reading = {.row = {.intake = intake,
                             .options = options,
                             .name = g_ptr_array_index (intake->files, file),
                             .file = file}};
  g_autoptr (KpiCsv) csv = _kpi_csv_open (g_ptr_array_index (intake->paths, file), reading.row.name,
                                          options->separator, intake->findings);

  if (csv == NULL)
    return;
  if (_kpi_csv_next (csv, &reading.row.fields)) {
    if (_kpi_header_read (&reading.row.header, reading.row.fields, _kpi_csv_get_n_fields (csv),
                          options->wheres.data, options->wheres.n, reading.row.name,
                          intake->findings))
      read_rows (&reading, csv);
    _kpi_header_clear (&reading.row.header);
  } else if (!_kpi_findings_has_errors (intake->findings)) {
    _kpi_findings_add (intake->findings, KPI_SEVERITY_ERROR, KPI_ERROR_SYNTAX,
                       (KpiPlace){reading.row.name, 0, 0}, NULL,
                       "found an empty file, expected a header");
  }
}
