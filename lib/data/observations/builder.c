/* SPDX-License-Identifier: MIT */
/* The builder of datasets.
 *
 * Always true: after a failed read nothing more is read, added or built. What the options cannot be
 * is said by the next read, since a setter has no way to. */

#include <math.h>
#include <string.h>

#include "base/text.h"
#include "data/dataset/dataset-private.h"
#include "data/observations/observations.h"

struct _KpiDatasetBuilder {
  KpiReadOptions options;
  KpiIntake intake;
  gboolean failed;
};

KpiDatasetBuilder *
kpi_dataset_builder_new (void)
{
  KpiDatasetBuilder *builder = g_new0 (KpiDatasetBuilder, 1);

  builder->options = (KpiReadOptions){',', '.', KPI_ROWS (KpiWhere)};
  _kpi_intake_init (&builder->intake);
  return builder;
}

void
kpi_dataset_builder_free (KpiDatasetBuilder *builder)
{
  KpiRows *wheres = &builder->options.wheres;

  for (gsize i = 0; i < wheres->n; i++) {
    g_free (KPI_ROW (wheres, KpiWhere, i).column);
    g_free (KPI_ROW (wheres, KpiWhere, i).value);
  }
  _kpi_rows_clear (wheres);
  _kpi_intake_clear (&builder->intake);
  g_free (builder);
}

void
kpi_dataset_builder_set_separator (KpiDatasetBuilder *builder, char separator)
{
  builder->options.separator = separator;
}

void
kpi_dataset_builder_set_decimal (KpiDatasetBuilder *builder, char decimal)
{
  builder->options.decimal = decimal;
}

/* A name as it is compared; what is no name is kept as it is, so that the read says so. */
static char *
name_or_text (const char *text)
{
  char *name = _kpi_text_name (text, strlen (text));

  return name != NULL ? name : g_strdup (text);
}

void
kpi_dataset_builder_add_where (KpiDatasetBuilder *builder, const char *column, const char *value)
{
  KpiWhere *where = _kpi_rows_add (&builder->options.wheres);

  /* Without its condition a read would bring more than was asked for. */
  if (where == NULL) {
    builder->failed = TRUE;
    return;
  }
  where->column = name_or_text (column);
  where->value = name_or_text (value);
}

static gboolean
is_separator (char c)
{
  return c > 0 && c < 0x7f && !g_ascii_isalnum (c) && strchr ("\"'.-+\r\n", c) == NULL;
}

static gboolean
check_usable (const KpiDatasetBuilder *builder, GError **error)
{
  return !builder->failed ||
         _kpi_error_set (error, KPI_ERROR_ARGUMENT,
                         "found a builder that failed before, expected a new one");
}

static gboolean
check_options (const KpiDatasetBuilder *builder, GError **error)
{
  if (!is_separator (builder->options.separator))
    return _kpi_error_set (error, KPI_ERROR_ARGUMENT,
                           "found a separator that cannot be one, expected an ASCII character such "
                           "as , or ; or a tab");
  if (builder->options.decimal != '.' && builder->options.decimal != ',')
    return _kpi_error_set (error, KPI_ERROR_ARGUMENT,
                           "found a decimal mark that cannot be one, expected . or ,");
  if (builder->intake.paths->len >= KPI_NO_FILE)
    return _kpi_error_set (error, KPI_ERROR_LIMIT, "found more than 65,535 files, expected fewer");
  return TRUE;
}

gboolean
kpi_dataset_builder_read_csv (KpiDatasetBuilder *builder, const char *path, GError **error)
{
  KpiIntake *intake = &builder->intake;

  if (!check_usable (builder, error))
    return FALSE;
  if (!check_options (builder, error)) {
    builder->failed = TRUE;
    return FALSE;
  }
  g_ptr_array_add (intake->paths, g_strdup (path));
  g_ptr_array_add (intake->files, g_filename_display_name (path));
  _kpi_observations_read (intake, &builder->options, (guint16)(intake->paths->len - 1));
  if (!_kpi_findings_has_errors (intake->findings))
    return TRUE;
  builder->failed = TRUE;
  _kpi_intake_finish (intake, &builder->options); /* second observations are told of all the same */
  return _kpi_findings_fail (intake->findings, error);
}

/* A name for kpi_dataset_builder_add(); NULL and `error` if it is none. */
static char *
read_name (const char *text, const char *what, GError **error)
{
  g_autofree char *name = _kpi_text_name (text, strlen (text));

  if (name != NULL && *name != '\0')
    return g_steal_pointer (&name);
  _kpi_error_set (error, KPI_ERROR_VALUE,
                  "found %s that is empty, no UTF-8, too long, or has control characters, "
                  "expected a name",
                  what);
  return NULL;
}

/* Adds an observation whose parts are known to be right. FALSE if there is no memory. */
static gboolean
add (KpiIntake *intake, const char *area, const char *series, const KpiPeriod *period, double value)
{
  KpiSeen nowhere = {.known = G_MAXINT32, .file = KPI_NO_FILE};
  KpiEntry entry = {.value = value,
                    .area = _kpi_first_seen_add (&intake->areas, area, nowhere),
                    .series = _kpi_first_seen_add (&intake->series, series, nowhere),
                    .file = KPI_NO_FILE};

  if (entry.area == KPI_NO_NAME || entry.series == KPI_NO_NAME)
    return FALSE;
  _kpi_first_seen_note (&intake->areas, entry.area, period->end);
  if (isnan (value))
    return TRUE;
  entry.period = _kpi_periods_add (intake->periods, period, 0);
  return entry.period != KPI_NO_PERIOD && _kpi_entries_add (&intake->entries, entry, NULL);
}

gboolean
kpi_dataset_builder_add (KpiDatasetBuilder *builder, const char *area, const char *series,
                         const char *period, double value, GError **error)
{
  g_autofree char *area_name = NULL, *series_name = NULL, *quoted = NULL;
  KpiPeriod when;
  const char *why;

  if (!check_usable (builder, error))
    return FALSE;
  area_name = read_name (area, "an area", error);
  if (area_name == NULL)
    return FALSE;
  series_name = read_name (series, "a series", error);
  if (series_name == NULL)
    return FALSE;
  if (!_kpi_period_parse (period, &when, &why)) {
    quoted = _kpi_text_quote (period);
    return _kpi_error_set (error, KPI_ERROR_VALUE, "found the period %s, expected %s", quoted, why);
  }
  if (isinf (value))
    return _kpi_error_set (error, KPI_ERROR_VALUE, "found an infinite value, expected a number");
  return add (&builder->intake, area_name, series_name, &when, value) ||
         _kpi_error_set (error, KPI_ERROR_MEMORY, "no memory for so many observations");
}

KpiDataset *
kpi_dataset_builder_build (KpiDatasetBuilder *builder, GError **error)
{
  KpiIntake *intake = &builder->intake;
  g_autoptr (KpiDataset) dataset = NULL;

  if (!check_usable (builder, error))
    return NULL;
  if (!_kpi_intake_finish (intake, &builder->options)) {
    _kpi_findings_fail (intake->findings, error);
  } else {
    dataset = _kpi_dataset_new (intake);
    if (dataset == NULL)
      _kpi_error_set (error, KPI_ERROR_MEMORY, "no memory for so many observations");
  }
  _kpi_intake_clear (intake);
  _kpi_intake_init (intake);
  return g_steal_pointer (&dataset);
}
