/* SPDX-License-Identifier: MIT */
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <kpiscore/model.h>

#include "model/schema/source.h"

Test (catalogue, lists_its_models, .timeout = 10)
{
  g_auto (GStrv) names = kpi_model_list_builtin ();

  cr_expect (g_strv_contains ((const char *const *)names, "nq57"));
  for (gsize i = 1; names[i] != NULL; i++)
    cr_expect (strcmp (names[i - 1], names[i]) < 0);
}

/* Each is a right model file, by the name that it is listed under. */
Test (catalogue, holds_models, .timeout = 10)
{
  g_auto (GStrv) names = kpi_model_list_builtin ();

  for (gsize i = 0; names[i] != NULL; i++) {
    g_autofree char *text = kpi_model_get_builtin (names[i], NULL);
    g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (KpiFindings) findings = _kpi_findings_new ();
    g_autoptr (KpiYaml) tree = NULL;

    cr_assert (text != NULL);
    tree = _kpi_source_parse (text, strlen (text), files, NULL, findings);
    cr_assert (tree != NULL, "%s", names[i]);
    cr_expect_str_eq (_kpi_yaml_get (tree, "id")->text, names[i]);
  }
}

Test (catalogue, names_the_nearest, .timeout = 10)
{
  g_autoptr (GError) error = NULL;

  cr_expect (kpi_model_get_builtin ("nq75", &error) == NULL);
  cr_expect (g_error_matches (error, KPI_ERROR, KPI_ERROR_UNKNOWN));
  cr_expect_str_eq (error->message,
                    "error: found \"nq75\", expected a built-in model; did you mean nq57?");
  cr_expect (kpi_model_get_builtin ("../catalogue/nq57", NULL) == NULL);
}
