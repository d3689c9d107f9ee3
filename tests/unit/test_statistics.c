/* SPDX-License-Identifier: MIT */
/* A small data set whose scores are its values, so that all of it can be followed by hand:
 *
 *        x   y   z    g = (x + y) / 2
 *    A  10  20  50    15
 *    B  20  10  40    15
 *    C  30  40  30    35
 *    D  40  30  20    35
 *    E  50  50   -    50 */
#include "near.h"
#include "score-support.h"

#include <kpiscore/statistics.h>

#define LAYOUT                                                                                     \
  "indicators:\n"                                                                                  \
  "  x: {score: {method: goalposts, posts: [0, 100]}}\n"                                           \
  "  y: {score: {method: goalposts, posts: [0, 100]}}\n"                                           \
  "  z: {score: {method: goalposts, posts: [0, 100]}}\n"                                           \
  "index: {id: i, of: [{id: g, of: [x, y]}, z]}\n"

static const char model[] = "kpiscore: 1\nid: m\n" LAYOUT;

static const char data[] = "area,period,x,y,z\n"
                           "A,2025,10,20,50\n"
                           "B,2025,20,10,40\n"
                           "C,2025,30,40,30\n"
                           "D,2025,40,30,20\n"
                           "E,2025,50,50,\n";

static KpiListing *
list (const KpiScorecard *card, const char *of, const char *correlation)
{
  g_autoptr (GError) error = NULL;
  KpiListing *listing = kpi_scorecard_list_statistics (card, of, correlation, &error);

  cr_assert (listing != NULL, "%s", error->message);
  return listing;
}

static KpiListing *
list_all (const char *of, const char *correlation)
{
  g_autoptr (KpiScorecard) card = score_with (model, data, NULL);

  return list (card, of, correlation);
}

static gsize
column_of (const KpiListing *listing, const char *name)
{
  for (gsize c = 0; c < kpi_listing_get_n_columns (listing); c++)
    if (strcmp (kpi_listing_get_column_name (listing, c), name) == 0)
      return c;
  cr_assert (false, "no column %s", name);
  return 0;
}

/* The row whose columns from the third on begin with these texts. */
static gsize
row_of (const KpiListing *listing, const char *first, const char *second)
{
  for (gsize row = 0; row < kpi_listing_get_n_rows (listing); row++)
    if (strcmp (kpi_listing_get_text (listing, row, 2), first) == 0 &&
        (second == NULL || strcmp (kpi_listing_get_text (listing, row, 3), second) == 0))
      return row;
  cr_assert (false, "no row %s %s", first, second);
  return 0;
}

#define expect_cell(listing, row, column, expected)                                                \
  expect_close (kpi_listing_get_number (listing, row, column_of (listing, column)), expected)

#define expect_text(listing, row, column, expected)                                                \
  cr_expect (eq (str, (char *)kpi_listing_get_text (listing, row, column_of (listing, column)),    \
                 (char *)(expected)))

Test (statistics, summary, .timeout = 10)
{
  g_autoptr (KpiListing) listing = list_all (NULL, NULL);
  gsize x = row_of (listing, "x", "value"), z = row_of (listing, "z", "score");

  cr_expect (eq (sz, kpi_listing_get_n_rows (listing), 3 * 2 + 2));
  expect_text (listing, x, "period", "2025");
  expect_text (listing, x, "level", "");
  expect_cell (listing, x, "n", 5);
  expect_cell (listing, x, "missing", 0);
  expect_cell (listing, x, "min", 10);
  expect_cell (listing, x, "q1", 20);
  expect_cell (listing, x, "median", 30);
  expect_cell (listing, x, "q3", 40);
  expect_cell (listing, x, "max", 50);
  expect_cell (listing, x, "mean", 30);
  expect_cell (listing, x, "sd", sqrt (250)); /* (400 + 100 + 0 + 100 + 400) / 4 */
  expect_cell (listing, x, "skewness", 0);
  /* g2 = (320000 + 20000) / 5 / 200^2 - 3 = -1.3; 4 / (3 . 2) (6 . -1.3 + 6) */
  expect_cell (listing, x, "kurtosis", -1.2);
  expect_cell (listing, x, "distinct", 5);
  expect_cell (listing, x, "zeros", 0);
  expect_text (listing, x, "flags", "");
  expect_cell (listing, z, "n", 4);
  expect_cell (listing, z, "missing", 1);
  expect_cell (listing, z, "availability", 0.8);
  expect_cell (listing, row_of (listing, "g", "score"), "mean", 30);
}

Test (statistics, summary_flags, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (model,
                                              "area,period,x,y,z\n"
                                              "A,2025,7,0,1\nB,2025,7,0,1\nC,2025,7,0,\n"
                                              "D,2025,7,1,\nE,2025,7,90,\n",
                                              NULL);
  g_autoptr (KpiListing) listing = list (card, "summary", NULL);

  expect_text (listing, row_of (listing, "x", "value"), "flags", "constant");
  expect_text (listing, row_of (listing, "y", "value"), "flags", "zeros outliers");
  expect_text (listing, row_of (listing, "z", "value"), "flags", "few constant");
}

Test (statistics, correlations, .timeout = 10)
{
  g_autoptr (KpiListing) pearson = list_all ("correlations", NULL);
  g_autoptr (KpiListing) spearman = list_all ("correlations", "spearman");
  g_autoptr (KpiListing) kendall = list_all ("correlations", "kendall");
  gsize xy = row_of (pearson, "x", "y"), gz = row_of (pearson, "g", "z");

  /* g z; x i, y i, z i, g i; x y; x g, y g */
  cr_expect (eq (sz, kpi_listing_get_n_rows (pearson), 8));
  expect_cell (pearson, xy, "n", 5);
  expect_cell (pearson, xy, "r", 0.8);  /* (200 + 200 + 0 + 0 + 400) / 1000 */
  expect_cell (spearman, xy, "r", 0.8); /* both are ten times their ranks */
  expect_cell (kendall, xy, "r", 0.6);  /* 8 pairs less 2, of 10 */
  expect_text (pearson, xy, "relation", "sibling");
  expect_text (pearson, xy, "flags", "");
  expect_cell (pearson, gz, "n", 4);
  expect_cell (pearson, gz, "r", -400 / sqrt (400 * 500.0));
  expect_text (pearson, gz, "flags", "negative");
  expect_text (pearson, row_of (pearson, "x", "g"), "relation", "parent");
  expect_text (pearson, row_of (pearson, "x", "i"), "relation", "ancestor");
  expect_cell (pearson, row_of (pearson, "x", "g"), "r", 900 / sqrt (1000 * 900.0));
}

Test (statistics, correlation_flags, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (model,
                                              "area,period,x,y,z\n"
                                              "A,2025,10,90,50\nB,2025,20,80,52\n"
                                              "C,2025,30,70,50\nD,2025,40,61,52\n",
                                              NULL);
  g_autoptr (KpiListing) listing = list (card, "correlations", NULL);

  expect_text (listing, row_of (listing, "x", "y"), "flags", "collinear negative");
  expect_text (listing, row_of (listing, "y", "g"), "flags", "negative");
}

Test (statistics, alpha, .timeout = 10)
{
  g_autoptr (KpiListing) listing = list_all ("alpha", NULL);
  gsize g = row_of (listing, "g", NULL), i = row_of (listing, "i", NULL);

  cr_expect (eq (sz, kpi_listing_get_n_rows (listing), 2));
  expect_cell (listing, g, "children", 2);
  expect_cell (listing, g, "n", 5);
  expect_cell (listing, g, "alpha", 2 * (1 - 500.0 / 900)); /* 250 + 250; and 2 . 200 */
  expect_text (listing, g, "flags", "");
  expect_cell (listing, i, "n", 4);
  expect_text (listing, i, "flags", "low"); /* mirrors: their sum varies less than they do */
}

/* r = 0.8: the components are (1, 1) and (1, -1), with 1.8 and 0.2 of 2. */
Test (statistics, pca, .timeout = 10)
{
  static const double expected[][3] = {
      {1.8, 0.9, 0.9}, {1.8, 0.9, 0.9}, {0.2, 0.1, 1}, {0.2, 0.1, 1}};
  static const double loadings[] = {0.9, 0.9, 0.1, -0.1};
  g_autoptr (KpiListing) listing = list_all ("pca", NULL);
  gsize first = row_of (listing, "g", NULL);

  cr_assert (eq (sz, kpi_listing_get_n_rows (listing), 8));
  for (gsize i = 0; i < 4; i++) {
    gsize row = first + i;

    expect_cell (listing, row, "component", 1 + i / 2);
    expect_within (kpi_listing_get_number (listing, row, column_of (listing, "eigenvalue")),
                   expected[i][0], 1e-10);
    expect_within (kpi_listing_get_number (listing, row, column_of (listing, "share")),
                   expected[i][1], 1e-10);
    expect_within (kpi_listing_get_number (listing, row, column_of (listing, "cumulated")),
                   expected[i][2], 1e-10);
    expect_text (listing, row, "child", i % 2 == 0 ? "x" : "y");
    expect_within (kpi_listing_get_number (listing, row, column_of (listing, "loading")),
                   copysign (sqrt (fabs (loadings[i])), loadings[i]), 1e-10);
  }
}

Test (statistics, pca_of_a_constant_child_says_nothing, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with (model, "area,period,x,y\nA,2025,10,20\nB,2025,20,20\n", NULL);
  g_autoptr (KpiListing) listing = list (card, "pca", NULL);
  gsize g = row_of (listing, "g", NULL);

  cr_expect (eq (sz, kpi_listing_get_n_rows (listing), 2));
  expect_cell (listing, g, "n", 2);
  cr_expect (isnan (kpi_listing_get_number (listing, g, column_of (listing, "component"))));
  expect_text (listing, g, "child", "");
}

Test (statistics, availability, .timeout = 10)
{
  g_autoptr (KpiListing) listing = list_all ("availability", NULL);
  gsize e = row_of (listing, "E", "i");

  cr_expect (eq (sz, kpi_listing_get_n_rows (listing), 5 * 3)); /* all, i, g */
  expect_cell (listing, e, "indicators", 3);
  expect_cell (listing, e, "measured", 2);
  expect_cell (listing, e, "missing", 1);
  expect_cell (listing, e, "availability", 2.0 / 3);
  expect_cell (listing, row_of (listing, "E", "g"), "availability", 1);
  expect_cell (listing, row_of (listing, "E", ""), "availability", 2.0 / 3);
}

/* What is asked for decides which rows there are, and no number of theirs. */
Test (statistics, selecting_changes_no_number, .timeout = 10)
{
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (KpiScorecard) card = NULL;
  g_autoptr (KpiListing) summary = NULL, correlations = NULL, alpha = NULL, availability = NULL;

  kpi_score_options_add_area (options, "A");
  kpi_score_options_add_node (options, "g");
  card = score_with (model, data, options);
  summary = list (card, "summary", NULL);
  correlations = list (card, "correlations", NULL);
  alpha = list (card, "alpha", NULL);
  availability = list (card, "availability", NULL);
  cr_assert (eq (sz, kpi_listing_get_n_rows (summary), 1));
  expect_cell (summary, 0, "n", 5);
  expect_cell (summary, 0, "mean", 30);
  cr_expect (eq (sz, kpi_listing_get_n_rows (correlations), 4)); /* g z, g i, x g, y g */
  expect_cell (correlations, row_of (correlations, "g", "z"), "r", -400 / sqrt (400 * 500.0));
  cr_assert (eq (sz, kpi_listing_get_n_rows (alpha), 1));
  expect_cell (alpha, 0, "alpha", 2 * (1 - 500.0 / 900));
  cr_assert (eq (sz, kpi_listing_get_n_rows (availability), 1));
  expect_text (availability, 0, "area", "A");
  expect_text (availability, 0, "node", "g");
}

/* Where nothing is kept but what is shown, there is nothing to tell of the rest. */
Test (statistics, what_was_not_kept_cannot_be_told, .timeout = 10)
{
  static const char *const kinds[] = {"alpha", "pca"};
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (KpiScorecard) card = NULL;
  g_autoptr (KpiListing) correlations = NULL;

  kpi_score_options_add_node (options, "g");
  kpi_score_options_set_shown_only (options, TRUE);
  card = score_with (model, data, options);
  correlations = list (card, "correlations", NULL);
  cr_assert (eq (sz, kpi_listing_get_n_rows (correlations), 1)); /* the index is always kept */
  expect_text (correlations, 0, "other", "i");
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autoptr (KpiListing) listing = list (card, kinds[i], NULL);

    cr_expect (eq (sz, kpi_listing_get_n_rows (listing), 0));
  }
}

/* Levels apart; and a parent is not compared with its own children. */
Test (statistics, among_the_areas_of_a_level, .timeout = 10)
{
  static const char levels[] = "kpiscore: 1\nid: m\n"
                               "areas:\n"
                               "  A: {level: town, parent: E}\n"
                               "  B: {level: town, parent: E}\n"
                               "  C: {level: city}\n"
                               "  D: {level: city}\n"
                               "  E: {level: town}\n" LAYOUT;
  g_autoptr (KpiScorecard) card = score_with (levels, data, NULL);
  g_autoptr (KpiListing) listing = list (card, "summary", NULL);

  cr_expect (eq (sz, kpi_listing_get_n_rows (listing), 2 * 8));
  expect_text (listing, 0, "level", "town");
  expect_cell (listing, 0, "n", 2);
  expect_cell (listing, 0, "mean", 15);
  expect_text (listing, 8, "level", "city");
  expect_cell (listing, 8, "n", 2);
  expect_cell (listing, 8, "mean", 35);
}

Test (statistics, unknown_words, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (model, data, NULL);
  g_autoptr (GError) of = NULL, correlation = NULL;

  cr_expect (kpi_scorecard_list_statistics (card, "sumary", NULL, &of) == NULL);
  cr_assert (of != NULL);
  cr_expect (eq (int, of->code, KPI_ERROR_ARGUMENT));
  cr_expect (eq (str, of->message,
                 "error: statistics: found \"sumary\", expected summary, correlations, alpha, pca, "
                 "availability or weights; did you mean summary?"));
  cr_expect (kpi_scorecard_list_statistics (card, "correlations", "Pearson", &correlation) == NULL);
  cr_assert (correlation != NULL);
  cr_expect (eq (int, correlation->code, KPI_ERROR_ARGUMENT));
}

Test (statistics, of_nothing, .timeout = 10)
{
  static const char *const kinds[] = {"summary", "correlations", "alpha",
                                      "pca",     "availability", "weights"};
  g_autoptr (KpiScorecard) card = score_with (model, "area,series,period,value\n", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autoptr (KpiListing) listing = list (card, kinds[i], NULL);

    cr_expect (eq (sz, kpi_listing_get_n_rows (listing), 0));
  }
}

Test (statistics, kinds_are_listed, .timeout = 10)
{
  cr_expect (eq (str, (char *)kpi_statistics_get_kinds ()[0], "summary"));
  cr_expect (eq (sz, g_strv_length ((char **)kpi_statistics_get_kinds ()), 6));
  cr_expect (eq (str, (char *)kpi_statistics_get_correlations ()[0], "pearson"));
}
