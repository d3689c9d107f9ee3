/* SPDX-License-Identifier: MIT */
/* The corpus says most: each file of bad/ opens with the one finding that it must bring. */
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <kpiscore/model.h>

#include "model/schema/schema.h"
#include "model/schema/source.h"
#include "model/yaml/scalar.h"

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

/* All errors of a file, a line each, without the file's name. */
static char *
errors_of (const char *path)
{
  g_autoptr (KpiFindings) findings = _kpi_findings_new ();
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (KpiYaml) tree = _kpi_source_load (&path, 1, files, NULL, findings);
  GString *lines = g_string_new (NULL);

  cr_expect (tree != NULL || _kpi_findings_has_errors (findings), "%s", path);
  for (gsize i = 0; i < kpi_findings_get_length (findings); i++) {
    g_autofree char *line = kpi_findings_format (findings, i);

    cr_assert (g_str_has_prefix (line, path), "%s", line);
    if (kpi_findings_get_severity (findings, i) == KPI_SEVERITY_ERROR)
      g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line + strlen (path) + 1);
  }
  return g_string_free (lines, FALSE);
}

static void
judge_bad (const char *path)
{
  g_autofree char *text = NULL;
  g_autofree char *found = errors_of (path);

  cr_assert (g_file_get_contents (path, &text, NULL, NULL));
  *strchr (text, '\n') = '\0';
  cr_expect (strcmp (found, text + strlen ("# ")) == 0, "%s\nfound    %s\nexpected %s", path, found,
             text + strlen ("# "));
}

static void
judge_good (const char *path)
{
  g_autofree char *found = errors_of (path);

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
      kpi_model_parse ("kpiscore: 1\nid: m\nuncertainty: {}\nindicators: {a: {}}\n", -1, &error);

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

/* The findings of a text. */
static char *
findings_in (const char *yaml)
{
  g_autoptr (KpiFindings) findings = _kpi_findings_new ();
  g_autoptr (KpiYaml) tree = _kpi_yaml_parse (yaml, strlen (yaml), "f", FALSE, findings);
  GString *lines = g_string_new (NULL);

  cr_assert (tree != NULL);
  _kpi_schema_check (tree, TRUE, findings);
  for (gsize i = 0; i < kpi_findings_get_length (findings); i++) {
    g_autofree char *line = kpi_findings_format (findings, i);

    g_string_append_printf (lines, "%s\n", line);
  }
  return g_string_free (lines, FALSE);
}

/* Expects one finding, which begins with `beginning` and has `part` in it. */
static void
expect_one (const char *yaml, const char *beginning, const char *part)
{
  g_autofree char *found = findings_in (yaml);

  cr_expect (g_str_has_prefix (found, beginning), "%s", found);
  cr_expect (strstr (found, part) != NULL, "%s", found);
  cr_expect (eq (ptr, strchr (found, '\n'), found + strlen (found) - 1), "%s", found);
}

Test (schema, one_slip_is_told_once, .timeout = 10)
{
  expect_one ("kpiscore: 1\nidd: m\n", "f:2:1: error: found the key \"idd\"", "did you mean id?");
  expect_one ("kpiscore: 1\nid: m\nindicators: {a: {score: {method: goalposts, post: [0, 1]}}}\n",
              "f:3:45: error: indicators.a.score: found the key \"post\"", "did you mean posts?");
  expect_one ("kpiscore: 1\nid: m\n"
              "indicators: {a: {measure: {registr: tasks, count: open}}}\n",
              "f:3:28: error: indicators.a.measure: found the key \"registr\"",
              "did you mean register?");
  expect_one ("kpiscore: 1\nid: m\nindicators: {a: {measure: {sum: [a], per: 3}}}\n",
              "f:3:38: error: indicators.a.measure: found the key \"per\"", "expected sum");
}

/* What is not near is missing all the same. */
Test (schema, two_slips_are_told_twice, .timeout = 10)
{
  g_autofree char *found = findings_in ("kpiscore: 1\nname: m\n");

  cr_expect (strstr (found, "found the key \"name\"") != NULL, "%s", found);
  cr_expect (strstr (found, "found no id") != NULL, "%s", found);
}

#define TARGET(demand) "kpiscore: 1\nid: m\nindicators: {a: {target: {" demand "}}}\n"

Test (schema, numbers_that_are_none_are_told_how_they_are_written, .timeout = 10)
{
  expect_one (TARGET ("at_least: 80%"),
              "f:3:37: error: indicators.a.target.at_least: found \"80%\"",
              "expected a number without %");
  expect_one (TARGET ("at_least: '0,95'"), "f:3:37", "expected a number with a decimal point");
  expect_one (TARGET ("at_least: 1 234"), "f:3:37", "expected a number without thousands marks");
  expect_one (TARGET ("at_least: many"), "f:3:37", "expected a number");
  /* A comma ends the number, and makes keys of the rest. */
  expect_one (TARGET ("at_least: 0,95"), "f:3:39: error: indicators.a.target: found the key \"95\"",
              "a decimal point");
}
