/* SPDX-License-Identifier: MIT */
#include "prepare-support.h"

static const char text[] =
    "kpiscore: 1\nid: m\nscreen: {areas: 0.5, indicators: 0.3}\n"
    "areas: {A: {level: x}, B: {level: x}, C: {level: x}, D: {level: x}, E: {level: x},\n"
    "  F: {level: x}, G: {level: x}, H: {level: x}}\n"
    "indicators: {a: {treat: {}}, b: {impute: {method: median, by: row}}, c: {impute: mean}, d: "
    "{}}\n"
    "index: {id: all, of: [a, b, c, d]}\n";

/* H lacks all but `c`; `d` is there once. */
static const char data[] = "area,period,a,b,c,d\n"
                           "A,2025,1,0,10,1\nB,2025,2,10,20,\nC,2025,3,10,,\nD,2025,4,,20,\n"
                           "E,2025,5,10,20,\nF,2025,6,10,20,\nG,2025,100,10,20,\nH,2025,,,20,\n";

static KpiListing *
list (const KpiScorecard *card)
{
  g_autoptr (GError) error = NULL;
  KpiListing *listing = kpi_scorecard_list_treatments (card, &error);

  cr_assert (listing != NULL, "%s", error->message);
  return listing;
}

/* c: (10 + 5 . 20) / 6 without H; b of D: its place in a is 3 / 99, in c 1. */
Test (treatments, are_all_there, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (text, data, NULL);
  g_autoptr (KpiListing) listing = list (card);

  cr_expect (eq (sz, kpi_listing_get_n_rows (listing), 5));
  expect_row (listing, 0, "screened indicators level:x 2025 d   0.125");
  expect_row (listing, 1, "screened areas H 2025    0.333333");
  expect_row (listing, 2, "imputed mean C 2025 c  18.3333 ");
  expect_row (listing, 3, "imputed median by row D 2025 b  5.15152 ");
  expect_row (listing, 4, "treated winsorise G 2025 a 100 6 ");
}

Test (treatments, are_of_what_is_shown, .timeout = 10)
{
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (KpiScorecard) card = NULL;
  g_autoptr (KpiListing) listing = NULL;

  kpi_score_options_add_area (options, "G");
  kpi_score_options_add_node (options, "a");
  card = score_with (text, data, options);
  listing = list (card);
  cr_expect (eq (sz, kpi_listing_get_n_rows (listing), 1));
  expect_row (listing, 0, "treated winsorise G 2025 a 100 6 ");
}

Test (treatments, are_none_where_nothing_is_said, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with ("kpiscore: 1\nid: m\nindicators: {a: {}}\nindex: {id: all, of: [a]}\n",
                  "area,period,a\nA,2025,1\nB,2025,1000\nC,2025,\nD,2025,2\n", NULL);
  g_autoptr (KpiListing) listing = list (card);

  cr_expect (eq (sz, kpi_listing_get_n_rows (listing), 0));
  cr_expect (eq (sz, kpi_listing_get_n_columns (listing), 8));
}
