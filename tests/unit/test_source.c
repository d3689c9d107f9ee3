/* SPDX-License-Identifier: MIT */
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <glib/gstdio.h>
#include <kpiscore/model.h>

#include "model/schema/source.h"

/* A folder of its own for each test, with a folder `in` that the first file is in. */
static char *folder;

static void
begin (void)
{
  g_autofree char *in = NULL;

  folder = g_dir_make_tmp ("kpiscore-XXXXXX", NULL);
  cr_assert (folder != NULL);
  in = g_build_filename (folder, "in", NULL);
  cr_assert (g_mkdir (in, 0700) == 0);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) directory =
      g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL) {
    g_autofree char *inner = g_build_filename (path, name, NULL);

    remove_all (inner);
  }
  g_remove (path);
}

static void
end (void)
{
  remove_all (folder);
  g_free (folder);
}

TestSuite (source, .init = begin, .fini = end, .timeout = 60);

static char *
path_of (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
write_bytes (const char *name, const char *bytes, gssize length)
{
  g_autofree char *path = path_of (name);

  cr_assert (g_file_set_contents (path, bytes, length, NULL));
}

/* Writes a model file: its first line, then `text`, which starts on line 2. */
static void
write_model (const char *name, const char *text)
{
  g_autofree char *all = g_strconcat ("kpiscore: 1\n", text, NULL);

  write_bytes (name, all, -1);
}

/* Loads files, named from the folder; findings a line each, without the folder. */
static KpiYaml *
load (const char *const *names, GPtrArray *files, char **out_found)
{
  g_autoptr (KpiFindings) findings = _kpi_findings_new ();
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) found = g_string_new (NULL);
  g_autofree char *prefix = g_strconcat (folder, "/", NULL);
  KpiYaml *tree;

  for (; *names != NULL; names++)
    g_ptr_array_add (paths, path_of (*names));
  tree = _kpi_source_load ((const char *const *)paths->pdata, paths->len, files, NULL, findings);
  cr_expect (tree != NULL || _kpi_findings_has_errors (findings));
  for (gsize i = 0; i < kpi_findings_get_length (findings); i++) {
    g_autofree char *line = kpi_findings_format (findings, i);

    g_string_append_printf (found, "%s%s", i > 0 ? "\n" : "", line);
  }
  g_string_replace (found, prefix, "", 0);
  *out_found = g_strdup (found->str);
  return tree;
}

/* Loads two files (the second may be NULL) and checks what is found. */
static void
expect (const char *first, const char *second, const char *expected)
{
  const char *const names[] = {first, second, NULL};
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *found = NULL;
  g_autoptr (KpiYaml) tree = load (names, files, &found);

  cr_expect_str_eq (found, expected);
}

/* The title of what two files make, or "". */
static void
expect_title (const char *first, const char *second, const char *title)
{
  const char *const names[] = {first, second, NULL};
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *found = NULL;
  g_autoptr (KpiYaml) tree = load (names, files, &found);

  cr_assert (tree != NULL, "%s", found);
  cr_expect_str_eq (_kpi_yaml_get (tree, "title")->text, title);
}

Test (source, lays_a_file_over_what_it_extends)
{
  write_model ("in/a.yaml", "id: a\ntitle: A\nsource: S\n");
  write_model ("in/b.yaml", "title: B\n");
  write_model ("in/c.yaml", "extends: [a.yaml, b.yaml]\n");
  write_model ("in/d.yaml", "extends: c.yaml\ntitle: D\n");
  expect_title ("in/c.yaml", NULL, "B");
  expect_title ("in/d.yaml", NULL, "D");
}

/* The caller's order counts, whoever extends whom. */
Test (source, lays_named_files_from_left_to_right)
{
  write_model ("in/a.yaml", "id: a\ntitle: A\n");
  write_model ("in/b.yaml", "extends: a.yaml\ntitle: B\n");
  expect_title ("in/a.yaml", "in/b.yaml", "B");
  expect_title ("in/b.yaml", "in/a.yaml", "A");
}

/* Both b and c extend a; a's title must not come back over b's when c is laid. */
Test (source, lays_what_two_files_extend_below_both)
{
  write_model ("in/a.yaml", "id: a\ntitle: A\n");
  write_model ("in/b.yaml", "extends: a.yaml\ntitle: B\n");
  write_model ("in/c.yaml", "extends: a.yaml\n");
  write_model ("in/d.yaml", "extends: [b.yaml, c.yaml]\n");
  expect_title ("in/d.yaml", NULL, "B");
}

Test (source, opens_paths_relative_to_the_file_that_says_them)
{
  g_autofree char *sub = path_of ("in/sub");

  cr_assert (g_mkdir (sub, 0700) == 0);
  write_model ("in/a.yaml", "extends: sub/b.yaml\n");
  write_model ("in/sub/b.yaml", "extends: [c.yaml, ../d.yaml]\n");
  write_model ("in/sub/c.yaml", "id: c\n");
  write_model ("in/d.yaml", "title: D\n");
  expect_title ("in/a.yaml", NULL, "D");
}

Test (source, opens_paths_relative_to_the_folder_that_one_is_in)
{
  g_autofree char *before = g_get_current_dir ();
  g_autofree char *in = path_of ("in");
  const char *path = "a.yaml";
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (KpiFindings) findings = _kpi_findings_new ();
  g_autoptr (KpiYaml) tree = NULL;

  write_model ("in/a.yaml", "extends: b.yaml\n");
  write_model ("in/b.yaml", "id: b\nzitle: B\n");
  cr_assert (g_chdir (in) == 0);
  tree = _kpi_source_load (&path, 1, files, NULL, findings);
  cr_assert (g_chdir (before) == 0);
  cr_assert (eq (sz, kpi_findings_get_length (findings), 1));
  cr_expect_str_eq (kpi_findings_get_file (findings, 0), "b.yaml");
}

Test (source, extends_built_in_models)
{
  const char *const names[] = {"in/a.yaml", NULL};
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *found = NULL;
  g_autoptr (KpiYaml) tree = NULL;
  const KpiYaml *indicators;

  write_model ("in/a.yaml",
               "id: a\nextends: kpiscore:nq57\nindicators: {e_id_coverage: {unit: x}}\n");
  tree = load (names, files, &found);
  cr_assert (tree != NULL, "%s", found);
  indicators = _kpi_yaml_get (tree, "indicators");
  cr_expect (not(_kpi_yaml_get (indicators, "e_id_coverage")->built_in));
  cr_expect (_kpi_yaml_get (indicators, "digital_economy_share")->built_in);
  cr_expect_str_eq (_kpi_yaml_get (indicators, "digital_economy_share")->place.file,
                    "kpiscore:nq57");
}

Test (source, names_the_nearest_built_in_model)
{
  write_model ("in/a.yaml", "id: a\nextends: [kpiscore:nq58, 'kpiscore:']\n");
  expect ("in/a.yaml", NULL,
          "in/a.yaml:3:11: error: extends[0]: found \"nq58\", expected a built-in model; did you "
          "mean nq57?\n"
          "in/a.yaml:3:26: error: extends[1]: found \"\", expected a built-in model");
}

Test (source, reports_a_missing_file_where_it_is_asked_for)
{
  g_autofree char *expected = NULL;

  write_model ("in/a.yaml", "id: a\nextends:\n  - b.yaml\n");
  expect ("in/a.yaml", NULL, "in/a.yaml:4:5: error: extends[0]: found no file \"in/b.yaml\"");
  expect ("in/none.yaml", NULL, "in/none.yaml: error: found no file \"in/none.yaml\"");
}

Test (source, reads_files_alone)
{
  g_autofree char *pipe = path_of ("in/pipe");

  cr_assert (mkfifo (pipe, 0600) == 0);
  expect ("in", NULL, "in: error: found a folder, expected a file");
  expect ("in/pipe", NULL, "in/pipe: error: found no ordinary file, expected a file");
}

/* Root may read what nobody may; there the file is read, and is empty. */
Test (source, says_why_a_file_cannot_be_read)
{
  g_autofree char *path = path_of ("in/a.yaml");

  write_bytes ("in/a.yaml", "", 0);
  cr_assert (g_chmod (path, 0) == 0);
  if (geteuid () != 0)
    expect ("in/a.yaml", NULL, "in/a.yaml: error: \"in/a.yaml\" cannot be read: Permission denied");
  else
    expect ("in/a.yaml", NULL, "in/a.yaml:1:1: error: found nothing, expected a mapping");
}

#define OUTSIDE ", expected a file within the folder of the first file"

Test (source, stays_within_the_first_files_folder)
{
  g_autofree char *link = path_of ("in/link.yaml");
  g_autofree char *way_out = path_of ("in/way-out");
  g_autofree char *way_in = path_of ("way-in");

  write_model ("out.yaml", "id: out\n");
  cr_assert (symlink ("../out.yaml", link) == 0);
  cr_assert (symlink ("..", way_out) == 0);
  cr_assert (symlink ("in", way_in) == 0);
  write_model ("in/a.yaml", "id: a\nextends: ../out.yaml\n");
  expect ("in/a.yaml", NULL, "in/a.yaml:3:10: error: extends: found \"../out.yaml\"" OUTSIDE);
  write_model ("in/a.yaml", "id: a\nextends: ../none.yaml\n");
  expect ("in/a.yaml", NULL, "in/a.yaml:3:10: error: extends: found \"../none.yaml\"" OUTSIDE);
  write_model ("in/a.yaml", "id: a\nextends: link.yaml\n");
  expect ("in/a.yaml", NULL, "in/a.yaml:3:10: error: extends: found \"link.yaml\"" OUTSIDE);
  write_model ("in/a.yaml", "id: a\nextends: way-out/out.yaml\n");
  expect ("in/a.yaml", NULL, "in/a.yaml:3:10: error: extends: found \"way-out/out.yaml\"" OUTSIDE);
  write_model ("in/a.yaml", "id: a\nextends: /etc/passwd\n");
  expect ("in/a.yaml", NULL, "in/a.yaml:3:10: error: extends: found \"/etc/passwd\"" OUTSIDE);
  /* A link to the folder itself is no way out. */
  write_model ("in/a.yaml", "id: a\nextends: ../in/b.yaml\n");
  write_model ("in/b.yaml", "title: B\n");
  expect_title ("in/a.yaml", NULL, "B");
  write_model ("in/a.yaml", "id: a\nextends: b.yaml\n");
  expect_title ("way-in/a.yaml", NULL, "B");
}

Test (source, opens_an_absolute_path_that_is_within)
{
  g_autofree char *path = path_of ("in/b.yaml");
  g_autofree char *text = g_strdup_printf ("id: a\nextends: %s\n", path);

  write_model ("in/b.yaml", "title: B\n");
  write_model ("in/a.yaml", text);
  expect_title ("in/a.yaml", NULL, "B");
}

Test (source, names_the_files_of_a_circle)
{
  g_autofree char *link = path_of ("in/c-again.yaml");

  cr_assert (symlink ("c.yaml", link) == 0);
  write_model ("in/a.yaml", "id: a\nextends: b.yaml\n");
  write_model ("in/b.yaml", "extends: c.yaml\n");
  write_model ("in/c.yaml", "extends: b.yaml\n");
  expect ("in/a.yaml", NULL,
          "in/c.yaml:2:10: error: extends: found a circle: in/b.yaml extends in/c.yaml extends "
          "in/b.yaml");
  write_model ("in/c.yaml", "id: c\nextends: c-again.yaml\n");
  expect ("in/c.yaml", NULL,
          "in/c.yaml:3:10: error: extends: found a circle: in/c.yaml extends in/c.yaml");
}

Test (source, reports_the_mistakes_of_all_files)
{
  write_model ("in/a.yaml", "id: a\nextends: b.yaml\nzitle: A\n");
  write_model ("in/b.yaml", "zitle: B\na: [\n");
  expect ("in/a.yaml", "in/none.yaml",
          "in/a.yaml:4:1: error: found the key \"zitle\", expected kpiscore, id, title, source, "
          "extends, every, areas, series, indicators, checks, index, defaults, registers, status "
          "or screen; "
          "did you mean title?\n"
          "in/b.yaml:4:1: error: did not find expected node content\n"
          "in/none.yaml: error: found no file \"in/none.yaml\"");
}

/* Each file says `kpiscore: 1`; the id may come from any of them. */
Test (source, asks_of_all_files_what_one_must_say)
{
  write_model ("in/a.yaml", "title: A\n");
  write_bytes ("in/b.yaml", "id: b\n", -1);
  write_model ("in/c.yaml", "index: {of: [a]}\n");
  write_model ("in/d.yaml", "id: d\nindex: {id: x}\n");
  expect ("in/a.yaml", "in/b.yaml",
          "in/b.yaml:1:1: error: found no kpiscore, expected 1, the version of the format of model "
          "files");
  expect ("in/a.yaml", "in/c.yaml",
          "in/c.yaml:2:8: error: index: found no id, expected an id: a letter, then letters, "
          "digits, _ . or -\n"
          "in/c.yaml:1:1: error: found no id, expected an id: a letter, then letters, digits, _ . "
          "or -");
  expect ("in/c.yaml", "in/d.yaml", "");
}

/* KPI_MAX_MODEL_FILES: a chain of them is read, one more is not. */
Test (source, reads_files_up_to_the_limit)
{
  for (guint i = 0; i <= KPI_MAX_MODEL_FILES; i++) {
    g_autofree char *name = g_strdup_printf ("in/%u.yaml", i);
    g_autofree char *text =
        i == 0 ? g_strdup ("id: a\ntitle: T\n") : g_strdup_printf ("extends: %u.yaml\n", i - 1);

    write_model (name, text);
  }
  expect_title ("in/63.yaml", NULL, "T");
  expect ("in/64.yaml", NULL,
          "in/1.yaml:2:10: error: extends: found more than 64 files in one model");
}

/* Names beyond the limit are not looked for. */
Test (source, looks_for_no_more_files_than_there_may_be)
{
  g_autoptr (GString) text = g_string_new ("extends:\n");
  g_autoptr (GString) expected = g_string_new (NULL);

  for (guint i = 0; i < 3 * KPI_MAX_MODEL_FILES; i++)
    g_string_append_printf (text, "  - %u.yaml\n", i);
  write_model ("in/a.yaml", text->str);
  for (guint i = 0; i < KPI_MAX_MODEL_FILES; i++)
    g_string_append_printf (expected,
                            "in/a.yaml:%u:5: error: extends[%u]: found no file "
                            "\"%s/in/%u.yaml\"\n",
                            i + 3, i, folder, i);
  g_string_append (expected, "in/a.yaml:67:5: error: extends[64]: found more than 64 files in one "
                             "model");
  g_string_replace (expected, folder, "", 0);
  g_string_replace (expected, "\"/in", "\"in", 0);
  expect ("in/a.yaml", NULL, expected->str);
}

/* KPI_MAX_MODEL_BYTES: a comment makes up the length. */
Test (source, reads_bytes_up_to_the_limit)
{
  static const char head[] = "kpiscore: 1\nid: a\ntitle: T\n#";
  g_autofree char *text = g_strnfill (KPI_MAX_MODEL_BYTES + 1, 'x');

  memcpy (text, head, strlen (head));
  write_bytes ("in/a.yaml", text, KPI_MAX_MODEL_BYTES);
  expect_title ("in/a.yaml", NULL, "T");
  write_bytes ("in/a.yaml", text, KPI_MAX_MODEL_BYTES + 1);
  expect ("in/a.yaml", NULL, "in/a.yaml: error: found more than 16777216 bytes");
}

/* KPI_MAX_MODEL_NODES holds for all files together. Each area is two nodes, its key and its value.
 */
Test (source, reads_nodes_up_to_the_limit_in_all_files)
{
  g_autoptr (GString) text = g_string_new ("id: a\nareas:\n");

  for (guint i = 0; i < KPI_MAX_MODEL_NODES / 4; i++)
    g_string_append_printf (text, "  %u: {}\n", i);
  write_model ("in/a.yaml", text->str);
  g_string_append (text, "extends: a.yaml\n");
  write_model ("in/b.yaml", text->str);
  expect ("in/a.yaml", NULL, "");
  expect ("in/b.yaml", NULL,
          "in/a.yaml:1:1: error: found more than 1000000 nodes in all files together");
}

/* What is wrong in c is not told: it is not read any more. Five nodes stand before the areas, which
 * are two each, the first on line 3. */
Test (source, past_a_limit_no_file_is_read)
{
  g_autoptr (GString) text = g_string_new ("areas:\n");

  for (guint i = 0; i <= KPI_MAX_MODEL_NODES / 2; i++)
    g_string_append_printf (text, "  %u: {}\n", i);
  write_model ("in/a.yaml", text->str);
  write_model ("in/c.yaml", "wrong\n");
  write_model ("in/d.yaml", "extends: [a.yaml, c.yaml]\n");
  expect (
      "in/a.yaml", "in/c.yaml",
      "in/a.yaml:500000:11: error: areas.499997: found more than 1000000 nodes, aliases followed");
  expect (
      "in/d.yaml", "in/c.yaml",
      "in/a.yaml:500000:11: error: areas.499997: found more than 1000000 nodes, aliases followed");
}

static KpiFindings *
parse (const char *text, gssize length)
{
  KpiFindings *findings = _kpi_findings_new ();
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  gsize n = length < 0 ? strlen (text) : (gsize)length;
  g_autoptr (KpiYaml) tree = _kpi_source_parse (text, n, files, NULL, findings);

  cr_expect (tree != NULL || _kpi_findings_has_errors (findings));
  return findings;
}

Test (source, a_text_extends_built_in_models_alone)
{
  g_autoptr (KpiFindings) right = parse ("kpiscore: 1\nid: a\nextends: kpiscore:nq57\n", -1);
  g_autoptr (KpiFindings) wrong = parse ("kpiscore: 1\nid: a\nextends: a.yaml\n", -1);
  g_autofree char *line = NULL;

  cr_expect (eq (sz, kpi_findings_get_length (right), 0));
  cr_assert (eq (sz, kpi_findings_get_length (wrong), 1));
  line = kpi_findings_format (wrong, 0);
  cr_expect_str_eq (line, "<text>:3:10: error: extends: found \"a.yaml\", expected kpiscore:NAME: "
                          "what is in no file extends built-in models alone");
}
