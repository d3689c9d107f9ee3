/* SPDX-License-Identifier: MIT */
/* Values of observations.
 *
 * Always true: a word where a number is expected is kept, since only a model can tell what it
 * means; bounds are said once, and the value lies between them; a status that says there is no
 * value stands beside none. */

#include <math.h>
#include <string.h>

#include "base/text.h"
#include "data/dataset/block.h"
#include "data/observations/obs-status.h"
#include "data/observations/obs-value.h"

/* The powers of ten that are exact as doubles; UNIT_MULT is a number of this range. */
#define MAX_UNIT_MULT 22

/* Keeps a word, which is infinite until a model says otherwise: no number is. */
static gboolean
read_word (const KpiObsRow *row, guint32 column, KpiValue *value)
{
  const KpiCsvField *field = &row->fields[column];
  g_autofree char *name = _kpi_text_name (field->text, field->length);

  if (name == NULL) {
    _kpi_obs_row_refuse (row, KPI_ERROR_VALUE, column, field->text,
                         "a word without control characters");
    return FALSE;
  }
  *value = (KpiValue){.point = INFINITY, .low = INFINITY, .high = INFINITY};
  value->flags = KPI_CELL_WORD;
  value->word = _kpi_names_add (row->intake->words, name);
  if (value->word == KPI_NO_NAME)
    _kpi_obs_row_complain (row, KPI_ERROR_MEMORY, column, "no memory for so many words");
  return value->word != KPI_NO_NAME;
}

gboolean
_kpi_obs_value_read (const KpiObsRow *row, guint32 column, KpiValue *value)
{
  const char *text = _kpi_obs_row_trim (&row->fields[column]);
  const char *why = _kpi_value_read (text, row->options->decimal, value);

  if (why == NULL)
    return TRUE;
  if (_kpi_text_is_word (text))
    return read_word (row, column, value);
  _kpi_obs_row_refuse (row, KPI_ERROR_VALUE, column, text, why);
  return FALSE;
}

/* Reads the column `low` or `high`; leaves `*end` alone where it is empty. */
static gboolean
read_end (const KpiObsRow *row, KpiRole role, double *end)
{
  const char *text = _kpi_obs_row_text (row, role);
  const char *why;

  if (*text == '\0' || strcmp (text, "NaN") == 0)
    return TRUE;
  why = _kpi_value_read_number (text, row->options->decimal, end);
  if (why != NULL)
    _kpi_obs_row_refuse (row, KPI_ERROR_VALUE, row->header.roles[role], text, why);
  return why == NULL;
}

/* Reads `low` and `high` into the bounds of a value; one that is missing is the point. */
static gboolean
read_ends (const KpiObsRow *row, KpiValue *value)
{
  const guint32 *roles = row->header.roles;
  double low = NAN, high = NAN;
  guint32 given;

  if (roles[KPI_ROLE_LOW] == KPI_NO_COLUMN && roles[KPI_ROLE_HIGH] == KPI_NO_COLUMN)
    return TRUE;
  if (!(read_end (row, KPI_ROLE_LOW, &low) & read_end (row, KPI_ROLE_HIGH, &high)))
    return FALSE;
  if (isnan (low) && isnan (high))
    return TRUE;
  given = roles[isnan (low) ? KPI_ROLE_HIGH : KPI_ROLE_LOW];
  if (isnan (value->point)) {
    _kpi_obs_row_complain (row, KPI_ERROR_CONFLICT, given,
                           "found a bound and no value, expected both");
    return FALSE;
  }
  if (_kpi_value_has_bounds (value)) {
    _kpi_obs_row_complain (row, KPI_ERROR_CONFLICT, given,
                           "found bounds beside a value that has its own, expected them once");
    return FALSE;
  }
  if (!isnan (low) && low > value->point) {
    _kpi_obs_row_complain (row, KPI_ERROR_CONFLICT, roles[KPI_ROLE_LOW],
                           "found a lower bound above the value, expected one at or below it");
    return FALSE;
  }
  if (!isnan (high) && high < value->point) {
    _kpi_obs_row_complain (row, KPI_ERROR_CONFLICT, roles[KPI_ROLE_HIGH],
                           "found an upper bound below the value, expected one at or above it");
    return FALSE;
  }
  value->low = isnan (low) ? value->point : low;
  value->high = isnan (high) ? value->point : high;
  return TRUE;
}

static gboolean
read_status (const KpiObsRow *row, const KpiValue *value, char *out_status)
{
  guint32 column = row->header.roles[KPI_ROLE_STATUS];
  const char *text = _kpi_obs_row_text (row, KPI_ROLE_STATUS);

  if (!_kpi_obs_status_read (text, out_status)) {
    _kpi_obs_row_refuse (row, KPI_ERROR_VALUE, column, text,
                         "a code of SDMX's list of observation status, such as A, E or P");
    return FALSE;
  }
  if (_kpi_obs_status_is_missing (*out_status) && !isnan (value->point)) {
    _kpi_obs_row_complain (
        row, KPI_ERROR_CONFLICT, column,
        "found status %s, which says that there is no value, and a value, expected one of "
        "the two",
        text);
    return FALSE;
  }
  if (*out_status == KPI_OBS_STATUS_NORMAL && isnan (value->point)) {
    _kpi_obs_row_complain (row, KPI_ERROR_CONFLICT, column,
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

static gboolean
apply_unit (const KpiObsRow *row, KpiValue *value)
{
  guint32 column = row->header.roles[KPI_ROLE_UNIT_MULT];
  const char *text = _kpi_obs_row_text (row, KPI_ROLE_UNIT_MULT);
  double power = 0;

  if (*text == '\0')
    return TRUE;
  if (_kpi_value_read_number (text, '.', &power) != NULL || power != floor (power) ||
      fabs (power) > MAX_UNIT_MULT) {
    _kpi_obs_row_refuse (row, KPI_ERROR_VALUE, column, text, "a whole number from -22 to 22");
    return FALSE;
  }
  if (value->flags & KPI_CELL_WORD)
    return TRUE;
  value->point = scale (value->point, (gint)power);
  value->low = scale (value->low, (gint)power);
  value->high = scale (value->high, (gint)power);
  if (isinf (value->point)) {
    _kpi_obs_row_complain (
        row, KPI_ERROR_VALUE, column,
        "found a value of more than 1.8e308 once multiplied, expected one that a double can "
        "hold");
    return FALSE;
  }
  return TRUE;
}

gboolean
_kpi_obs_value_read_stated (const KpiObsRow *row, KpiValue *value, char *out_status)
{
  gboolean good = read_status (row, value, out_status);

  good &= read_ends (row, value);
  good &= apply_unit (row, value);
  return good;
}
