/* SPDX-License-Identifier: MIT */
/* weights: what is said, what was learned, and what moves the index. Scores are values, so that all
 * of it can be followed by hand:
 *
 *        x   y   z    g = (2x + y) / 3    i = (3g + z) / 4
 *    A   0  30  40          10                 17.5
 *    B  30   0  20          20                 20
 *    C  30  30   0          30                 22.5
 *    D  60  60   -          60                 60 */
#include "near.h"
#include "score-support.h"

#include <kpiscore/statistics.h>

#define INDICATORS                                                                                 \
  "defaults: {score: {method: goalposts, posts: [0, 100]}}\n"                                      \
  "indicators: {x: {}, y: {}, z: {}}\n"
#define MODEL(areas, index) "kpiscore: 1\nid: m\n" areas INDICATORS "index: " index "\n"

static const char given[] =
    MODEL ("", "{id: i, of: [{id: g, weight: 3, of: [{id: x, weight: 2}, y]}, z]}");

static const char data[] = "area,period,x,y,z\n"
                           "A,2025,0,30,40\n"
                           "B,2025,30,0,20\n"
                           "C,2025,30,30,0\n"
                           "D,2025,60,60,\n";

static KpiListing *
list (const char *model, const char *csv, const KpiScoreOptions *options, const char *correlation)
{
  g_autoptr (KpiScorecard) card = score_with (model, csv, options);
  g_autoptr (GError) error = NULL;
  KpiListing *listing = kpi_scorecard_list_statistics (card, "weights", correlation, &error);

  cr_assert (listing != NULL, "%s", error->message);
  return listing;
}

enum { PERIOD, LEVEL, INDEX, GROUP, NODE, KIND, WEIGHT, EFFECTIVE, N, INFLUENCE, FLAGS };

#define expect_cell(listing, row, column, expected)                                                \
  expect_close (kpi_listing_get_number (listing, row, column), expected)

#define expect_empty(listing, row, column)                                                         \
  cr_expect (isnan (kpi_listing_get_number (listing, row, column)))

#define expect_text(listing, row, column, expected)                                                \
  cr_expect (eq (str, (char *)kpi_listing_get_text (listing, row, column), (char *)(expected)))

static void
expect_node (const KpiListing *listing, gsize row, const char *group, const char *node,
             const char *kind)
{
  expect_text (listing, row, GROUP, group);
  expect_text (listing, row, NODE, node);
  expect_text (listing, row, KIND, kind);
}

Test (statistics_weights, given, .timeout = 10)
{
  g_autoptr (KpiListing) listing = list (given, data, NULL, NULL);

  cr_assert (eq (sz, kpi_listing_get_n_rows (listing), 4));
  expect_node (listing, 0, "i", "g", "group");
  expect_cell (listing, 0, WEIGHT, 3 / 4.0);
  expect_cell (listing, 0, EFFECTIVE, 3 / 4.0);
  expect_node (listing, 1, "g", "x", "indicator");
  expect_cell (listing, 1, WEIGHT, 2 / 3.0);
  expect_cell (listing, 1, EFFECTIVE, 2 / 4.0);
  expect_node (listing, 2, "g", "y", "indicator");
  expect_cell (listing, 2, WEIGHT, 1 / 3.0);
  expect_cell (listing, 2, EFFECTIVE, 1 / 4.0);
  expect_node (listing, 3, "i", "z", "indicator");
  expect_cell (listing, 3, WEIGHT, 1 / 4.0);
  expect_cell (listing, 3, EFFECTIVE, 1 / 4.0);
  for (gsize row = 0; row < 4; row++)
    expect_text (listing, row, INDEX, "i");
}

/* i less its mean of 30: -12.5, -10, -7.5, 30; squares 156.25 + 100 + 56.25 + 900 = 1212.5.
 * x less 30: -30, 0, 0, 30; squares 1800, with i 375 + 900 = 1275. z and i where both are, less 20
 * and 20: 20, 0, -20 and -2.5, 0, 2.5: opposite. */
Test (statistics_weights, influence, .timeout = 10)
{
  g_autoptr (KpiListing) listing = list (given, data, NULL, NULL);

  expect_cell (listing, 1, N, 4);
  expect_cell (listing, 1, INFLUENCE, 1275.0 * 1275 / (1800 * 1212.5));
  expect_text (listing, 1, FLAGS, "");
  expect_cell (listing, 3, N, 3);
  expect_cell (listing, 3, INFLUENCE, 1);
  expect_text (listing, 3, FLAGS, "negative");
}

/* Ranks of g and i are the same: 1, 2, 3, 4. */
Test (statistics_weights, influence_of_ranks, .timeout = 10)
{
  g_autoptr (KpiListing) listing = list (given, data, NULL, "spearman");

  expect_cell (listing, 0, INFLUENCE, 1);
}

/* By entropy, of two children of which only one differs: all weight is on it, x among towns and y
 * among cities. */
static const char derived[] =
    MODEL ("areas: {A: {level: town}, B: {level: town}, C: {level: city}, D: {level: city}}\n",
           "{id: i, of: [{id: g, weights: entropy, of: [x, y]}, z]}");

static const char apart[] = "area,period,x,y,z\n"
                            "A,2025,0,30,40\nB,2025,30,30,20\n"
                            "C,2025,30,0,0\nD,2025,30,60,10\n";

Test (statistics_weights, those_learned_of_each_level, .timeout = 10)
{
  g_autoptr (KpiListing) listing = list (derived, apart, NULL, NULL);

  for (gsize row = 0; row < kpi_listing_get_n_rows (listing); row++) {
    const char *level = kpi_listing_get_text (listing, row, LEVEL);
    const char *node = kpi_listing_get_text (listing, row, NODE);
    gboolean differs = strcmp (node, strcmp (level, "town") == 0 ? "x" : "y") == 0;

    if (strcmp (kpi_listing_get_text (listing, row, GROUP), "g") != 0)
      continue;
    cr_expect (fabs (kpi_listing_get_number (listing, row, WEIGHT) - differs) < 1e-12, "%s of %s",
               node, level);
    cr_expect (fabs (kpi_listing_get_number (listing, row, EFFECTIVE) - differs / 2.0) < 1e-12);
  }
}

/* Months and years each learn theirs, whatever stands between them. */
Test (statistics_weights, those_learned_of_each_frequency, .timeout = 10)
{
  g_autoptr (KpiListing) listing =
      list (MODEL ("", "{id: i, weights: entropy, of: [x, y]}"),
            "area,period,x,y\nA,2024,0,30\nB,2024,30,30\nA,2024-05,5,0\nB,2024-05,5,30\n"
            "A,2025,10,30\nB,2025,30,30\nA,2025-05,5,0\nB,2025-05,5,40\n",
            NULL, NULL);

  cr_assert (eq (sz, kpi_listing_get_n_rows (listing), 4 * 2));
  for (gsize row = 0; row < 8; row++) {
    gboolean is_year = strlen (kpi_listing_get_text (listing, row, PERIOD)) == 4;
    gboolean is_x = strcmp (kpi_listing_get_text (listing, row, NODE), "x") == 0;

    expect_within (kpi_listing_get_number (listing, row, WEIGHT), is_year == is_x, 1e-12);
  }
}

/* Every area has its own: there is none to tell, here nor below; what moves the index is told. */
Test (statistics_weights, those_of_each_area_are_not_told, .timeout = 10)
{
  g_autoptr (KpiListing) listing =
      list (MODEL ("", "{id: i, weights: bod, of: [{id: g, of: [x, y]}, z]}"),
            "area,period,x,y,z\nA,2025,10,30,40\nB,2025,30,20,20\nC,2025,30,30,10\n", NULL, NULL);

  cr_assert (eq (sz, kpi_listing_get_n_rows (listing), 4));
  expect_empty (listing, 0, WEIGHT);
  expect_empty (listing, 0, EFFECTIVE);
  expect_cell (listing, 1, WEIGHT, 0.5);
  expect_empty (listing, 1, EFFECTIVE);
  expect_cell (listing, 1, N, 3);
}

/* A node that was asked for, and the children of one. */
Test (statistics_weights, selecting_changes_no_number, .timeout = 10)
{
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (KpiListing) listing = NULL;

  kpi_score_options_add_area (options, "A");
  kpi_score_options_add_node (options, "g");
  listing = list (given, data, options, NULL);
  cr_assert (eq (sz, kpi_listing_get_n_rows (listing), 3)); /* g, x, y */
  expect_node (listing, 1, "g", "x", "indicator");
  expect_cell (listing, 1, EFFECTIVE, 2 / 4.0);
  expect_cell (listing, 1, INFLUENCE, 1275.0 * 1275 / (1800 * 1212.5));
}

/* What was not kept has a weight, and no influence. */
Test (statistics_weights, of_what_was_not_kept, .timeout = 10)
{
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (KpiListing) listing = NULL;

  kpi_score_options_add_node (options, "g");
  kpi_score_options_set_shown_only (options, TRUE);
  listing = list (given, data, options, NULL);
  cr_assert (eq (sz, kpi_listing_get_n_rows (listing), 3));
  expect_cell (listing, 0, N, 4);
  expect_cell (listing, 1, WEIGHT, 2 / 3.0);
  expect_empty (listing, 1, N);
  expect_empty (listing, 1, INFLUENCE);
}
