/* SPDX-License-Identifier: MIT */
/* Reads model files as the library does, each on its own, up to the merged tree: its structure.
 * Prints `good FILE` or `bad FILE`, for agree.py to compare with the JSON Schema's verdict; without
 * files, prints the JSON Schema. */

#include <stdio.h>

#include <kpiscore/model.h>

#include "model/schema/source.h"

static gboolean
is_good (const char *path)
{
  g_autoptr (KpiFindings) findings = _kpi_findings_new ();
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (KpiYaml) tree = _kpi_source_load (&path, 1, files, NULL, findings);

  return tree != NULL && !_kpi_findings_has_errors (findings);
}

int
main (int argc, char **argv)
{
  g_autofree char *schema = kpi_model_get_schema ();

  if (argc == 1)
    fputs (schema, stdout);
  for (int i = 1; i < argc; i++)
    printf ("%s %s\n", is_good (argv[i]) ? "good" : "bad", argv[i]);
  return 0;
}
