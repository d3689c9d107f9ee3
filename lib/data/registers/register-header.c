/* SPDX-License-Identifier: MIT */
/* The header of a register.
 *
 * Always true: a column that the model names is there, or reading fails; so are the two that no
 * register does without. What else is missing is warned of where silence could be a slip. */

#include <string.h>

#include "base/text.h"
#include "data/registers/register-header.h"

typedef struct {
  KpiRegisterHeader *header;
  const KpiRegisterPlan *plan;
  const KpiCsvField *fields;
  const char *file;
  KpiFindings *findings;
} Reading;

static gboolean
has_role (const KpiRegisterHeader *header, gsize column)
{
  for (gsize i = 0; i < KPI_N_ITEM_COLUMNS; i++)
    if (header->columns[i] == column)
      return TRUE;
  return FALSE;
}

/* The column without a role whose name is the nearest; NULL if none is near. */
static char *
hint_at (const Reading *reading, const char *name, gboolean among_all)
{
  const KpiHeader *names = &reading->header->names;
  KpiNearest nearest = KPI_NEAREST (name);

  for (gsize i = 0; i < names->n_columns; i++)
    if (among_all || !has_role (reading->header, i))
      _kpi_nearest_offer (&nearest, names->names[i]);
  return nearest.nearest != NULL ? _kpi_nearest_hint (&nearest) : NULL;
}

static void report (const Reading *reading, KpiSeverity severity, KpiError code, const char *path,
                    const char *format, ...) G_GNUC_PRINTF (5, 6);

/* Blames the first line of the file. */
static void
report (const Reading *reading, KpiSeverity severity, KpiError code, const char *path,
        const char *format, ...)
{
  KpiPlace place = {reading->file, reading->fields[0].line, reading->fields[0].column};
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  _kpi_findings_add (reading->findings, severity, code, place, path, "%s", text);
}

/* A column that the model names, or that no register does without. */
static void
report_missing (const Reading *reading, KpiItemColumn column)
{
  const char *name = reading->plan->columns[column];
  g_autofree char *path =
      g_strdup_printf ("registers.%s.columns.%s", reading->plan->name, _kpi_item_columns[column]);
  g_autofree char *quoted = _kpi_text_quote (name != NULL ? name : _kpi_item_columns[column]);
  g_autofree char *hint = hint_at (reading, name != NULL ? name : _kpi_item_columns[column], FALSE);

  report (reading, KPI_SEVERITY_ERROR, KPI_ERROR_MISSING, path, "found no column %s, expected %s%s",
          quoted,
          name != NULL ? "the one that the model names" : "it, or another that is named here",
          hint != NULL ? hint : "");
}

/* A column that a register need not have. */
static void
warn_of_missing (const Reading *reading, KpiItemColumn column)
{
  static const char *const effects[] = {
      [KPI_ITEM_ID] = "items that come twice are not noticed, which unique: false allows",
      [KPI_ITEM_DUE] = "no item is due",
      [KPI_ITEM_CLOSED] = "no item is closed"};
  g_autofree char *hint = hint_at (reading, _kpi_item_columns[column], FALSE);
  g_autofree char *path = g_strdup_printf ("registers.%s.columns", reading->plan->name);

  if (column == KPI_ITEM_ID && !reading->plan->unique)
    return;
  if (column == KPI_ITEM_DUE && hint == NULL)
    return;
  report (reading, KPI_SEVERITY_WARNING, KPI_ERROR_MISSING, path, "found no column %s: %s%s",
          _kpi_item_columns[column], effects[column], hint != NULL ? hint : "");
}

static gboolean
check_columns (const Reading *reading)
{
  gboolean good = TRUE;

  for (KpiItemColumn i = 0; i < KPI_N_ITEM_COLUMNS; i++) {
    gboolean required =
        reading->plan->columns[i] != NULL || i == KPI_ITEM_AREA || i == KPI_ITEM_OPENED;

    if (reading->header->columns[i] != KPI_NO_COLUMN)
      continue;
    if (required)
      report_missing (reading, i);
    else
      warn_of_missing (reading, i);
    good = good && !required;
  }
  return good;
}

static gboolean
check_condition (const Reading *reading, const KpiCondition *condition)
{
  g_autofree char *path = NULL, *quoted = NULL, *hint = NULL;

  if (_kpi_header_find (&reading->header->names, condition->column) != KPI_NO_COLUMN)
    return TRUE;
  path = g_strdup_printf ("registers.%s", reading->plan->name);
  quoted = _kpi_text_quote (condition->column);
  hint = hint_at (reading, condition->column, TRUE);
  report (reading, KPI_SEVERITY_ERROR, KPI_ERROR_UNKNOWN, path,
          "found no column %s, expected the one by which a measure's where chooses items%s", quoted,
          hint != NULL ? hint : "");
  return FALSE;
}

static gboolean
check_conditions (const Reading *reading)
{
  gboolean good = TRUE;

  for (gsize f = 0; f < reading->plan->n_filters; f++)
    for (gsize c = 0; c < reading->plan->filters[f].n_conditions; c++)
      good = check_condition (reading, &reading->plan->filters[f].conditions[c]) && good;
  return good;
}

gboolean
_kpi_register_header_read (KpiRegisterHeader *out_header, const KpiRegisterPlan *plan,
                           const KpiCsvField *fields, gsize n_fields, const char *file,
                           KpiFindings *findings)
{
  Reading reading = {out_header, plan, fields, file, findings};
  gboolean good;

  *out_header = (KpiRegisterHeader){0};
  if (!_kpi_header_read_names (&out_header->names, fields, n_fields, file, findings))
    return FALSE;
  for (KpiItemColumn i = 0; i < KPI_N_ITEM_COLUMNS; i++)
    out_header->columns[i] = _kpi_header_find (
        &out_header->names, plan->columns[i] != NULL ? plan->columns[i] : _kpi_item_columns[i]);
  good = check_columns (&reading);
  return check_conditions (&reading) && good;
}

void
_kpi_register_header_clear (KpiRegisterHeader *header)
{
  _kpi_header_clear (&header->names);
}
