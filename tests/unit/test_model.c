/* SPDX-License-Identifier: MIT */
#include "model-expect.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

static char *folder;

static void
make_folder (void)
{
  folder = g_dir_make_tmp ("kpiscore-XXXXXX", NULL);
  cr_assert (folder != NULL);
}

static void
remove_folder (void)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (files)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (folder);
  g_free (folder);
}

TestSuite (model, .init = make_folder, .fini = remove_folder);

/* Writes a file into the folder; its path. */
static char *
write_file (const char *name, const char *yaml)
{
  char *path = g_build_filename (folder, name, NULL);

  cr_assert (g_file_set_contents (path, yaml, -1, NULL));
  return path;
}

static void
expect_text (const char *found, const char *expected)
{
  cr_expect (eq (str, (char *)found, (char *)expected));
}

Test (model, getters_tell_what_was_read, .timeout = 10)
{
  g_autoptr (KpiModel) model =
      expect_silence ("kpiscore: 1\n"
                      "id: hue\n"
                      "title: {en: Hue city, vi: Thành phố Huế}\n"
                      "indicators:\n"
                      "  share: {title: {vi: Tỷ trọng}, unit: '%'}\n"
                      "  rank: {}\n"
                      "index: {id: board, title: Board, of: [share, {id: pillar, of: [rank]}]}\n");

  expect_text (kpi_model_get_id (model), "hue");
  expect_text (kpi_model_get_title (model, "vi"), "Thành phố Huế");
  expect_text (kpi_model_get_title (model, NULL), "Hue city");
  cr_assert (eq (sz, kpi_model_get_n_nodes (model), 4));
  expect_text (kpi_model_get_node_id (model, 0), "share");
  expect_text (kpi_model_get_node_id (model, 3), "pillar");
  expect_text (kpi_model_get_node_title (model, 0, "en"), "Tỷ trọng");
  expect_text (kpi_model_get_node_title (model, 1, "en"), "rank");
  expect_text (kpi_model_get_node_title (model, 2, "vi"), "Board");
  expect_text (kpi_model_get_node_title (model, 3, NULL), "pillar");
  expect_text (kpi_model_get_node_unit (model, 0), "%");
  expect_text (kpi_model_get_node_unit (model, 1), "");
  expect_text (kpi_model_get_node_unit (model, 2), "");
  cr_expect (eq (int, (int)kpi_model_get_node_kind (model, 0), KPI_NODE_INDICATOR));
  cr_expect (eq (int, (int)kpi_model_get_node_kind (model, 2), KPI_NODE_INDEX));
  cr_expect (eq (int, (int)kpi_model_get_node_kind (model, 3), KPI_NODE_GROUP));
}

Test (model, a_title_is_its_id_where_there_is_none, .timeout = 10)
{
  g_autoptr (KpiModel) model = expect_silence (ONE "    unit: x\n");

  expect_text (kpi_model_get_title (model, "vi"), "m");
}

Test (model, the_last_reference_ends_it, .timeout = 10)
{
  KpiModel *model = expect_silence (ONE "    unit: x\n");

  cr_expect (eq (ptr, kpi_model_ref (model), model));
  kpi_model_unref (model);
  expect_text (kpi_model_get_id (model), "m");
  kpi_model_unref (model);
}

Test (model, a_length_ends_the_text, .timeout = 10)
{
  const char *text = ONE "    unit: x\n    wrong: y\n";
  gssize length = (gssize)(strstr (text, "    wrong") - text);
  g_autoptr (KpiModel) model = kpi_model_parse (text, length, NULL);

  cr_assert (model != NULL);
  cr_expect (kpi_model_parse (text, 0, NULL) == NULL); /* an error need not be asked for */
  cr_expect (kpi_model_parse (text, -1, NULL) == NULL);
}

Test (model, there_is_something_to_score, .timeout = 10)
{
  g_autoptr (KpiModel) silent =
      expect_warning (HEAD "extends: kpiscore:nq57\n", KPI_ERROR_UNUSED,
                      "1:1: warning: found no tree, and no indicator but those of the catalogue");

  expect_error (HEAD "title: Nothing\n", KPI_ERROR_MISSING,
                "1:1: error: found no indicators, expected at least one");
  expect_error (HEAD "indicators: {}\n", KPI_ERROR_MISSING, "1:1: error: found no indicators");
}

Test (model, later_files_lie_over_earlier_ones, .timeout = 10)
{
  g_autofree char *base = write_file ("base.yaml", "kpiscore: 1\n"
                                                   "id: base\n"
                                                   "indicators:\n"
                                                   "  a: {target: {at_least: 5, stretch: 9}}\n"
                                                   "  b: {}\n");
  g_autofree char *over = write_file ("over.yaml", "kpiscore: 1\n"
                                                   "id: over\n"
                                                   "indicators:\n"
                                                   "  c: {}\n"
                                                   "  a: {target: {more_than: 6}}\n");
  const char *const paths[] = {base, over};
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiModel) model = kpi_model_load_overlaid (paths, 2, &error);

  cr_assert (model != NULL, "%s", error->message);
  expect_text (kpi_model_get_id (model), "over");
  cr_assert (eq (sz, model->n_indicators, 3));
  expect_text (kpi_model_get_node_id (model, 0), "a");
  expect_text (kpi_model_get_node_id (model, 2), "c");
  cr_expect (eq (int, (int)model->indicators[0].target.goal.demand, KPI_DEMAND_MORE_THAN));
  cr_expect (eq (dbl, model->indicators[0].target.goal.low, 6));
  cr_expect (isnan (model->indicators[0].target.stretch));
}

Test (model, an_overlay_reaches_into_overrides, .timeout = 10)
{
  g_autofree char *base = write_file (
      "base.yaml", "kpiscore: 1\n"
                   "id: base\n"
                   "indicators:\n"
                   "  a: {target: {at_least: 5, by: 2030, for: {A: {by: 2028}, B: {by: 2027}}}}\n");
  g_autofree char *over = write_file (
      "over.yaml", "kpiscore: 1\n"
                   "id: over\n"
                   "extends: base.yaml\n"
                   "indicators: {a: {target: {for: {A: {at_least: 7}, B: ~, C: {by: ~}}}}}\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiModel) model = kpi_model_load (over, &error);
  const KpiTargetOverride *overrides;

  cr_assert (model != NULL, "%s", error->message);
  cr_assert (eq (sz, model->indicators[0].n_overrides, 2));
  overrides = model->indicators[0].overrides;
  expect_text (overrides[0].area, "A");
  cr_expect (eq (dbl, overrides[0].target.goal.low, 7));
  cr_expect (eq (i32, overrides[0].target.deadline, 740712)); /* 2028-12-31, by Python */
  expect_text (overrides[1].area, "C");
  cr_expect (not(overrides[1].target.has_deadline));
}

Test (model, a_finding_names_the_file_to_blame, .timeout = 10)
{
  g_autofree char *base = write_file ("base.yaml", "kpiscore: 1\n"
                                                   "id: base\n"
                                                   "indicators:\n"
                                                   "  a:\n"
                                                   "    valid: [1, 0]\n");
  g_autofree char *over = write_file ("over.yaml", "kpiscore: 1\n"
                                                   "id: over\n"
                                                   "extends: base.yaml\n"
                                                   "index: {id: i, of: [b]}\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiModel) model = kpi_model_load (over, &error);
  KpiFindings *findings;

  cr_assert (model == NULL);
  findings = kpi_error_get_findings (error);
  cr_assert (eq (sz, kpi_findings_get_length (findings), 2));
  cr_expect (g_str_has_suffix (kpi_findings_get_file (findings, 0), "over.yaml"));
  expect_text (kpi_findings_get_path (findings, 0), "index.of[0]");
  cr_expect (eq (u32, kpi_findings_get_line (findings, 0), 4));
  cr_expect (eq (u32, kpi_findings_get_column (findings, 0), 21));
  cr_expect (g_str_has_suffix (kpi_findings_get_file (findings, 1), "base.yaml"));
  expect_text (kpi_findings_get_path (findings, 1), "indicators.a.valid");
  cr_expect (eq (u32, kpi_findings_get_line (findings, 1), 5));
}

/* 65536 bytes count as 1024 nodes, so that an alias of them a thousand times is too much. */
Test (model, a_long_text_is_not_repeated_for_ever, .timeout = 30)
{
  g_autofree char *text = g_strnfill (65536, 'z');
  g_autoptr (GString) yaml = g_string_new (ONE "index: {id: i, of: [&z ");
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiModel) model = NULL;

  g_string_append (yaml, text);
  for (guint i = 0; i < 1000; i++)
    g_string_append (yaml, ", *z");
  g_string_append (yaml, "]}\n");
  model = kpi_model_parse (yaml->str, -1, &error);
  cr_assert (model == NULL);
  cr_expect (g_error_matches (error, KPI_ERROR, KPI_ERROR_LIMIT), "%.200s", error->message);
}

/* A hundred thousand mistakes are reported up to the limit, each in some hundred bytes. */
Test (model, mistakes_are_counted_beyond_the_limit, .timeout = 30)
{
  g_autoptr (GString) yaml = g_string_new (ONE "    unit: x\nindex: {id: i, of: [");
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiModel) model = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (yaml, "%sx%u", i > 0 ? ", " : "", i);
  g_string_append (yaml, "]}\n");
  model = kpi_model_parse (yaml->str, -1, &error);
  cr_assert (model == NULL);
  cr_expect (
      eq (sz, kpi_findings_get_length (kpi_error_get_findings (error)), KPI_MAX_FINDINGS + 1));
}

Test (model, a_file_that_is_not_there_is_an_error, .timeout = 10)
{
  g_autofree char *path = g_build_filename (folder, "absent.yaml", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiModel) model = kpi_model_load (path, &error);

  cr_assert (model == NULL);
  cr_expect (g_error_matches (error, KPI_ERROR, KPI_ERROR_FILE), "%s", error->message);
}

Test (model, some_file_is_asked_for, .timeout = 10)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiModel) model = kpi_model_load_overlaid (NULL, 0, &error);

  cr_assert (model == NULL);
  cr_expect (g_error_matches (error, KPI_ERROR, KPI_ERROR_ARGUMENT), "%s", error->message);
}

/* The error holds the warnings too. */
Test (model, warnings_stand_beside_errors, .timeout = 10)
{
  g_autoptr (GError) error = NULL;
  const char *yaml = HEAD "indicators:\n"
                          "  a: {target: {at_least: 5, baseline: {value: 6, at: 2020}}}\n"
                          "  b: {valid: [1, 0]}\n";
  g_autoptr (KpiModel) model = kpi_model_parse (yaml, -1, &error);
  KpiFindings *findings = kpi_error_get_findings (error);

  cr_assert (eq (sz, kpi_findings_get_length (findings), 2));
  expect_finding (findings, 0, KPI_ERROR_UNUSED, "4:39: warning: indicators.a.target.baseline",
                  yaml);
  expect_finding (findings, 1, KPI_ERROR_VALUE, "5:14: error: indicators.b.valid", yaml);
  cr_expect (g_error_matches (error, KPI_ERROR, KPI_ERROR_VALUE));
}
