/* SPDX-License-Identifier: MIT */
/* What the tests of screening, imputing and treating share. */
#ifndef KPI_TEST_PREPARE_SUPPORT_H
#define KPI_TEST_PREPARE_SUPPORT_H

#include "score-support.h"

static inline KpiScorecard *
score_at (const char *yaml, const char *csv, const char *stage)
{
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (GError) error = NULL;

  cr_assert (kpi_score_options_set_stage (options, stage, &error), "%s", error->message);
  return score_with (yaml, csv, options);
}

/* The row of a listing as "stage method area period node before after share". */
static inline char *
spell_row (const KpiListing *listing, gsize row)
{
  GString *text = g_string_new (NULL);

  for (gsize c = 0; c < kpi_listing_get_n_columns (listing); c++) {
    if (c > 0)
      g_string_append_c (text, ' ');
    if (kpi_listing_get_kind (listing, c) == KPI_LISTING_TEXT)
      g_string_append (text, kpi_listing_get_text (listing, row, c));
    else if (!isnan (kpi_listing_get_number (listing, row, c)))
      g_string_append_printf (text, "%g", kpi_listing_get_number (listing, row, c));
  }
  return g_string_free (text, FALSE);
}

#define expect_row(listing, row, expected)                                                         \
  do {                                                                                             \
    g_autofree char *spelt = spell_row (listing, row);                                             \
    cr_expect (eq (str, spelt, expected));                                                         \
  } while (0)

#endif
