/* SPDX-License-Identifier: MIT */
#include "score-support.h"

static const char *const model = "kpiscore: 1\nid: m\nareas: {A: {}, B: {aliases: [Be]}}\n"
                                 "registers:\n  tasks: {file: tasks.csv}\n  files: {}\n"
                                 "indicators:\n  x: {measure: {register: tasks, count: opened}}\n";

/* A folder with a model and perhaps its register. */
typedef struct {
  char *folder, *model, *tasks;
} Place;

static Place
make_place (const char *yaml, const char *tasks)
{
  Place place = {g_dir_make_tmp ("kpiscore-XXXXXX", NULL), NULL, NULL};

  cr_assert (ne (ptr, place.folder, NULL));
  place.model = g_build_filename (place.folder, "model.yaml", NULL);
  place.tasks = g_build_filename (place.folder, "tasks.csv", NULL);
  cr_assert (g_file_set_contents (place.model, yaml, -1, NULL));
  if (tasks != NULL)
    cr_assert (g_file_set_contents (place.tasks, tasks, -1, NULL));
  return place;
}

static void
clear_place (Place *place)
{
  g_unlink (place->tasks);
  g_unlink (place->model);
  g_rmdir (place->folder);
  g_free (place->tasks);
  g_free (place->model);
  g_free (place->folder);
}

/* Scores 2025; NULL and `error` on failure. `name` and `path` may be NULL. */
static KpiScorecard *
score_place (const Place *place, const char *name, const char *path, GError **error)
{
  g_autoptr (KpiModel) loaded = kpi_model_load (place->model, error);
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();

  cr_assert (loaded != NULL, "%s", (*error)->message);
  if (name != NULL)
    kpi_score_options_add_register (options, name, path);
  cr_assert (kpi_score_options_add_period (options, "2025", NULL));
  return kpi_model_score (loaded, NULL, options, error);
}

Test (registers, the_models_file_is_beside_it, .timeout = 10)
{
  g_autoptr (GError) error = NULL;
  Place place = make_place (model, "id,area,opened,closed\n1,A,2025-01-01,\n2,Be,2025-01-01,\n"
                                   "3,Bee,2025-01-01,\n4,B,2025-01-01,\n");
  g_autoptr (KpiScorecard) card = score_place (&place, NULL, NULL, &error);
  KpiFindings *findings;

  cr_assert (card != NULL, "%s", error->message);
  findings = kpi_scorecard_get_findings (card);
  expect_number (card, "A", "2025", "x", KPI_COLUMN_VALUE, 1);
  expect_number (card, "B", "2025", "x", KPI_COLUMN_VALUE, 2); /* by its id and by its alias */
  cr_expect (eq (sz, kpi_findings_get_length (findings), 1));
  cr_expect (has_finding (findings, "tasks.csv:4:3: warning: area: found \"Bee\", expected one of "
                                    "the model's areas; passed over; did you mean Be?"));
  clear_place (&place);
}

Test (registers, absent_ones_are_warned_of, .timeout = 10)
{
  g_autoptr (GError) error = NULL;
  Place place = make_place (model, NULL);
  g_autoptr (KpiScorecard) card = score_place (&place, NULL, NULL, &error);

  cr_assert (card != NULL, "%s", error->message);
  cr_expect (has_finding (kpi_scorecard_get_findings (card),
                          "model.yaml:5:3: warning: registers.tasks: absent register: found no "
                          "file"));
  cr_expect (eq (sz, kpi_findings_get_length (kpi_scorecard_get_findings (card)), 1));
  expect_status (card, "A", "2025", "x", "no_data");
  clear_place (&place);
}

/* What the caller gives goes before what the model says, and has to be there. */
Test (registers, given_files, .timeout = 10)
{
  g_autoptr (GError) error = NULL, missing = NULL, unknown = NULL;
  Place place = make_place (model, "wrong\n");
  Place other = make_place (model, "id,area,opened,closed\n1,A,2025-01-01,\n");
  g_autoptr (KpiScorecard) card = score_place (&place, "tasks", other.tasks, &error);

  cr_assert (card != NULL, "%s", error->message);
  expect_number (card, "A", "2025", "x", KPI_COLUMN_VALUE, 1);
  cr_expect (score_place (&place, "tasks", "/no/such/file.csv", &missing) == NULL);
  cr_expect (g_error_matches (missing, KPI_ERROR, KPI_ERROR_FILE), "%s", missing->message);
  cr_expect (score_place (&place, "taks", other.tasks, &unknown) == NULL);
  cr_expect (g_error_matches (unknown, KPI_ERROR, KPI_ERROR_ARGUMENT));
  cr_expect (strstr (unknown->message, "did you mean tasks?") != NULL, "%s", unknown->message);
  clear_place (&place);
  clear_place (&other);
}

Test (registers, what_nothing_counts_is_warned_of, .timeout = 10)
{
  g_autoptr (GError) error = NULL;
  Place place = make_place (model, "id,area,opened,closed\n1,A,2025-01-01,\n");
  g_autoptr (KpiScorecard) card = score_place (&place, "files", place.tasks, &error);

  cr_assert (card != NULL, "%s", error->message);
  cr_expect (has_finding (kpi_scorecard_get_findings (card),
                          "register: found \"files\", whose items no indicator counts"));
  clear_place (&place);
}

Test (registers, periods_have_to_be_asked_for, .timeout = 10)
{
  g_autoptr (GError) error = NULL;
  Place place = make_place (model, "id,area,opened,closed\n1,A,2025-01-01,\n");
  g_autoptr (KpiModel) loaded = kpi_model_load (place.model, &error);
  g_autoptr (KpiScorecard) card = kpi_model_score (loaded, NULL, NULL, &error);

  cr_assert (card != NULL, "%s", error->message);
  cr_expect (eq (sz, kpi_scorecard_get_n_rows (card), 0));
  cr_expect (has_finding (kpi_scorecard_get_findings (card), "period: found no period"));
  clear_place (&place);
}

/* All that is wrong in two registers comes at once, and nothing is scored. */
Test (registers, all_mistakes_at_once, .timeout = 10)
{
  g_autoptr (GError) error = NULL;
  Place place = make_place ("kpiscore: 1\nid: m\n"
                            "registers: {a: {file: tasks.csv}, b: {file: tasks.csv, dates: dmy}}\n"
                            "indicators:\n  x: {measure: {register: a, count: opened}}\n"
                            "  y: {measure: {register: b, count: opened}}\n",
                            "id,area,opened,closed\n1,A,2025-02-30,\n1,A,2025-02-01,\n");

  cr_expect (score_place (&place, NULL, NULL, &error) == NULL);
  /* of a the date and the id, of b two dates and the id */
  cr_expect (eq (sz, kpi_findings_get_length (kpi_error_get_findings (error)), 5), "%s",
             error->message);
  clear_place (&place);
}

/* Checks what is found in a model whose register is `file`; NULL: nothing. */
static void
expect_refused (const char *file, const char *expected)
{
  g_autofree char *yaml = g_strdup_printf ("kpiscore: 1\nid: m\nregisters: {tasks: {file: %s}}\n"
                                           "indicators: {a: {}}\n",
                                           file);
  Place place = make_place (yaml, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiModel) loaded = kpi_model_load (place.model, &error);

  cr_expect (eq (int, loaded == NULL, expected != NULL), "%s", file);
  if (error != NULL && expected != NULL)
    cr_expect (strstr (error->message, expected) != NULL, "%s", error->message);
  clear_place (&place);
}

Test (registers, files_lie_within_the_models_folder, .timeout = 10)
{
  expect_refused ("tasks.csv", NULL);
  expect_refused ("of/this/year.csv", NULL);
  expect_refused ("../tasks.csv", "registers.tasks.file: found \"../tasks.csv\", expected a file "
                                  "within the folder of this one");
  expect_refused ("of/../../tasks.csv", "expected a file within the folder");
  expect_refused ("/etc/passwd", "expected a file within the folder");
}

/* A file that is laid over another names registers from where it stands itself. */
Test (registers, files_are_seen_from_the_file_that_says_them, .timeout = 10)
{
  Place base = make_place ("kpiscore: 1\nid: m\nregisters: {tasks: {file: tasks.csv}}\n"
                           "indicators: {x: {measure: {register: tasks, count: opened}}}\n",
                           "day,id,area,closed\n2025-01-01,1,A,\n");
  Place over = make_place ("kpiscore: 1\nregisters: {tasks: {columns: {opened: day}}}\n", NULL);
  const char *const paths[] = {base.model, over.model};
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiModel) loaded = kpi_model_load_overlaid (paths, 2, &error);
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (KpiScorecard) card = NULL;

  cr_assert (loaded != NULL, "%s", error->message);
  cr_assert (kpi_score_options_set_as_of (options, "latest", &error));
  card = kpi_model_score (loaded, NULL, options, &error);
  cr_assert (card != NULL, "%s", error->message);
  expect_number (card, "A", "2025-01-01", "x", KPI_COLUMN_VALUE, 1);
  clear_place (&base);
  clear_place (&over);
}
