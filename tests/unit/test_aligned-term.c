/* SPDX-License-Identifier: MIT */
/* Words become numbers, vintages are chosen by the day, and areas have values while they live. */
#include "score-support.h"

#define HEAD "area,series,period,value,published\n"

static const char words[] = "kpiscore: 1\nid: m\n"
                            "series: {state: {values: {done: 1, being built: 0, Đang làm: 0.5}}}\n"
                            "indicators: {state: {}}\n";

Test (aligned_term, words_are_numbers, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with (words,
                  HEAD "A,state,2025,done,\nB,state,2025,being built,\nC,state,2025,0.25,\n"
                       "D,state,2025, Đang làm ,\n",
                  NULL);

  expect_number (card, "A", "2025", "state", KPI_COLUMN_VALUE, 1);
  expect_number (card, "B", "2025", "state", KPI_COLUMN_VALUE, 0);
  expect_number (card, "C", "2025", "state", KPI_COLUMN_VALUE, 0.25);
  expect_number (card, "D", "2025", "state", KPI_COLUMN_VALUE, 0.5);
  expect_number (card, "D", "2025", "state", KPI_COLUMN_VALUE_HIGH, 0.5);
}

static const char plain[] = "kpiscore: 1\nid: m\nindicators: {x: {}, y: {}}\n";

/* Rows out of order on purpose; bounds belong to their vintage. */
static const char vintages[] = HEAD "A,x,2024,30,2025-09-01\n"
                                    "A,x,2024,10,2025-02-01\n"
                                    "A,x,2024,>20,2025-05-01\n"
                                    "B,x,2024,7,\n"
                                    "B,x,2024,8,2025-05-01\n"
                                    "A,y,2020,1,\n";

static KpiScorecard *
score_as_of (const char *yaml, const char *csv, const char *day)
{
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();

  cr_assert (kpi_score_options_set_as_of (options, day, NULL));
  return score_with (yaml, csv, options);
}

Test (aligned_term, the_latest_vintage_known_that_day_counts, .timeout = 10)
{
  static const struct {
    const char *day;
    double a, high, b;
  } cases[] = {{"2025-01-31", NAN, NAN, 7},
               {"2025-04-30", 10, 10, 7},
               {"2025-05-01", 20, NAN, 8},
               {"2025-08-31", 20, NAN, 8},
               {"2025-09-01", 30, 30, 8}};

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const char *day = cases[i].day;
    g_autoptr (KpiScorecard) card = score_as_of (plain, vintages, day);

    expect_number (card, "A", day, "x", KPI_COLUMN_VALUE, cases[i].a);
    expect_number (card, "A", day, "x", KPI_COLUMN_VALUE_HIGH, cases[i].high);
    expect_number (card, "B", day, "x", KPI_COLUMN_VALUE, cases[i].b);
  }
}

Test (aligned_term, without_a_day_the_latest_vintage_counts, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (plain, vintages, NULL);

  expect_number (card, "A", "2024", "x", KPI_COLUMN_VALUE, 30);
  expect_number (card, "A", "2024", "x", KPI_COLUMN_VALUE_LOW, 30);
  expect_number (card, "B", "2024", "x", KPI_COLUMN_VALUE, 8);
}

/* A word, then a number; the word says nothing any more. */
Test (aligned_term, a_number_replaces_a_word, .timeout = 10)
{
  static const char csv[] = HEAD "A,state,2024,done,2025-02-01\nA,state,2024,0.75,2025-03-01\n";
  g_autoptr (KpiScorecard) before = score_as_of (words, csv, "2025-02-28");
  g_autoptr (KpiScorecard) after = score_as_of (words, csv, "2025-03-01");

  expect_number (before, "A", "2025-02-28", "state", KPI_COLUMN_VALUE, 1);
  expect_number (after, "A", "2025-03-01", "state", KPI_COLUMN_VALUE, 0.75);
}

/* The latest day is that of a publication, where it comes after the end of the periods. */
Test (aligned_term, latest_is_the_last_day_of_news, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_as_of (plain, vintages, "latest");

  expect_number (card, "A", "2025-09-01", "x", KPI_COLUMN_VALUE, 30);
}

static const char lives[] =
    "kpiscore: 1\nid: m\n"
    "areas: {Old: {until: 2025-06-30}, New: {from: 2025-07, was: [Older]},\n"
    "  Ever: {}}\n"
    "indicators: {x: {score: {method: goalposts, posts: [0, 100]}}}\n"
    "index: {id: i, of: [x], missing: {policy: zero}}\n";
static const char lived[] = HEAD "Old,x,2025-06,10,\nOld,x,2025-08,20,\n"
                                 "New,x,2025-06,30,\nNew,x,2025-08,40,\nNew,x,2025,50,\n"
                                 "Ever,x,2025-06,60,\nEver,x,2025-08,70,\nEver,x,2025,80,\n"
                                 "Older,x,2025,90,\n";

static gboolean
has_row (const KpiScorecard *card, const char *area, const char *period)
{
  return kpi_scorecard_find (card, area, period, "i", &(gsize){0}, NULL);
}

Test (aligned_term, areas_have_rows_while_they_live, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (lives, lived, NULL);

  cr_expect (has_row (card, "Old", "2025-06"));
  cr_expect (not(has_row (card, "New", "2025-06")));
  cr_expect (not(has_row (card, "Old", "2025-08")));
  cr_expect (has_row (card, "New", "2025-08"));
  cr_expect (has_row (card, "Old", "2025"), "half of the year is some of it");
  cr_expect (has_row (card, "New", "2025"));
  /* 3 periods, of which two have 2 areas and one has 3, of 2 nodes each */
  cr_expect (eq (sz, kpi_scorecard_get_n_rows (card), 14));
  /* who is not there is not ranked: 40 is second of two */
  expect_number (card, "New", "2025-08", "i", KPI_COLUMN_RANK, 2);
  expect_number (card, "New", "2025-08", "i", KPI_COLUMN_RANK_WORST, 2);
}

Test (aligned_term, an_area_has_a_row_on_the_days_of_its_life, .timeout = 10)
{
  g_autoptr (KpiScorecard) before = score_as_of (lives, lived, "2025-06-30");
  g_autoptr (KpiScorecard) after = score_as_of (lives, lived, "2025-07-01");

  cr_expect (has_row (before, "Old", "2025-06-30"));
  cr_expect (not(has_row (before, "New", "2025-06-30")));
  cr_expect (not(has_row (after, "Old", "2025-07-01")));
  cr_expect (has_row (after, "New", "2025-07-01"));
}

Test (aligned_term, every_row_is_found_by_its_number, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (lives, lived, NULL);

  for (gsize row = 0; row < kpi_scorecard_get_n_rows (card); row++) {
    gsize found;

    cr_assert (kpi_scorecard_find (card, kpi_scorecard_get_text (card, row, KPI_COLUMN_AREA),
                                   kpi_scorecard_get_text (card, row, KPI_COLUMN_PERIOD),
                                   kpi_scorecard_get_text (card, row, KPI_COLUMN_NODE), &found,
                                   NULL));
    cr_expect (eq (sz, found, row));
  }
}
