/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "write-card.h"

static const char model_text[] = "kpiscore: 1\n"
                                 "id: m\n"
                                 "indicators:\n"
                                 "  a: {target: {at_least: 80}}\n";

static gboolean
fail (const char *bytes, gsize length, gpointer user_data, GError **error)
{
  (void)bytes;
  (void)length;
  (void)user_data;
  g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_IO, "gone");
  return FALSE;
}

Test (write, the_error_of_the_function_comes_back, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = card_of (model_text, "area,period,a\nX,2025,60\n");

  for (KpiFormat format = KPI_FORMAT_TABLE; format <= KPI_FORMAT_JSON; format++) {
    g_autoptr (GError) error = NULL;

    cr_expect (not(kpi_scorecard_write (card, format, NULL, fail, NULL, &error)));
    cr_expect (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_IO));
  }
}

Test (write, every_format_has_a_word, .timeout = 10)
{
  const char *const *names = kpi_write_get_formats ();

  cr_expect (eq (str, (char *)names[KPI_FORMAT_TABLE], "table"));
  cr_expect (eq (str, (char *)names[KPI_FORMAT_CSV], "csv"));
  cr_expect (eq (str, (char *)names[KPI_FORMAT_JSON], "json"));
  cr_expect (eq (ptr, (char *)names[KPI_FORMAT_JSON + 1], NULL));
}

Test (write, a_format_that_is_none_is_an_error, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = card_of (model_text, "area,period,a\nX,2025,60\n");
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  cr_expect (not(kpi_scorecard_write (card, (KpiFormat)99, NULL, keep, out, &error)));
  cr_expect (g_error_matches (error, KPI_ERROR, KPI_ERROR_ARGUMENT));
  cr_expect (eq (sz, out->len, 0));
}

/* test_replace.c has what may happen to files. */
Test (write, a_file_holds_what_the_function_is_given, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = card_of (model_text, "area,period,a\nX,2025,60\n");
  g_autofree char *folder = g_dir_make_tmp ("kpiscore-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "card.csv", NULL);
  g_autofree char *expected = written (card, KPI_FORMAT_CSV, NULL);
  g_autofree char *content = NULL;

  cr_assert (kpi_scorecard_write_file (card, KPI_FORMAT_CSV, NULL, path, NULL));
  cr_assert (g_file_get_contents (path, &content, NULL, NULL));
  cr_expect (eq (str, content, expected));
  g_unlink (path);
  cr_expect (eq (int, g_rmdir (folder), 0), "nothing else is left in the folder");
}

Test (write, a_file_that_cannot_be_written_is_an_error, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = card_of (model_text, "area,period,a\nX,2025,60\n");
  g_autoptr (GError) error = NULL;

  cr_expect (not(kpi_scorecard_write_file (card, KPI_FORMAT_CSV, NULL, "/dev/full", &error)));
  cr_expect (g_error_matches (error, KPI_ERROR, KPI_ERROR_FILE));
}
