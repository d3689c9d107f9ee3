/* SPDX-License-Identifier: MIT */
#include <glib/gstdio.h>

#include "model-expect.h"

#include <kpiscore/listing.h>

static char *folder;

static void
make_folder (void)
{
  folder = g_dir_make_tmp ("kpiscore-XXXXXX", NULL);
}

static void
remove_folder (void)
{
  g_rmdir (folder);
  g_free (folder);
}

/* A row as the cells of a CSV, folders left out of the names of files. */
static char *
spell_row (const KpiListing *listing, gsize row)
{
  GString *out = g_string_new (NULL);

  for (gsize column = 0; column < kpi_listing_get_n_columns (listing); column++) {
    const char *text = kpi_listing_get_text (listing, row, column);
    double number = kpi_listing_get_number (listing, row, column);

    if (column > 0)
      g_string_append_c (out, '|');
    if (g_str_has_prefix (text, folder))
      text += strlen (folder) + 1;
    g_string_append (out, text);
    if (kpi_listing_get_kind (listing, column) != KPI_LISTING_TEXT && !isnan (number))
      g_string_append_printf (out, "%g", number);
  }
  return g_string_free (out, FALSE);
}

static void
expect_rows (const KpiModel *model, const char *const *rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiListing) listing = kpi_model_list_targets (model, &error);

  cr_assert (listing != NULL);
  cr_assert (eq (sz, kpi_listing_get_n_rows (listing), g_strv_length ((char **)rows)));
  for (gsize row = 0; rows[row] != NULL; row++) {
    g_autofree char *found = spell_row (listing, row);

    cr_expect_str_eq (found, rows[row]);
  }
}

#define ROWS(...) ((const char *const[]){__VA_ARGS__, NULL})

/* Lays the texts over one another, as files 0.yaml, 1.yaml and so on. */
static KpiModel *
lay (const char *const *bodies)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  KpiModel *model;

  for (guint i = 0; bodies[i] != NULL; i++) {
    g_autofree char *name = g_strdup_printf ("%u.yaml", i);
    g_autofree char *text = g_strconcat (HEAD, bodies[i], NULL);
    char *path = g_build_filename (folder, name, NULL);

    cr_assert (g_file_set_contents (path, text, -1, NULL));
    g_ptr_array_add (paths, path);
  }
  model = kpi_model_load_overlaid ((const char *const *)paths->pdata, (gsize)paths->len, &error);
  for (guint i = 0; i < paths->len; i++)
    g_unlink (g_ptr_array_index (paths, i));
  cr_assert (model != NULL, "%s", error != NULL ? error->message : "no error set");
  return model;
}

#define LAY(...) lay ((const char *const[]){__VA_ARGS__, NULL})
#define TARGET(body) "indicators: {a: {target: {" body "}}}\n"

TestSuite (targets, .init = make_folder, .fini = remove_folder, .timeout = 10);

Test (targets, of_one_file_overlay_nothing)
{
  g_autoptr (KpiModel) model = parse (HEAD "indicators:\n"
                                           "  a: {target: {at_least: 35, by: 2030}}\n"
                                           "  b: {target: {between: [60, 80], before: 2030-07}}\n"
                                           "  c: {target: {equal: 5}}\n"
                                           "  d: {target: {top: 5, of: 34, by: 2026-Q1}}\n"
                                           "  e: {}\n");

  expect_rows (model, ROWS ("a|||at_least 35|2030|<text>|4||||",            /* */
                            "b|||between [60, 80]|2030-06-30|<text>|5||||", /* */
                            "c|||equal 5||<text>|6||||",                    /* */
                            "d|||top 5|2026-Q1|<text>|7||||"));
}

Test (targets, of_a_later_file_overlay_those_of_an_earlier_one)
{
  g_autoptr (KpiModel) model = LAY (TARGET ("at_least: 30, by: 2030"), TARGET ("at_least: 35"));

  expect_rows (model, ROWS ("a|||at_least 35|2030|1.yaml|3|at_least 30 by 2030|0.yaml|3|stricter"));
}

Test (targets, a_deadline_alone_overlays_too)
{
  g_autoptr (KpiModel) model = LAY (TARGET ("at_least: 30, by: 2030"), "\n" TARGET ("by: 2028"));

  expect_rows (model, ROWS ("a|||at_least 30|2028|1.yaml|4|at_least 30 by 2030|0.yaml|3|earlier"));
}

/* A file that says nothing of demand or deadline is passed over; of those that do, the last counts.
 */
Test (targets, the_last_demand_overlays_the_one_before_it)
{
  g_autoptr (KpiModel) passed = LAY (TARGET ("at_least: 30"), TARGET ("at_least: 35"),
                                     TARGET ("baseline: {value: 1, at: 2020}"));
  g_autoptr (KpiModel) three =
      LAY (TARGET ("at_least: 30"), TARGET ("at_least: 40"), TARGET ("more_than: 35"));

  expect_rows (passed, ROWS ("a|||at_least 35||1.yaml|3|at_least 30|0.yaml|3|stricter"));
  expect_rows (three, ROWS ("a|||more_than 35||2.yaml|3|at_least 40|1.yaml|3|weaker"));
}

Test (targets, what_was_removed_is_not_overlaid)
{
  g_autoptr (KpiModel) removed =
      LAY (TARGET ("at_least: 30"), "indicators: {a: {target: null}}\n", TARGET ("at_least: 35"));
  g_autoptr (KpiModel) open = LAY (TARGET ("by: 2030"), TARGET ("at_least: 35"));
  g_autoptr (KpiModel) wrong = LAY (TARGET ("between: [80, 60]"), TARGET ("at_least: 35"));

  expect_rows (removed, ROWS ("a|||at_least 35||2.yaml|3||||"));
  expect_rows (open, ROWS ("a|||at_least 35|2030|1.yaml|3||||"));
  expect_rows (wrong, ROWS ("a|||at_least 35||1.yaml|3||||"));
}

#define FOR(body) "indicators: {a: {target: {at_least: 30, by: 2030, for: {" body "}}}}\n"
#define AREAS "areas: {P: {level: province}, Q: {level: province}, C: {level: commune}}\n"

/* An area's lies over its level's, where there is one. */
Test (targets, overrides_overlay_what_would_hold_otherwise)
{
  g_autoptr (KpiModel) model =
      parse (HEAD AREAS FOR ("'level:province': {at_least: 40}, P: {at_least: 35}, C: {by: 2029}"));

  expect_rows (model,
               ROWS ("a|||at_least 30|2030|<text>|4||||", /* */
                     "a||province|at_least 40|2030|<text>|4|at_least 30 by 2030|<text>|4|stricter",
                     "a|C||at_least 30|2029|<text>|4|at_least 30 by 2030|<text>|4|earlier",
                     "a|P||at_least 35|2030|<text>|4|at_least 40 by 2030|<text>|4|weaker"));
}

/* What demands nothing of its own is listed, since another path is another target. */
Test (targets, an_override_that_demands_nothing_overlays_nothing)
{
  g_autoptr (KpiModel) model = parse (HEAD AREAS FOR ("P: {baseline: {value: 9, at: 2024}}"));

  expect_rows (model, ROWS ("a|||at_least 30|2030|<text>|4||||", /* */
                            "a|P||at_least 30|2030|<text>|4||||"));
}

/* An override of an override overlays that one; what it had left open is what now holds. */
Test (targets, overrides_overlay_those_of_earlier_files)
{
  g_autoptr (KpiModel) model =
      LAY (AREAS FOR ("P: {at_least: 35}, Q: {by: 2028}, 'level:commune': {at_least: 20}"),
           "indicators: {a: {target: {at_least: 32, for: {P: {at_least: 33}, Q: {at_least: 50},\n"
           "  'level:commune': {by: 2031}}}}}\n");

  expect_rows (model,
               ROWS ("a|||at_least 32|2030|1.yaml|3|at_least 30 by 2030|0.yaml|4|stricter",
                     "a||commune|at_least 20|2031|1.yaml|4|at_least 20 by 2030|0.yaml|4|later",
                     "a|P||at_least 33|2030|1.yaml|3|at_least 35 by 2030|0.yaml|4|weaker",
                     "a|Q||at_least 50|2028|1.yaml|3|at_least 32 by 2028|1.yaml|3|stricter"));
}

/* Indicators of the catalogue that nothing uses are not shown, and neither are their targets. */
Test (targets, unused_ones_of_the_catalogue_are_left_out)
{
  g_autoptr (KpiModel) model = parse (
      HEAD "extends: kpiscore:nq57\nindicators: {cashless_rate: {target: {at_least: 85}}}\n");
  g_autoptr (KpiListing) listing = kpi_model_list_targets (model, NULL);

  cr_assert (eq (sz, kpi_listing_get_n_rows (listing), 1));
  cr_expect_str_eq (kpi_listing_get_text (listing, 0, 0), "cashless_rate");
}
