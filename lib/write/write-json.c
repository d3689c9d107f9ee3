/* SPDX-License-Identifier: MIT */
/* JSON (RFC 8259): `{"model": id, "rows": [{...}]}`, one row a line.
 *
 * Always true: every row has the names of all columns in their order, and null stands exactly where
 * the CSV is empty. */

#include "base/json.h"
#include "write/formats.h"

static void
put_cell (const KpiGrid *grid, gsize row, gsize column, KpiJson *json)
{
  const char *name = grid->get_name (grid->of, column), *text;

  if (!grid->is_text (grid->of, column)) {
    _kpi_json_put_number (json, name, grid->get_number (grid->of, row, column));
    return;
  }
  text = grid->get_text (grid->of, row, column);
  if (*text == '\0')
    _kpi_json_put (json, name, "null");
  else
    _kpi_json_put_text (json, name, text);
}

/* A line of its own. */
static void
put_row (const KpiGrid *grid, gsize row, KpiJson *json)
{
  json->flat = FALSE;
  _kpi_json_begin (json, NULL, '{');
  json->flat = TRUE;
  for (gsize column = 0; column < grid->n_columns; column++)
    put_cell (grid, row, column, json);
  _kpi_json_end (json, '}');
}

gboolean
_kpi_write_json (const KpiSubject *subject, KpiWriter *writer, GError **error)
{
  const KpiGrid *grid = &subject->grid;
  KpiJson json = {.out = writer, .flat = TRUE};

  (void)error;
  _kpi_json_begin (&json, NULL, '{');
  _kpi_json_put_text (&json, "model", grid->model);
  _kpi_json_begin (&json, "rows", '[');
  for (gsize row = 0; row < grid->n_rows && !writer->failed; row++)
    put_row (grid, row, &json);
  json.flat = grid->n_rows == 0;
  _kpi_json_end (&json, ']');
  json.flat = TRUE;
  _kpi_json_end (&json, '}');
  _kpi_writer_text (writer, "\n");
  return TRUE;
}
