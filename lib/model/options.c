/* SPDX-License-Identifier: MIT */
/* The options of methods, each read as its method's table entry says.
 *
 * Always true: nothing here knows a method by name. */

#include <string.h>

#include <kpiscore/model.h>

#include "base/number.h"
#include "base/sort.h"
#include "base/text.h"
#include "model/options.h"
#include "model/schema/schema.h"
#include "model/yaml/scalar.h"

KpiCursor
_kpi_options_get_method (const KpiCursor *at)
{
  if (at->node == NULL || at->node->kind == KPI_YAML_SCALAR)
    return *at;
  return _kpi_cursor_get (at, "method");
}

static gboolean
hold (const KpiCursor *at, KpiOptionValue *value, gsize n_numbers)
{
  g_free (value->numbers);
  value->n_numbers = 0;
  value->numbers = g_try_new0 (double, n_numbers);
  if (value->numbers == NULL)
    return _kpi_cursor_fail_memory (at);
  value->n_numbers = n_numbers;
  return TRUE;
}

static gint
compare_points (gconstpointer a, gconstpointer b, gpointer unused)
{
  double x = *(const double *)a, y = *(const double *)b;

  (void)unused;
  return x < y ? -1 : x > y;
}

/* Two keys may be one number: 5 and 5.0. */
static gboolean
has_twins (const KpiCursor *at, const KpiOptionValue *value)
{
  for (gsize i = 2; i < value->n_numbers; i += 2) {
    char x[KPI_NUMBER_SIZE];

    if (value->numbers[i] != value->numbers[i - 2])
      continue;
    _kpi_number_format (value->numbers[i], x);
    _kpi_cursor_error (at, KPI_ERROR_DUPLICATE, "found two points at %s, expected one", x);
    return TRUE;
  }
  return FALSE;
}

static gboolean
read_points (const KpiCursor *at, KpiOptionValue *value)
{
  gsize n = _kpi_cursor_length (at);

  /* The bounds of each value are looked for at all of them. */
  if (n > KPI_MAX_POINTS) {
    _kpi_cursor_error (at, KPI_ERROR_LIMIT, "found %" G_GSIZE_FORMAT " points, expected at most %d",
                       n, KPI_MAX_POINTS);
    return FALSE;
  }
  if (!hold (at, value, 2 * n))
    return FALSE;
  for (gsize i = 0; i < n; i++) {
    KpiCursor point = _kpi_cursor_entry (at, i);

    _kpi_number_parse (point.key, &value->numbers[2 * i]);
    value->numbers[2 * i + 1] = _kpi_cursor_number (&point);
  }
  _kpi_sort (value->numbers, n, 2 * sizeof (double), compare_points, NULL);
  return !has_twins (at, value);
}

static gboolean
read_list (const KpiCursor *at, KpiOptionValue *value)
{
  if (!hold (at, value, _kpi_cursor_length (at)))
    return FALSE;
  for (gsize i = 0; i < value->n_numbers; i++) {
    KpiCursor number = _kpi_cursor_entry (at, i);

    value->numbers[i] = _kpi_cursor_number (&number);
  }
  return TRUE;
}

/* The area of `{area: A}`, under the name that the data know it by; none of the word `target`. */
static gboolean
read_reference (const KpiCursor *at, KpiOptionValue *value)
{
  KpiCursor area = _kpi_cursor_get (at, "area");
  const char *text = _kpi_cursor_text (&area);

  if (area.node == NULL)
    return TRUE;
  g_free (value->text);
  value->text = _kpi_text_name (text, strlen (text));
  return value->text != NULL || _kpi_cursor_fail_memory (at);
}

static gboolean
read_value (const KpiCursor *at, const KpiOption *option, KpiOptionValue *value)
{
  switch (option->kind) {
  case KPI_OPTION_CHOICE:
    value->choice = _kpi_cursor_choice (at, option->choices);
    return TRUE;
  case KPI_OPTION_FLAG:
    value->choice = _kpi_yaml_get_boolean (at->node);
    return TRUE;
  case KPI_OPTION_REFERENCE:
    return read_reference (at, value);
  case KPI_OPTION_PAIR:
    if (!hold (at, value, 2))
      return FALSE;
    _kpi_cursor_pair (at, value->numbers);
    return TRUE;
  case KPI_OPTION_LIST:
    return read_list (at, value);
  case KPI_OPTION_POINTS:
    return read_points (at, value);
  case KPI_OPTION_NUMBER:
  case KPI_OPTION_END:
  default:
    if (!hold (at, value, 1))
      return FALSE;
    value->numbers[0] = _kpi_cursor_number (at);
    return TRUE;
  }
}

/* What holds where the model says nothing, of an option that it need not say. */
static gboolean
preset (const KpiCursor *at, const KpiOption *option, KpiOptionValue *value)
{
  if (option->kind != KPI_OPTION_NUMBER)
    return TRUE;
  if (!hold (at, value, 1))
    return FALSE;
  value->numbers[0] = option->preset;
  return TRUE;
}

gboolean
_kpi_options_read (const KpiCursor *at, const KpiOption *options, KpiOptionValue *values)
{
  gboolean right = TRUE;

  for (gsize i = 0; options[i].kind != KPI_OPTION_END; i++) {
    KpiCursor option = _kpi_cursor_get (at, options[i].name);
    gboolean read = option.node != NULL ? read_value (&option, &options[i], &values[i])
                                        : preset (at, &options[i], &values[i]);

    right = right && read;
  }
  return right;
}
