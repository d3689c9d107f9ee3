/* SPDX-License-Identifier: MIT */
/* kpiscore models: the built-in models, one of them, or the schema of all. */

#include <string.h>

#include "commands.h"
#include "inputs.h"
#include "speak.h"

#define PREFIX "kpiscore:" /* as `extends` spells a built-in model */

static KpiModel *
load_builtin (const char *name, GError **error)
{
  g_autofree char *yaml = kpi_model_get_builtin (name, error);

  return yaml == NULL ? NULL : kpi_model_parse (yaml, -1, error);
}

/* Pads to the widest of its column; tabs would do for a program, but people look at this. */
static void
append_padded (GString *out, const char *text, gsize columns)
{
  gsize width = (gsize)g_utf8_strlen (text, -1);

  g_string_append (out, text);
  for (; width < columns; width++)
    g_string_append_c (out, ' ');
}

static gsize
get_width (const char *text, gsize least)
{
  return MAX ((gsize)g_utf8_strlen (text, -1), least);
}

static gint
list_models (const char *language)
{
  g_auto (GStrv) names = kpi_model_list_builtin ();
  g_autoptr (GString) out = g_string_new (NULL);
  gsize columns = 0;

  for (char **name = names; *name != NULL; name++)
    columns = get_width (*name, columns);
  for (char **name = names; *name != NULL; name++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (KpiModel) model = load_builtin (*name, &error);

    if (model == NULL)
      return speak_error (error);
    append_padded (out, *name, columns);
    g_string_append_printf (out, "  %s (%" G_GSIZE_FORMAT ")\n",
                            kpi_model_get_title (model, language),
                            inputs_count_nodes (model, KPI_NODE_INDICATOR));
  }
  return speak_text (out->str);
}

static void
append_indicators (GString *out, const KpiModel *model, const char *language)
{
  gsize n_nodes = kpi_model_get_n_nodes (model);
  gsize id_columns = 0, unit_columns = 0;

  for (gsize node = 0; node < n_nodes; node++) {
    id_columns = get_width (kpi_model_get_node_id (model, node), id_columns);
    unit_columns = get_width (kpi_model_get_node_unit (model, node), unit_columns);
  }
  for (gsize node = 0; node < n_nodes; node++) {
    append_padded (out, kpi_model_get_node_id (model, node), id_columns + 2);
    append_padded (out, kpi_model_get_node_unit (model, node), unit_columns + 2);
    g_string_append_printf (out, "%s\n", kpi_model_get_node_title (model, node, language));
  }
}

/* A name that is none stands on the command line, not in a file. */
static gint
refuse (const GError *error)
{
  speak_error (error);
  return EXIT_WRONG_USAGE;
}

static gint
show_model (const char *name, const char *language)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiModel) model = load_builtin (name, &error);
  g_autoptr (GString) out = g_string_new (NULL);

  if (model == NULL)
    return refuse (error);
  append_indicators (out, model, language);
  return speak_text (out->str);
}

static gint
print_yaml (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *yaml = kpi_model_get_builtin (name, &error);

  return yaml == NULL ? refuse (error) : speak_text (yaml);
}

static gint
print_schema (void)
{
  g_autofree char *schema = kpi_model_get_schema ();

  return speak_text (schema);
}

gint
run_models (const Arguments *arguments)
{
  const char *name = arguments->operands->pdata[0];
  const char *language = arguments_get (arguments, OPTION_LANG);

  if (arguments_has (arguments, OPTION_SCHEMA))
    return print_schema ();
  if (name == NULL && arguments_has (arguments, OPTION_YAML))
    return speak_usage ("--yaml: expected the NAME of a model");
  if (name == NULL)
    return list_models (language);
  if (g_str_has_prefix (name, PREFIX))
    name += strlen (PREFIX);
  return arguments_has (arguments, OPTION_YAML) ? print_yaml (name) : show_model (name, language);
}
