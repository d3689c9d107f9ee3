/* SPDX-License-Identifier: MIT */
/* The corpus says most: each file of bad/ opens with the one finding that it must bring. */
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <kpiscore/model.h>

#include "model/schema.h"
#include "model/source.h"

/* Reads each file of a folder of the corpus; how many there are. */
static gsize
each_file (const char *folder, void (*judge) (const char *path))
{
  g_autofree char *path = g_build_filename (KPI_CORPUS, folder, NULL);
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;
  gsize n = 0;

  cr_assert (directory != NULL, "%s", path);
  for (; (name = g_dir_read_name (directory)) != NULL; n++) {
    g_autofree char *file = g_build_filename (path, name, NULL);

    judge (file);
  }
  return n;
}

/* All findings of a file, a line each, without the file's name. */
static char *
findings_of (const char *path)
{
  g_autoptr (KpiFindings) findings = _kpi_findings_new ();
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (KpiYaml) tree = _kpi_source_load (&path, 1, files, NULL, findings);
  GString *lines = g_string_new (NULL);

  cr_expect (tree != NULL || _kpi_findings_has_errors (findings), "%s", path);
  for (gsize i = 0; i < kpi_findings_get_length (findings); i++) {
    g_autofree char *line = kpi_findings_format (findings, i);

    cr_assert (g_str_has_prefix (line, path), "%s", line);
    g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", line + strlen (path) + 1);
  }
  return g_string_free (lines, FALSE);
}

static void
judge_bad (const char *path)
{
  g_autofree char *text = NULL;
  g_autofree char *found = findings_of (path);

  cr_assert (g_file_get_contents (path, &text, NULL, NULL));
  *strchr (text, '\n') = '\0';
  cr_expect (strcmp (found, text + strlen ("# ")) == 0, "%s\nfound    %s\nexpected %s", path, found,
             text + strlen ("# "));
}

static void
judge_good (const char *path)
{
  g_autofree char *found = findings_of (path);

  cr_expect (found[0] == '\0', "%s: %s", path, found);
}

Test (schema, finds_the_one_mistake_of_each_bad_file, .timeout = 60)
{
  cr_expect (each_file ("bad", judge_bad) >= 100);
}

Test (schema, finds_none_in_a_good_file, .timeout = 60)
{
  cr_expect (each_file ("good", judge_good) >= 25);
}

static KpiFindings *
check (const char *text, gboolean whole)
{
  KpiFindings *findings = _kpi_findings_new ();
  g_autoptr (KpiYaml) root = _kpi_yaml_parse (text, strlen (text), "f", FALSE, findings);

  cr_assert (root != NULL);
  _kpi_schema_check (root, whole, findings);
  return findings;
}

Test (schema, reports_all_at_once, .timeout = 10)
{
  g_autoptr (KpiFindings) findings = check (
      "kpiscore: 1\nid: 1x\ntilte: a\nindicators: {a: {score: minmx, valid: [x, y]}}\n", TRUE);
  static const KpiError codes[] = {KPI_ERROR_VALUE, KPI_ERROR_UNKNOWN, KPI_ERROR_UNKNOWN,
                                   KPI_ERROR_TYPE, KPI_ERROR_TYPE};

  cr_assert (eq (sz, kpi_findings_get_length (findings), G_N_ELEMENTS (codes)));
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    cr_expect (eq (int, kpi_findings_get_code (findings, i), (int)codes[i]), "finding %zu", i);
}

Test (schema, asks_less_of_a_part, .timeout = 10)
{
  static const char text[] = "kpiscore: 1\nindex: {combine: min}\n"
                             "indicators: {a: {target: {of: 5, baseline: {at: 2020}}}}\n";
  g_autoptr (KpiFindings) part = check (text, FALSE);
  g_autoptr (KpiFindings) whole = check (text, TRUE);

  cr_expect (eq (sz, kpi_findings_get_length (part), 0));
  /* id; index.id, index.of, combine without of; of without top; baseline.value */
  cr_expect (eq (sz, kpi_findings_get_length (whole), 6));
}

/* A file of nothing but mistakes: the search for nearest names ends with the findings. */
Test (schema, ends_where_findings_are_kept_no_more, .timeout = 20)
{
  g_autoptr (GString) text = g_string_new ("kpiscore: 1\nid: m\n");
  g_autoptr (KpiFindings) findings = NULL;

  for (guint i = 0; i < 300000; i++)
    g_string_append_printf (text, "indicator_%u: 1\n", i);
  findings = check (text->str, TRUE);
  cr_expect (eq (sz, kpi_findings_get_length (findings), KPI_MAX_FINDINGS + 1));
}

Test (schema, reads_scalars_by_their_place, .timeout = 10)
{
  KpiYaml number = {.text = (char *)"-1.5e3"};
  KpiYaml right = {.text = (char *)"true"}, wrong = {.text = (char *)"false"};
  KpiYaml period = {.text = (char *)"2025-Q4"};

  cr_expect (eq (dbl, _kpi_yaml_get_number (&number), -1500));
  cr_expect (_kpi_yaml_get_boolean (&right));
  cr_expect (not(_kpi_yaml_get_boolean (&wrong)));
  cr_expect (eq (int, _kpi_yaml_get_period (&period).frequency, KPI_FREQUENCY_QUARTER));
}

/* What the schema says is compared with the reader by corpus/agree.py. */
Test (schema, what_is_not_built_has_a_code_of_its_own, .timeout = 10)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiModel) model =
      kpi_model_parse ("kpiscore: 1\nid: m\nimpute: mean\nindicators: {a: {}}\n", -1, &error);

  cr_assert (model == NULL);
  cr_expect (eq (int, error->code, KPI_ERROR_NOT_BUILT));
}

Test (schema, is_there_as_json, .timeout = 10)
{
  g_autofree char *schema = kpi_model_get_schema ();

  cr_expect (strstr (schema, "\"http://json-schema.org/draft-07/schema#\"") != NULL);
  cr_expect (strstr (schema, "\"goalposts\"") != NULL);
  cr_expect (strstr (schema, "uncertainty") == NULL, "what is not built yet is absent");
}
