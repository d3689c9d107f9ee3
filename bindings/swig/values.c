/* SPDX-License-Identifier: MIT */
/* What a row, a column, a node, a finding and a listing are made of, once for all languages.
 *
 * Always true: the fields of a thing come in the order of its index, and a row's are the columns of
 * the CSV. The languages name them in the same order (bindings/python/kpiscore/). */

#include <math.h>

#include "values.h"

static KpiValue
text_value (const char *name, const char *text)
{
  gboolean is_there = text != NULL && *text != '\0';

  return (KpiValue){name, is_there ? KPI_VALUE_TEXT : KPI_VALUE_NOTHING, text, NAN, NULL};
}

static KpiValue
number_value (const char *name, double number, KpiValueKind kind)
{
  return (KpiValue){name, isnan (number) ? KPI_VALUE_NOTHING : kind, NULL, number, NULL};
}

/* A line or a column, which a finding counts from 1; 0 is none. */
static KpiValue
place_value (const char *name, guint place)
{
  return number_value (name, place > 0 ? place : NAN, KPI_VALUE_WHOLE);
}

static KpiValue
cell (const KpiScorecard *card, gsize row, KpiColumn column)
{
  const char *name = kpi_column_get_name (column);
  gboolean is_rank = column >= KPI_COLUMN_RANK && column <= KPI_COLUMN_RANK_WORST;

  if (kpi_column_is_text (column))
    return text_value (name, kpi_scorecard_get_text (card, row, column));
  return number_value (name, kpi_scorecard_get_number (card, row, column),
                       is_rank ? KPI_VALUE_WHOLE : KPI_VALUE_NUMBER);
}

static KpiValue
get_of_row (gconstpointer card, gsize row, gsize column)
{
  return cell (card, row, (KpiColumn)column);
}

static KpiValue
get_of_column (gconstpointer card, gsize column, gsize row)
{
  return cell (card, row, (KpiColumn)column);
}

KpiValues
_kpi_values_row (const KpiScorecard *card, gsize row)
{
  return (KpiValues){card, row, KPI_N_COLUMNS, get_of_row};
}

KpiValues
_kpi_values_column (const KpiScorecard *card, KpiColumn column)
{
  return (KpiValues){card, column, kpi_scorecard_get_n_rows (card), get_of_column};
}

static KpiValue
listing_cell (const KpiListing *listing, gsize row, gsize column)
{
  const char *name = kpi_listing_get_column_name (listing, column);
  KpiListingKind kind = kpi_listing_get_kind (listing, column);

  if (kind == KPI_LISTING_TEXT)
    return text_value (name, kpi_listing_get_text (listing, row, column));
  return number_value (name, kpi_listing_get_number (listing, row, column),
                       kind == KPI_LISTING_WHOLE ? KPI_VALUE_WHOLE : KPI_VALUE_NUMBER);
}

static KpiValue
get_of_listing_row (gconstpointer listing, gsize row, gsize column)
{
  return listing_cell (listing, row, column);
}

static KpiValue
get_of_listing_column (gconstpointer listing, gsize column, gsize row)
{
  return listing_cell (listing, row, column);
}

KpiTable
_kpi_values_listing (const KpiListing *listing)
{
  return (KpiTable){{listing, 0, kpi_listing_get_n_columns (listing), get_of_listing_row},
                    kpi_listing_get_n_rows (listing)};
}

KpiValues
_kpi_values_listing_column (const KpiListing *listing, gsize column)
{
  return (KpiValues){listing, column, kpi_listing_get_n_rows (listing), get_of_listing_column};
}

static KpiValue
formatted (const KpiFindings *findings, gsize finding)
{
  KpiValue value = text_value ("message", NULL);

  value.kind = KPI_VALUE_TEXT;
  value.text = value.owned = kpi_findings_format (findings, finding);
  return value;
}

static const char *
severity_name (KpiSeverity severity)
{
  return severity == KPI_SEVERITY_ERROR ? "error" : "warning";
}

enum { FINDING_FIELDS = 8 };

static KpiValue
get_of_finding (gconstpointer findings, gsize finding, gsize field)
{
  switch (field) {
  case 0:
    return text_value ("severity", severity_name (kpi_findings_get_severity (findings, finding)));
  case 1:
    return text_value ("code", kpi_error_get_name (kpi_findings_get_code (findings, finding)));
  case 2:
    return text_value ("file", kpi_findings_get_file (findings, finding));
  case 3:
    return place_value ("line", kpi_findings_get_line (findings, finding));
  case 4:
    return place_value ("column", kpi_findings_get_column (findings, finding));
  case 5:
    return text_value ("path", kpi_findings_get_path (findings, finding));
  case 6:
    return text_value ("text", kpi_findings_get_text (findings, finding));
  default:
    return formatted (findings, finding);
  }
}

KpiTable
_kpi_values_findings (const KpiFindings *findings)
{
  gsize length = findings != NULL ? kpi_findings_get_length (findings) : 0;

  return (KpiTable){{findings, 0, FINDING_FIELDS, get_of_finding}, length};
}

/* The finding that `error` is about; FALSE if it has none, as an error of another library. */
static gboolean
find_first_error (const GError *error, gsize *out_finding)
{
  KpiFindings *findings = kpi_error_get_findings (error);
  gsize length = findings != NULL ? kpi_findings_get_length (findings) : 0;

  for (gsize i = 0; i < length; i++)
    if (kpi_findings_get_severity (findings, i) == KPI_SEVERITY_ERROR) {
      *out_finding = i;
      return TRUE;
    }
  return FALSE;
}

enum { ERROR_FIELDS = 5 };

static KpiValue
get_of_error (gconstpointer of, gsize at, gsize field)
{
  const GError *error = of;
  KpiFindings *findings = kpi_error_get_findings (error);
  gsize first = 0;
  gboolean has_place = find_first_error (error, &first);

  (void)at;
  switch (field) {
  case 0:
    return text_value ("message", error->message);
  case 1:
    return text_value ("code",
                       error->domain == KPI_ERROR ? kpi_error_get_name (error->code) : NULL);
  case 2:
    return text_value ("file", has_place ? kpi_findings_get_file (findings, first) : NULL);
  case 3:
    return place_value ("line", has_place ? kpi_findings_get_line (findings, first) : 0);
  default:
    return place_value ("column", has_place ? kpi_findings_get_column (findings, first) : 0);
  }
}

KpiValues
_kpi_values_error (const GError *error)
{
  return (KpiValues){error, 0, ERROR_FIELDS, get_of_error};
}

static const char *
kind_name (KpiNodeKind kind)
{
  switch (kind) {
  case KPI_NODE_INDICATOR:
    return "indicator";
  case KPI_NODE_GROUP:
    return "group";
  default:
    return "index";
  }
}

enum { NODE_FIELDS = 4 };

static KpiValue
get_of_node (gconstpointer model, gsize node, gsize field)
{
  switch (field) {
  case 0:
    return text_value ("id", kpi_model_get_node_id (model, node));
  case 1:
    return text_value ("kind", kind_name (kpi_model_get_node_kind (model, node)));
  case 2:
    return text_value ("title", kpi_model_get_node_title (model, node, NULL));
  default:
    return text_value ("unit", kpi_model_get_node_unit (model, node));
  }
}

KpiTable
_kpi_values_nodes (const KpiModel *model)
{
  return (KpiTable){{model, 0, NODE_FIELDS, get_of_node}, kpi_model_get_n_nodes (model)};
}
