/* SPDX-License-Identifier: MIT */
/* Files of observations.
 *
 * Always true: every error of a row is reported, each at its own field, and a row with an error
 * adds nothing. A name seen before in the same spelling costs a look-up and no allocation. An empty
 * cell names its area and series, but makes no period. A word where a number is expected is kept:
 * only a model can tell what it means. */

#include <math.h>
#include <string.h>

#include "base/text.h"
#include "data/block.h"
#include "data/observations.h"
#include "data/obs-status.h"
#include "data/value.h"

/* The powers of ten that are exact as doubles; UNIT_MULT is a number of this range. */
#define MAX_UNIT_MULT 22

typedef struct {
  KpiIntake *intake;
  const KpiReadOptions *options;
  const char *name; /* of the file, for messages */
  guint16 file;
  KpiHeader header;
  KpiCsvField *fields; /* of the current row */
  KpiPeriod period;    /* of `period_text`: rows come in runs */
  char period_text[KPI_PERIOD_SIZE];
  gint32 published; /* the day on which the current row was published; 0 where it is not said */
} Reading;

static void complain (const Reading *reading, KpiError code, guint32 column, const char *format,
                      ...) G_GNUC_PRINTF (4, 5);

/* An error of a field of the current row. */
static void
complain (const Reading *reading, KpiError code, guint32 column, const char *format, ...)
{
  const KpiCsvField *field = &reading->fields[column];
  KpiPlace place = {reading->name, field->line, field->column};
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  _kpi_findings_add (reading->intake->findings, KPI_SEVERITY_ERROR, code, place,
                     reading->header.names[column], "%s", text);
}

/* The same, where the field is not what was expected. */
static void
refuse (const Reading *reading, KpiError code, guint32 column, const char *text,
        const char *expected)
{
  g_autofree char *quoted = _kpi_text_quote (text);

  complain (reading, code, column, "found %s, expected %s", quoted, expected);
}

/* The text of a field, which loses the blanks at its ends. */
static char *
trim (KpiCsvField *field)
{
  char *text = field->text, *end = text + field->length;

  if (text == end || ((guchar)*text > ' ' && (guchar)end[-1] > ' '))
    return text;
  g_strstrip (text);
  field->length = (guint32)strlen (text);
  return text;
}

/* The text of the column that has a role; "" where none has. */
static char *
text_of (const Reading *reading, KpiRole role)
{
  guint32 column = reading->header.roles[role];

  return column == KPI_NO_COLUMN ? (char *)"" : trim (&reading->fields[column]);
}

/* Whether a field says `value`, which is as _kpi_text_name() leaves it. */
static gboolean
says (KpiCsvField *field, const char *value)
{
  g_autofree char *name = NULL;

  if (strcmp (trim (field), value) == 0)
    return TRUE;
  if (g_str_is_ascii (field->text))
    return FALSE;
  name = _kpi_text_name (field->text, field->length);
  return g_strcmp0 (name, value) == 0;
}

static gboolean
is_chosen (const Reading *reading)
{
  const KpiRows *wheres = &reading->options->wheres;

  for (gsize i = 0; i < wheres->n; i++)
    if (!says (&reading->fields[reading->header.where_columns[i]],
               KPI_ROW (wheres, KpiWhere, i).value))
      return FALSE;
  return TRUE;
}

/* The mention of a name that a field holds: of a series with its column; an area is not known yet.
 */
static KpiMention
mention (const Reading *reading, const KpiCsvField *field, const KpiMentions *mentions)
{
  KpiMention place = {.line = field->line, .column = field->column, .file = reading->file};

  if (mentions == &reading->intake->areas)
    place.known = G_MAXINT32;
  return place;
}

/* The number of the area or series that a field names; KPI_NO_NAME and an error if it names none.
 */
static guint32
read_name (const Reading *reading, guint32 column, KpiMentions *mentions)
{
  const KpiCsvField *field = &reading->fields[column];
  guint32 number = _kpi_mentions_find (mentions, field->text);
  g_autofree char *name = NULL;

  if (number != KPI_NO_NAME)
    return number;
  name = _kpi_text_name (field->text, field->length);
  if (name == NULL)
    refuse (reading, KPI_ERROR_VALUE, column, field->text,
            "a name without control characters, of at most 65,536 bytes");
  else if (*name == '\0')
    complain (reading, KPI_ERROR_MISSING, column, "found nothing, expected a name");
  else
    number = _kpi_mentions_add (mentions, name, mention (reading, field, mentions));
  if (name != NULL && *name != '\0' && number == KPI_NO_NAME)
    complain (reading, KPI_ERROR_MEMORY, column, "no memory for so many names");
  return number;
}

static gboolean
read_period (Reading *reading)
{
  guint32 column = reading->header.roles[KPI_ROLE_PERIOD];
  const char *text = text_of (reading, KPI_ROLE_PERIOD), *why;

  if (*text != '\0' && strcmp (text, reading->period_text) == 0)
    return TRUE;
  reading->period_text[0] = '\0';
  if (!_kpi_period_parse (text, &reading->period, &why)) {
    refuse (reading, KPI_ERROR_VALUE, column, text, why);
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
  const char *text = text_of (reading, KPI_ROLE_PUBLISHED);

  reading->published = 0;
  if (*text == '\0' || _kpi_day_parse (text, &reading->published))
    return TRUE;
  refuse (reading, KPI_ERROR_VALUE, reading->header.roles[KPI_ROLE_PUBLISHED], text,
          "a day that exists, such as 2025-11-14");
  return FALSE;
}

/* Keeps a word, which is infinite until a model says otherwise: no number is. */
static gboolean
read_word (const Reading *reading, guint32 column, KpiValue *value)
{
  const KpiCsvField *field = &reading->fields[column];
  g_autofree char *name = _kpi_text_name (field->text, field->length);

  if (name == NULL) {
    refuse (reading, KPI_ERROR_VALUE, column, field->text, "a word without control characters");
    return FALSE;
  }
  *value = (KpiValue){.point = INFINITY, .low = INFINITY, .high = INFINITY};
  value->flags = KPI_CELL_WORD;
  value->word = _kpi_names_add (reading->intake->words, name);
  if (value->word == KPI_NO_NAME)
    complain (reading, KPI_ERROR_MEMORY, column, "no memory for so many words");
  return value->word != KPI_NO_NAME;
}

static gboolean
read_value (const Reading *reading, guint32 column, KpiValue *value)
{
  const char *text = trim (&reading->fields[column]);
  const char *why = _kpi_value_read (text, reading->options->decimal, value);

  if (why == NULL)
    return TRUE;
  if (_kpi_text_is_word (text))
    return read_word (reading, column, value);
  refuse (reading, KPI_ERROR_VALUE, column, text, why);
  return FALSE;
}

/* Reads the column `low` or `high`; leaves `*end` alone where it is empty. */
static gboolean
read_end (const Reading *reading, KpiRole role, double *end)
{
  const char *text = text_of (reading, role);
  const char *why;

  if (*text == '\0' || strcmp (text, "NaN") == 0)
    return TRUE;
  why = _kpi_value_read_number (text, reading->options->decimal, end);
  if (why != NULL)
    refuse (reading, KPI_ERROR_VALUE, reading->header.roles[role], text, why);
  return why == NULL;
}

/* Reads `low` and `high` into the bounds of a value; one that is missing is the point. */
static gboolean
read_ends (const Reading *reading, KpiValue *value)
{
  const guint32 *roles = reading->header.roles;
  double low = NAN, high = NAN;
  guint32 given;

  if (roles[KPI_ROLE_LOW] == KPI_NO_COLUMN && roles[KPI_ROLE_HIGH] == KPI_NO_COLUMN)
    return TRUE;
  if (!(read_end (reading, KPI_ROLE_LOW, &low) & read_end (reading, KPI_ROLE_HIGH, &high)))
    return FALSE;
  if (isnan (low) && isnan (high))
    return TRUE;
  given = roles[isnan (low) ? KPI_ROLE_HIGH : KPI_ROLE_LOW];
  if (isnan (value->point)) {
    complain (reading, KPI_ERROR_CONFLICT, given, "found a bound and no value, expected both");
    return FALSE;
  }
  if (_kpi_value_has_bounds (value)) {
    complain (reading, KPI_ERROR_CONFLICT, given,
              "found bounds beside a value that has its own, expected them once");
    return FALSE;
  }
  if (!isnan (low) && low > value->point) {
    complain (reading, KPI_ERROR_CONFLICT, roles[KPI_ROLE_LOW],
              "found a lower bound above the value, expected one at or below it");
    return FALSE;
  }
  if (!isnan (high) && high < value->point) {
    complain (reading, KPI_ERROR_CONFLICT, roles[KPI_ROLE_HIGH],
              "found an upper bound below the value, expected one at or above it");
    return FALSE;
  }
  value->low = isnan (low) ? value->point : low;
  value->high = isnan (high) ? value->point : high;
  return TRUE;
}

/* Reads the status and compares it with whether there is a value. */
static gboolean
read_status (const Reading *reading, const KpiValue *value, char *out_status)
{
  guint32 column = reading->header.roles[KPI_ROLE_STATUS];
  const char *text = text_of (reading, KPI_ROLE_STATUS);

  if (!_kpi_obs_status_read (text, out_status)) {
    refuse (reading, KPI_ERROR_VALUE, column, text,
            "a code of SDMX's list of observation status, such as A, E or P");
    return FALSE;
  }
  if (_kpi_obs_status_is_missing (*out_status) && !isnan (value->point)) {
    complain (reading, KPI_ERROR_CONFLICT, column,
              "found status %s, which says that there is no value, and a value, expected one of "
              "the two",
              text);
    return FALSE;
  }
  if (*out_status == KPI_OBS_STATUS_NORMAL && isnan (value->point)) {
    complain (reading, KPI_ERROR_CONFLICT, column,
              "found status A and no value, expected a value, or a status such as M");
    return FALSE;
  }
  if (*out_status == '\0' && value->about)
    *out_status = KPI_OBS_STATUS_ESTIMATED;
  return TRUE;
}

static double
scale (double number, gint power)
{
  static const double powers[MAX_UNIT_MULT + 1] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                   1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                                   1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

  return power < 0 ? number / powers[-power] : number * powers[power];
}

/* Applies UNIT_MULT, a power of ten. */
static gboolean
apply_unit (const Reading *reading, KpiValue *value)
{
  guint32 column = reading->header.roles[KPI_ROLE_UNIT_MULT];
  const char *text = text_of (reading, KPI_ROLE_UNIT_MULT);
  double power = 0;

  if (*text == '\0')
    return TRUE;
  if (_kpi_value_read_number (text, '.', &power) != NULL || power != floor (power) ||
      fabs (power) > MAX_UNIT_MULT) {
    refuse (reading, KPI_ERROR_VALUE, column, text, "a whole number from -22 to 22");
    return FALSE;
  }
  if (value->flags & KPI_CELL_WORD)
    return TRUE;
  value->point = scale (value->point, (gint)power);
  value->low = scale (value->low, (gint)power);
  value->high = scale (value->high, (gint)power);
  if (isinf (value->point)) {
    complain (reading, KPI_ERROR_VALUE, column,
              "found a value of more than 1.8e308 once multiplied, expected one that a double can "
              "hold");
    return FALSE;
  }
  return TRUE;
}

static gboolean
check_action (const Reading *reading)
{
  guint32 column = reading->header.roles[KPI_ROLE_ACTION];
  const char *text = text_of (reading, KPI_ROLE_ACTION);

  if (column == KPI_NO_COLUMN || (strlen (text) == 1 && strchr ("IARM", *text) != NULL))
    return TRUE;
  refuse (reading, KPI_ERROR_VALUE, column, text, "the action I, A, R or M");
  return FALSE;
}

/* What is known of a value beyond its number. */
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

  _kpi_mentions_note (&reading->intake->areas, entry.area,
                      MAX (reading->period.end, reading->published));
  if (isnan (value->point))
    return TRUE;
  entry.value = value->point;
  entry.line = reading->fields[0].line;
  entry.file = reading->file;
  entry.period = _kpi_periods_add (reading->intake->periods, &reading->period, reading->published);
  if (entry.period != KPI_NO_PERIOD &&
      _kpi_entries_add (&reading->intake->entries, entry, has_bounds ? &bounds : NULL))
    return TRUE;
  complain (reading, KPI_ERROR_MEMORY, column, "no memory for so many observations");
  return FALSE;
}

/* Reads a row of a long or SDMX-CSV file; FALSE where it is useless to go on. */
static gboolean
read_long (Reading *reading)
{
  const guint32 *roles = reading->header.roles;
  KpiEntry entry = {0};
  KpiValue value;
  gboolean good = check_action (reading);

  entry.area = read_name (reading, roles[KPI_ROLE_AREA], &reading->intake->areas);
  entry.series = read_name (reading, roles[KPI_ROLE_SERIES], &reading->intake->series);
  good &= entry.area != KPI_NO_NAME && entry.series != KPI_NO_NAME;
  good &= read_period (reading);
  good &= read_published (reading);
  if (!read_value (reading, roles[KPI_ROLE_VALUE], &value))
    return TRUE;
  good &= read_status (reading, &value, &entry.status);
  good &= read_ends (reading, &value);
  good &= apply_unit (reading, &value);
  return !good || add (reading, roles[KPI_ROLE_VALUE], entry, &value);
}

/* The same for a wide file, whose series were named by its header. */
static gboolean
read_wide (Reading *reading, const guint32 *series)
{
  const KpiHeader *header = &reading->header;
  guint32 area = read_name (reading, header->roles[KPI_ROLE_AREA], &reading->intake->areas);
  gboolean good = read_period (reading) && area != KPI_NO_NAME;

  for (guint32 i = 0; i < header->n_columns; i++) {
    KpiEntry entry = {.area = area, .series = series[i]};
    KpiValue value;

    if (!header->is_series[i] || !read_value (reading, i, &value))
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
  const KpiHeader *header = &reading->header;
  g_autofree guint32 *series = g_try_new (guint32, header->n_columns);

  for (guint32 i = 0; series != NULL && i < header->n_columns; i++) {
    series[i] = KPI_NO_NAME;
    if (!header->is_series[i])
      continue;
    series[i] = read_name (reading, i, &reading->intake->series);
    if (series[i] == KPI_NO_NAME)
      return NULL;
  }
  if (series == NULL)
    complain (reading, KPI_ERROR_MEMORY, 0, "no memory for so many series");
  return g_steal_pointer (&series);
}

static void
read_rows (Reading *reading, KpiCsv *csv)
{
  gboolean is_wide = reading->header.layout == KPI_LAYOUT_WIDE;
  g_autofree guint32 *series = is_wide ? read_series (reading) : NULL;

  gboolean any_chosen = FALSE;

  if (is_wide && series == NULL)
    return;
  while (_kpi_csv_next (csv, &reading->fields)) {
    if (!is_chosen (reading))
      continue;
    any_chosen = TRUE;
    if (!(is_wide ? read_wide (reading, series) : read_long (reading)))
      return;
  }
  if (!any_chosen && reading->options->wheres.n > 0)
    _kpi_findings_add (reading->intake->findings, KPI_SEVERITY_WARNING, KPI_ERROR_UNUSED,
                       (KpiPlace){reading->name, 0, 0}, NULL,
                       "found no row that was chosen by its columns, expected some");
}

void
_kpi_observations_read (KpiIntake *intake, const KpiReadOptions *options, guint16 file)
{
  Reading reading = {.intake = intake,
                     .options = options,
                     .name = g_ptr_array_index (intake->files, file),
                     .file = file};
  g_autoptr (KpiCsv) csv = _kpi_csv_open (g_ptr_array_index (intake->paths, file), reading.name,
                                          options->separator, intake->findings);

  if (csv == NULL)
    return;
  if (_kpi_csv_next (csv, &reading.fields)) {
    if (_kpi_header_read (&reading.header, reading.fields, _kpi_csv_get_n_fields (csv),
                          options->wheres.data, options->wheres.n, reading.name, intake->findings))
      read_rows (&reading, csv);
    _kpi_header_clear (&reading.header);
  } else if (!_kpi_findings_has_errors (intake->findings)) {
    _kpi_findings_add (intake->findings, KPI_SEVERITY_ERROR, KPI_ERROR_SYNTAX,
                       (KpiPlace){reading.name, 0, 0}, NULL,
                       "found an empty file, expected a header");
  }
}
