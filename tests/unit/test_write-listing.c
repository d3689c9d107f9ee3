/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <math.h>

#include "base/listing-private.h"
#include "write-card.h"

static const KpiListingColumn columns[] = {{"area", KPI_LISTING_TEXT},
                                           {"days", KPI_LISTING_WHOLE},
                                           {"unsaid", KPI_LISTING_NUMBER},
                                           {"text", KPI_LISTING_TEXT}};

static KpiListing *
two_rows (void)
{
  KpiListing *listing = _kpi_listing_new ("m", columns, G_N_ELEMENTS (columns));

  _kpi_listing_add_text (listing, "Huế");
  _kpi_listing_add_number (listing, 12);
  _kpi_listing_add_number (listing, NAN);
  _kpi_listing_add_text (listing, "tasks, all of them");
  _kpi_listing_add_text (listing, "Đà Nẵng");
  _kpi_listing_add_number (listing, NAN);
  _kpi_listing_add_number (listing, NAN);
  _kpi_listing_add_text (listing, "");
  return listing;
}

static char *
written_listing (const KpiListing *listing, KpiFormat format, const KpiTableStyle *style)
{
  GString *out = g_string_new (NULL);

  cr_assert (kpi_listing_write (listing, format, style, keep, out, NULL));
  return g_string_free (out, FALSE);
}

Test (write_listing, csv_and_json_say_the_same, .timeout = 10)
{
  g_autoptr (KpiListing) listing = two_rows ();
  g_autofree char *csv = written_listing (listing, KPI_FORMAT_CSV, NULL);
  g_autofree char *json = written_listing (listing, KPI_FORMAT_JSON, NULL);

  cr_expect (eq (str, csv,
                 "area,days,unsaid,text\n"
                 "Huế,12,,\"tasks, all of them\"\n"
                 "Đà Nẵng,,,\n"));
  cr_expect (eq (str, json,
                 "{\"model\": \"m\", \"rows\": [\n"
                 "{\"area\": \"Huế\", \"days\": 12, \"unsaid\": null, "
                 "\"text\": \"tasks, all of them\"},\n"
                 "{\"area\": \"Đà Nẵng\", \"days\": null, \"unsaid\": null, \"text\": null}\n"
                 "]}\n"));
}

/* Numbers stand at the right of their column, and a column without a word is not drawn. */
Test (write_listing, a_table_is_aligned, .timeout = 10)
{
  g_autoptr (KpiListing) listing = two_rows ();
  g_autofree char *table = written_listing (listing, KPI_FORMAT_TABLE, NULL);

  cr_expect (eq (str, table,
                 "area     days  text\n"
                 "Huế        12  tasks, all of them\n"
                 "Đà Nẵng\n"));
}

Test (write_listing, a_narrow_terminal_cuts_the_widest_text, .timeout = 10)
{
  g_autoptr (KpiListing) listing = two_rows ();
  KpiTableStyle style = {.width = 25};
  g_autofree char *table = written_listing (listing, KPI_FORMAT_TABLE, &style);

  cr_expect (eq (str, table,
                 "area     days  text\n"
                 "Huế        12  tasks, al…\n"
                 "Đà Nẵng\n"));
}

Test (write_listing, without_rows_it_says_so, .timeout = 10)
{
  g_autoptr (KpiListing) listing = _kpi_listing_new ("m", columns, G_N_ELEMENTS (columns));
  g_autofree char *table = written_listing (listing, KPI_FORMAT_TABLE, NULL);
  g_autofree char *csv = written_listing (listing, KPI_FORMAT_CSV, NULL);

  cr_expect (eq (str, table, "Nothing to show.\n"));
  cr_expect (eq (str, csv, "area,days,unsaid,text\n"));
}

Test (write_listing, a_file_holds_what_a_function_gets, .timeout = 10)
{
  g_autoptr (KpiListing) listing = two_rows ();
  g_autofree char *folder = g_dir_make_tmp ("kpiscore-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "listing.csv", NULL);
  g_autofree char *expected = written_listing (listing, KPI_FORMAT_CSV, NULL);
  g_autofree char *found = NULL;

  cr_assert (kpi_listing_write_file (listing, KPI_FORMAT_CSV, NULL, path, NULL));
  cr_assert (g_file_get_contents (path, &found, NULL, NULL));
  cr_expect (eq (str, found, expected));
  g_unlink (path);
  g_rmdir (folder);
}
