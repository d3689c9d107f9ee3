/* SPDX-License-Identifier: MIT */
/* Registers.
 *
 * Always true: the path of a register lies within the folder of the file that says it, whatever
 * links lead there; whether there is such a file is known when it is read. */

#include <string.h>

#include "base/text.h"
#include "model/yaml/file.h"
#include "model/register.h"
#include "model/schema/schema.h"
#include "model/schema/words.h"
#include "model/yaml/scalar.h"

/* The file in which something is said; NULL if it is in none. */
static const char *
find_path (const KpiModel *model, const KpiCursor *at)
{
  for (guint i = 0; i < model->files->len; i++)
    if (g_ptr_array_index (model->files, i) == at->place.file)
      return g_ptr_array_index (model->paths, i);
  return NULL;
}

static void
read_file (const KpiCursor *at, const KpiModel *model, KpiModelRegister *out)
{
  const char *path = at->node != NULL ? find_path (model, at) : NULL;
  g_autofree char *folder = NULL, *joined = NULL, *quoted = NULL;

  if (path == NULL)
    return;
  folder = _kpi_file_folder (path);
  joined = _kpi_file_join (folder, _kpi_cursor_text (at));
  if (_kpi_file_is_within (joined, folder)) {
    out->path = g_steal_pointer (&joined);
    return;
  }
  quoted = _kpi_text_quote (_kpi_cursor_text (at));
  _kpi_cursor_error (at, KPI_ERROR_VALUE, "found %s, expected a file within the folder of this one",
                     quoted);
}

/* A name as data are compared with it; NULL where nothing is said. */
static char *
read_name (const KpiCursor *at)
{
  const char *text = _kpi_cursor_text (at);

  return at->node != NULL ? _kpi_text_name (text, strlen (text)) : NULL;
}

static void
read_columns (const KpiCursor *at, KpiModelRegister *out)
{
  for (gsize i = 0; i < KPI_N_ITEM_COLUMNS; i++) {
    KpiCursor column = _kpi_cursor_get (at, _kpi_item_columns[i]);

    out->columns[i] = read_name (&column);
    for (gsize j = 0; j < i && out->columns[i] != NULL; j++)
      if (g_strcmp0 (out->columns[i], out->columns[j]) == 0)
        _kpi_cursor_error (&column, KPI_ERROR_CONFLICT,
                           "found the column of %s, expected another one", _kpi_item_columns[j]);
  }
}

static void
read_register (const KpiCursor *at, const KpiModel *model, KpiModelRegister *out)
{
  KpiCursor file = _kpi_cursor_get (at, "file"), names = _kpi_cursor_get (at, "columns");
  KpiCursor dates = _kpi_cursor_get (at, "dates"), unique = _kpi_cursor_get (at, "unique");

  read_file (&file, model, out);
  read_columns (&names, out);
  out->day_first = _kpi_cursor_choice (&dates, _kpi_dates_words) == 1;
  out->unique = unique.node == NULL || _kpi_yaml_get_boolean (unique.node);
}

void
_kpi_registers_read (const KpiCursor *at, KpiModel *model)
{
  gsize n = _kpi_cursor_length (at);

  if (n == 0)
    return;
  model->registers = g_try_new0 (KpiModelRegister, n);
  if (model->registers == NULL) {
    _kpi_cursor_fail_memory (at);
    return;
  }
  for (gsize i = 0; i < n; i++) {
    KpiCursor entry = _kpi_cursor_entry (at, i);
    KpiModelRegister *out = &model->registers[model->n_registers];

    if (entry.node == NULL)
      continue;
    out->place = entry.key_place;
    if (_kpi_names_add (model->register_names, entry.key) == KPI_NO_NAME ||
        !_kpi_cursor_copy (&entry, entry.key, &out->name)) {
      _kpi_cursor_fail_memory (&entry);
      return;
    }
    model->n_registers++;
    if (!entry.node->is_hollow)
      read_register (&entry, model, out);
  }
}

void
_kpi_registers_clear (KpiModel *model)
{
  for (gsize i = 0; i < model->n_registers; i++) {
    g_free (model->registers[i].name);
    g_free (model->registers[i].path);
    for (gsize c = 0; c < KPI_N_ITEM_COLUMNS; c++)
      g_free (model->registers[i].columns[c]);
  }
  g_free (model->registers);
}

/* Reads one value, which may be empty. FALSE, and reported, if no field can hold it. */
static gboolean
read_value (const KpiCursor *at, char **out_value)
{
  *out_value = read_name (at);
  if (*out_value != NULL)
    return TRUE;
  _kpi_cursor_error (at, KPI_ERROR_VALUE, "found control characters, expected a value");
  return FALSE;
}

static void
read_values (const KpiCursor *at, KpiItemCondition *out)
{
  gboolean is_list = at->node->kind == KPI_YAML_LIST;
  gsize n = is_list ? _kpi_cursor_length (at) : 1;

  out->values = g_try_new0 (char *, n + 1);
  if (out->values == NULL) {
    _kpi_cursor_fail_memory (at);
    return;
  }
  for (gsize i = 0; i < n; i++) {
    KpiCursor item = is_list ? _kpi_cursor_entry (at, i) : *at;

    if (!read_value (&item, &out->values[i]))
      return;
  }
}

static void
read_where (const KpiCursor *at, KpiItemMeasure *out)
{
  gsize n = _kpi_cursor_length (at);

  if (n == 0)
    return;
  out->where = g_try_new0 (KpiItemCondition, n);
  if (out->where == NULL) {
    _kpi_cursor_fail_memory (at);
    return;
  }
  for (gsize i = 0; i < n; i++) {
    KpiCursor entry = _kpi_cursor_entry (at, i);
    KpiItemCondition *condition = &out->where[out->n_where];

    if (entry.node == NULL)
      continue;
    out->n_where++;
    condition->column = _kpi_text_name (entry.key, strlen (entry.key));
    read_values (&entry, condition);
  }
}

static guint32
find_register (const KpiCursor *at, const KpiModel *model)
{
  guint32 number = _kpi_names_find (model->register_names, _kpi_cursor_text (at));
  g_autofree char *hint = NULL;

  if (number != KPI_NO_NAME)
    return number;
  hint = _kpi_cursor_hint (at, _kpi_cursor_text (at), model->register_names);
  _kpi_cursor_error (at, KPI_ERROR_UNKNOWN, "found %s, expected one of the registers%s",
                     _kpi_cursor_text (at), hint);
  return KPI_NO_NAME;
}

void
_kpi_item_measure_read (const KpiCursor *at, const KpiModel *model, KpiMeasure *out)
{
  KpiCursor name = _kpi_cursor_get (at, "register"), count = _kpi_cursor_get (at, "count");
  KpiCursor window = _kpi_cursor_get (at, "window"), where = _kpi_cursor_get (at, "where");

  *out = (KpiMeasure){.form = KPI_MEASURE_REGISTER, .per = 1};
  out->items = g_new0 (KpiItemMeasure, 1);
  out->items->items = find_register (&name, model);
  out->items->count = (KpiItemCount)_kpi_cursor_choice (&count, _kpi_count_words);
  out->items->in_period = _kpi_cursor_choice (&window, _kpi_window_words) == 1;
  read_where (&where, out->items);
}

void
_kpi_item_measure_free (KpiItemMeasure *measure)
{
  if (measure == NULL)
    return;
  for (gsize i = 0; i < measure->n_where; i++) {
    g_free (measure->where[i].column);
    g_strfreev (measure->where[i].values);
  }
  g_free (measure->where);
  g_free (measure);
}
