/* SPDX-License-Identifier: MIT */
#include "score-support.h"

#define SERIES(said) "kpiscore: 1\nid: m\nseries: {" said "}\n"
#define RATIO "indicators: {r: {measure: {ratio: {of: [accounts], to: [people], per: 100}}}}\n"
#define HEAD "area,series,period,value\n"

static const char with_carry[] = SERIES ("people: {carry: 2Y}") RATIO;
static const char without_carry[] = SERIES ("people: {}") RATIO;

#define expect_r(card, area, period, expected)                                                     \
  expect_number (card, area, period, "r", KPI_COLUMN_VALUE, expected)

/* 100 · 88 / 100 = 88; 100 · 99 / 110 = 90. */
static const char monthly[] = HEAD "A,people,2023,100\nA,people,2025-Q1,110\n"
                                   "A,accounts,2025-03,99\nA,accounts,2025-02,88\n"
                                   "A,accounts,2025-12,55\nA,accounts,2028-01,77\n";

Test (carry, a_yearly_series_stands_under_monthly_ones, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (with_carry, monthly, NULL);

  expect_r (card, "A", "2025-02", 88); /* 2023, for the quarter has not ended */
  expect_r (card, "A", "2025-03", 90); /* the quarter ends with March */
  expect_r (card, "A", "2025-12", 50);
  expect_r (card, "A", "2028-01", NAN); /* 2025-03-31 and two years are 2027-03-31 */
  cr_expect (not(kpi_scorecard_find (card, "A", "2023", "r", &(gsize){0}, NULL)),
             "what is carried has no rows of its own");
}

Test (carry, the_last_day_counts, .timeout = 10)
{
  static const char csv[] =
      HEAD "A,people,2023,100\nA,accounts,2025-12,50\nA,accounts,2026-01,50\n";
  g_autoptr (KpiScorecard) card = score_with (with_carry, csv, NULL);

  expect_r (card, "A", "2025-12", 50); /* 2023-12-31 and two years */
  expect_r (card, "A", "2026-01", NAN);
}

Test (carry, without_it_periods_have_to_be_the_same, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (without_carry, monthly, NULL);

  expect_r (card, "A", "2025-03", NAN);
  expect_status (card, "A", "2025-03", "r", "no_data");
}

Test (carry, a_value_of_the_period_goes_first, .timeout = 10)
{
  static const char csv[] =
      HEAD "A,people,2025-02,200\nA,people,2025-01,100\nA,accounts,2025-02,50\n";
  g_autoptr (KpiScorecard) card = score_with (with_carry, csv, NULL);

  expect_r (card, "A", "2025-02", 25);
  expect_r (card, "A", "2025-01", NAN); /* accounts are not carried */
}

Test (carry, bounds_are_carried_too, .timeout = 10)
{
  static const char csv[] = HEAD "A,people,2024,100..200\nA,accounts,2025-01,50\n";
  g_autoptr (KpiScorecard) card = score_with (with_carry, csv, NULL);

  expect_number (card, "A", "2025-01", "r", KPI_COLUMN_VALUE_LOW, 25);
  expect_number (card, "A", "2025-01", "r", KPI_COLUMN_VALUE_HIGH, 50);
}

Test (carry, one_series_alone_is_not_carried, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with (SERIES ("people: {carry: 2Y}") "indicators: {people: {}}\n",
                  HEAD "A,people,2024,5\nB,people,2025,6\n", NULL);

  expect_number (card, "A", "2025", "people", KPI_COLUMN_VALUE, NAN);
}

/* As of a day the latest counts, while the day is within reach. */
Test (carry, as_of_a_day, .timeout = 10)
{
  static const struct {
    const char *day;
    double value;
  } cases[] = {{"2025-11-30", 90}, {"2025-12-31", 50}, {"2027-03-31", 50}, {"2027-04-01", NAN}};
  static const char csv[] = HEAD "A,people,2025-Q1,110\nA,accounts,2025-03,99\n"
                                 "A,accounts,2025-12,55\n";

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
    g_autoptr (KpiScorecard) card = NULL;

    kpi_score_options_set_as_of (options, cases[i].day, NULL);
    card = score_with (with_carry, csv, options);
    expect_r (card, "A", cases[i].day, cases[i].value);
  }
}

Test (carry, as_of_a_day_one_series_alone, .timeout = 10)
{
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (KpiScorecard) card = NULL;

  kpi_score_options_set_as_of (options, "2027-01-01", NULL);
  card = score_with (SERIES ("x: {carry: 1Y}") "indicators: {x: {}, y: {}}\n",
                     HEAD "A,x,2025,5\nA,y,2025,6\n", options);
  expect_number (card, "A", "2027-01-01", "x", KPI_COLUMN_VALUE, NAN);
  expect_number (card, "A", "2027-01-01", "y", KPI_COLUMN_VALUE, 6);
}

/* A leaf whose frequency is another than its tree's counts there by carrying, without rows of its
 * own: (50 + 80) / 2 = 65, covered as a whole; without carrying 80, covered by half. */
Test (carry, lends_a_leaf_to_its_tree, .timeout = 10)
{
  static const char tree[] = "indicators: {y: {score: {method: goalposts, posts: [0, 100]}},\n"
                             "  m: {score: {method: goalposts, posts: [0, 100]}}}\n"
                             "index: {id: i, of: [y, m]}\n";
  static const char csv[] = HEAD "A,y,2024,50\nA,m,2025-01,80\n";
  g_autofree char *carried = g_strconcat (SERIES ("y: {carry: 1Y}") "every: 1M\n", tree, NULL);
  g_autofree char *not_carried = g_strconcat (SERIES ("y: {}") "every: 1M\n", tree, NULL);
  g_autoptr (KpiScorecard) with = score_with (carried, csv, NULL);
  g_autoptr (KpiScorecard) without = score_with (not_carried, csv, NULL);

  expect_number (with, "A", "2025-01", "i", KPI_COLUMN_SCORE, 65);
  expect_number (with, "A", "2025-01", "i", KPI_COLUMN_COVERAGE, 1);
  expect_number (without, "A", "2025-01", "i", KPI_COLUMN_SCORE, 80);
  expect_number (without, "A", "2025-01", "i", KPI_COLUMN_COVERAGE, 0.5);
  cr_expect (not(kpi_scorecard_find (with, "A", "2025-01", "y", &(gsize){0}, NULL)));
  cr_expect (not(kpi_scorecard_find (with, "A", "2024", "i", &(gsize){0}, NULL)));
}
