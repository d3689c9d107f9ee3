/* SPDX-License-Identifier: MIT */
/* The built-in models, compiled in as a GResource.
 *
 * Its generated code registers it when the library is loaded and takes it back when it is unloaded,
 * which a Lua module may be; the data are part of the library and are never copied. */

#include <string.h>
#include <gio/gio.h>

#include <kpiscore/model.h>

#include "base/findings-private.h"
#include "base/text.h"
#include "catalogue-resource.h"
#include "model/schema/catalogue.h"

#define FOLDER "/kpiscore/catalogue/"
#define SUFFIX ".yaml"

GBytes *
_kpi_catalogue_find (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, SUFFIX, NULL);

  return g_resource_lookup_data (_kpi_catalogue_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                 NULL);
}

static gint
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

char **
_kpi_catalogue_list (void)
{
  char **names = g_resource_enumerate_children (_kpi_catalogue_get_resource (), FOLDER,
                                                G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (gsize i = 0; names[i] != NULL; i++)
    names[i][strlen (names[i]) - strlen (SUFFIX)] = '\0';
  qsort (names, g_strv_length (names), sizeof *names, compare);
  return names;
}

char *
_kpi_catalogue_hint (const char *name)
{
  g_auto (GStrv) names = _kpi_catalogue_list ();

  return _kpi_text_hint (name, (const char *const *)names, g_strv_length (names));
}

char **
kpi_model_list_builtin (void)
{
  return _kpi_catalogue_list ();
}

char *
kpi_model_get_builtin (const char *name, GError **error)
{
  g_autoptr (GBytes) text = _kpi_catalogue_find (name);
  g_autofree char *quoted = NULL;
  g_autofree char *hint = NULL;

  if (text != NULL)
    return g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  quoted = _kpi_text_quote (name);
  hint = _kpi_catalogue_hint (name);
  _kpi_error_set (error, KPI_ERROR_UNKNOWN, "found %s, expected a built-in model%s", quoted, hint);
  return NULL;
}
