/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <math.h>

#include "base/listing-private.h"

static const KpiListingColumn columns[] = {
    {"area", KPI_LISTING_TEXT}, {"days", KPI_LISTING_WHOLE}, {"pace", KPI_LISTING_NUMBER}};

static void
add_row (KpiListing *listing, const char *area, double days, double pace)
{
  _kpi_listing_add_text (listing, area);
  _kpi_listing_add_number (listing, days);
  _kpi_listing_add_number (listing, pace);
}

Test (listing, what_was_added_is_had_again, .timeout = 10)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiListing) listing = _kpi_listing_new ("m", columns, G_N_ELEMENTS (columns));

  add_row (listing, "Huế", 12, 0.5);
  add_row (listing, "Huế", NAN, -1);
  listing = _kpi_listing_finish (g_steal_pointer (&listing), &error);

  cr_assert (listing != NULL);
  cr_expect (eq (sz, kpi_listing_get_n_rows (listing), 2));
  cr_expect (eq (sz, kpi_listing_get_n_columns (listing), 3));
  cr_expect (eq (str, (char *)kpi_listing_get_column_name (listing, 1), "days"));
  cr_expect (eq (int, kpi_listing_get_kind (listing, 0), KPI_LISTING_TEXT));
  cr_expect (eq (int, kpi_listing_get_kind (listing, 1), KPI_LISTING_WHOLE));
  cr_expect (eq (str, (char *)kpi_listing_get_text (listing, 1, 0), "Huế"));
  cr_expect (eq (dbl, kpi_listing_get_number (listing, 0, 1), 12));
  cr_expect (isnan (kpi_listing_get_number (listing, 1, 1)));
  cr_expect (eq (dbl, kpi_listing_get_number (listing, 1, 2), -1));
}

Test (listing, a_cell_of_the_other_kind_says_nothing, .timeout = 10)
{
  g_autoptr (KpiListing) listing = _kpi_listing_new ("m", columns, G_N_ELEMENTS (columns));

  add_row (listing, NULL, 1, 2);

  cr_expect (isnan (kpi_listing_get_number (listing, 0, 0)));
  cr_expect (eq (str, (char *)kpi_listing_get_text (listing, 0, 0), ""));
  cr_expect (eq (str, (char *)kpi_listing_get_text (listing, 0, 2), ""));
}

/* The name of a file need not be UTF-8, and what reads JSON could not bear it. */
Test (listing, a_text_is_made_utf8, .timeout = 10)
{
  g_autoptr (KpiListing) listing = _kpi_listing_new ("m", columns, G_N_ELEMENTS (columns));

  add_row (listing, "a\xff", 1, 2);

  cr_expect (eq (str, (char *)kpi_listing_get_text (listing, 0, 0), "a\xef\xbf\xbd"));
}

Test (listing, the_last_reference_ends_it, .timeout = 10)
{
  KpiListing *listing = _kpi_listing_new ("m", columns, G_N_ELEMENTS (columns));
  KpiListing *same = kpi_listing_ref (listing);

  cr_expect (eq (ptr, same, listing));
  kpi_listing_unref (listing);
  cr_expect (
      eq (sz, kpi_listing_get_n_rows (same), 0)); /* a sanitizer would tell if it were gone */
  kpi_listing_unref (same);
  kpi_listing_unref (NULL);
}
