/* SPDX-License-Identifier: MIT */
/* Changes, by hand: 100 to 110 is 10 per cent. */
#include "score-support.h"

#define HEAD "kpiscore: 1\nid: m\n"
#define ALL                                                                                        \
  HEAD "indicators:\n"                                                                             \
       "  p: {measure: {change: x, over: 1Y}}\n"                                                   \
       "  d: {measure: {change: x, over: 1Y, as: difference}}\n"                                   \
       "  a: {measure: {change: x, over: 1Y, as: annual}}\n"

static void
expect_near (const KpiScorecard *card, const char *area, const char *period, const char *node,
             KpiColumn column, double expected)
{
  double got = get (card, area, period, node, column);

  cr_expect (fabs (got - expected) < 1e-9, "%s %s %s: %.17g, not %.17g", area, period, node, got,
             expected);
}

Test (change, in_per_cent_as_a_difference_and_a_year, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with (ALL, "area,period,x\nA,2024,80\nA,2025,90\nB,2024,0\nB,2025,5\n", NULL);

  expect_number (card, "A", "2025", "p", KPI_COLUMN_VALUE, 12.5);
  expect_number (card, "A", "2025", "d", KPI_COLUMN_VALUE, 10);
  expect_number (card, "A", "2025", "a", KPI_COLUMN_VALUE, 12.5);
  expect_number (card, "A", "2024", "p", KPI_COLUMN_VALUE, NAN); /* nothing in 2023 */
  expect_number (card, "B", "2025", "p", KPI_COLUMN_VALUE, NAN); /* from 0 there is no rate */
  expect_number (card, "B", "2025", "a", KPI_COLUMN_VALUE, NAN);
  expect_number (card, "B", "2025", "d", KPI_COLUMN_VALUE, 5);
}

/* 100 . 1.1^5 = 161.051 and 100 . 1.21 = 121 */
Test (change, annual_is_compound, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (
      HEAD "indicators:\n"
           "  y: {measure: {change: x, over: 5Y, as: annual}}\n"
           "  h: {measure: {change: x, over: 6M, as: annual}}\n",
      "area,period,x\nA,2020,100\nA,2025,161.051\nA,2025-S1,100\nA,2025-S2,110\n", NULL);

  expect_near (card, "A", "2025", "y", KPI_COLUMN_VALUE, 10);
  expect_near (card, "A", "2025-S2", "h", KPI_COLUMN_VALUE, 21);
}

/* A rate from or to below 0 would say the opposite of what happened. */
Test (change, negative_values, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with (ALL, "area,period,x\nA,2024,-10\nA,2025,-5\nB,2024,10\nB,2025,-5\n", NULL);

  expect_number (card, "A", "2025", "p", KPI_COLUMN_VALUE, NAN);
  expect_number (card, "A", "2025", "a", KPI_COLUMN_VALUE, NAN);
  expect_number (card, "A", "2025", "d", KPI_COLUMN_VALUE, 5);
  expect_number (card, "B", "2025", "p", KPI_COLUMN_VALUE, -150);
  expect_number (card, "B", "2025", "a", KPI_COLUMN_VALUE, NAN);
}

Test (change, is_against_the_same_kind_of_period_a_span_before, .timeout = 10)
{
  static const struct {
    const char *over, *before, *now;
    gboolean fits;
  } cases[] = {{"1Y", "2024", "2025", TRUE},
               {"12M", "2024", "2025", TRUE},
               {"1Y", "2024-Q3", "2025-Q3", TRUE},
               {"4Q", "2024-Q3", "2025-Q3", TRUE},
               {"1Q", "2024-Q4", "2025-Q1", TRUE},
               {"1M", "2024-12", "2025-01", TRUE},
               {"1Y", "2024-02", "2025-02", TRUE},
               {"1Y", "2024-02-29", "2025-02-28", TRUE}, /* the last of February */
               {"2W", "2024-W52", "2025-W02", TRUE},
               {"7D", "2024-12-30", "2025-01-06", TRUE},
               {"1Y", "2024-01-01/2024-11-12", "2025-01-01/2025-11-12", TRUE},
               {"1Q", "2024", "2025", FALSE},
               {"1Y", "2024-W07", "2025-W07", FALSE},
               {"7D", "2024", "2025", FALSE},
               {"9999Y", "2024", "2025", FALSE}};

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *yaml =
        g_strdup_printf (HEAD "indicators: {p: {measure: {change: x, over: %s}}}\n", cases[i].over);
    g_autofree char *csv =
        g_strdup_printf ("area,period,x\nA,%s,80\nA,%s,100\n", cases[i].before, cases[i].now);
    g_autoptr (KpiScorecard) card = score_with (yaml, csv, NULL);

    expect_number (card, "A", cases[i].now, "p", KPI_COLUMN_VALUE, cases[i].fits ? 25 : NAN);
  }
}

Test (change, bounds_lie_at_the_corners, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with (ALL,
                  "area,period,x\nA,2024,80..100\nA,2025,110\nB,2024,100\nB,2025,>110\n"
                  "C,2024,<10\nC,2025,20\nD,2024,>100\nD,2025,50..110\n",
                  NULL);

  /* 110 / 100 and 110 / 80; the middle is 110 / 90 */
  expect_number (card, "A", "2025", "p", KPI_COLUMN_VALUE_LOW, 10);
  expect_number (card, "A", "2025", "p", KPI_COLUMN_VALUE_HIGH, 37.5);
  expect_near (card, "A", "2025", "p", KPI_COLUMN_VALUE, 100 * 20.0 / 90);
  expect_number (card, "A", "2025", "d", KPI_COLUMN_VALUE_LOW, 10);
  expect_number (card, "A", "2025", "d", KPI_COLUMN_VALUE_HIGH, 30);
  expect_number (card, "B", "2025", "p", KPI_COLUMN_VALUE_LOW, 10);
  expect_number (card, "B", "2025", "p", KPI_COLUMN_VALUE_HIGH, NAN);
  /* what it is seen against may be 0 */
  expect_number (card, "C", "2025", "p", KPI_COLUMN_VALUE, 100);
  expect_number (card, "C", "2025", "p", KPI_COLUMN_VALUE_LOW, NAN);
  expect_number (card, "C", "2025", "p", KPI_COLUMN_VALUE_HIGH, NAN);
  /* 50 / infinity and 110 / 100 */
  expect_number (card, "D", "2025", "p", KPI_COLUMN_VALUE_LOW, -100);
  expect_number (card, "D", "2025", "p", KPI_COLUMN_VALUE_HIGH, 10);
}

Test (change, strict_ends_stay_strict, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with (HEAD "indicators:\n"
                       "  p: {measure: {change: x, over: 1Y}, target: {more_than: 10}}\n",
                  "area,period,x\nA,2024,100\nA,2025,>110\nB,2024,100\nB,2025,>=110\n"
                  "C,2024,<=100\nC,2025,110\n",
                  NULL);

  expect_status (card, "A", "2025", "p", "achieved");
  expect_status (card, "B", "2025", "p", "undecided");
  expect_status (card, "C", "2025", "p", "undecided");
}

/* The day takes the latest period whose earlier one is known by then. */
Test (change, as_of_a_day, .timeout = 10)
{
  static const char csv[] = "area,series,period,value,published\n"
                            "A,x,2022,50,2023-03-01\nA,x,2023,100,2024-03-01\n"
                            "A,x,2023,80,2025-09-01\nA,x,2024,120,2025-03-01\n"
                            "A,x,2025,150,2026-03-01\n";
  static const struct {
    const char *day;
    double p;
  } cases[] = {{"2024-02-29", NAN},
               {"2024-06-30", 100},
               {"2025-06-30", 20},
               {"2025-12-31", 50},
               {"2026-06-30", 25}};

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
    g_autoptr (KpiScorecard) card = NULL;

    cr_assert (kpi_score_options_set_as_of (options, cases[i].day, NULL));
    card = score_with (ALL, csv, options);
    expect_number (card, "A", cases[i].day, "p", KPI_COLUMN_VALUE, cases[i].p);
  }
}

/* C1 doubles and C2 stays: of both together it is 10 per cent, not the 50 of their mean. */
Test (change, series_are_rolled_up_first, .timeout = 10)
{
  static const char csv[] = "area,period,x\nC1,2024,10\nC1,2025,20\nC2,2024,90\nC2,2025,90\n";
  g_autoptr (KpiScorecard) sum =
      score_with (HEAD "areas: {P: {}, C1: {parent: P}, C2: {parent: P}}\n"
                       "indicators: {p: {measure: {change: x, over: 1Y}, rollup: sum}}\n",
                  csv, NULL);
  g_autoptr (KpiScorecard) mean =
      score_with (HEAD "areas: {P: {}, C1: {parent: P}, C2: {parent: P}}\n"
                       "indicators: {p: {measure: {change: x, over: 1Y}, rollup: mean}}\n",
                  csv, NULL);

  expect_number (sum, "P", "2025", "p", KPI_COLUMN_VALUE, 10);
  expect_number (mean, "P", "2025", "p", KPI_COLUMN_VALUE, 50);
}

/* Years are made of their halves before they are seen against one another. */
Test (change, of_what_is_made_over_time, .timeout = 10)
{
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (KpiScorecard) card = NULL;

  cr_assert (kpi_score_options_add_period (options, "2025", NULL));
  card = score_with (
      HEAD "series: {x: {over_time: sum}}\nindicators: {p: {measure: {change: x, over: 1Y}}}\n",
      "area,period,x\nA,2024-S1,40\nA,2024-S2,60\nA,2025-S1,50\nA,2025-S2,70\n", options);
  expect_number (card, "A", "2025", "p", KPI_COLUMN_VALUE, 20);
}

/* To the months of its tree a change is lent as it was measured: that of 2024 against 2023. Of
 * 2025, which has not ended, nothing; and where 2024 is missing, that of 2023, never 2023 against
 * 2023. */
Test (change, is_carried_as_a_whole, .timeout = 10)
{
  static const char yaml[] =
      HEAD "series: {x: {carry: 3Y}}\n"
           "indicators:\n"
           "  p: {measure: {change: x, over: 1Y}, score: {method: goalposts, posts: [0, 100]}}\n"
           "  y: {score: {method: goalposts, posts: [0, 100]}}\n"
           "index: {id: i, of: [{id: p, weight: 1}, {id: y, weight: 0}]}\n";
  g_autoptr (KpiScorecard) card = score_with (
      yaml,
      "area,series,period,value\nA,x,2022,50\nA,x,2023,80\nA,x,2024,100\nA,y,2025-03,7\n"
      "B,x,2022,50\nB,x,2023,80\nB,y,2025-03,7\n",
      NULL);

  expect_number (card, "A", "2025-03", "i", KPI_COLUMN_SCORE, 25);
  expect_number (card, "B", "2025-03", "i", KPI_COLUMN_SCORE, 60);
}

/* A range that ends with the year is another kind of period: without `carry` nothing is lent to it.
 */
Test (change, is_not_lent_unless_carried, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (
      HEAD "indicators:\n"
           "  p: {measure: {change: x, over: 1Y}, score: {method: goalposts, posts: [0, 100]}}\n"
           "  y: {score: {method: goalposts, posts: [0, 100]}}\n"
           "index: {id: i, of: [p, y]}\n",
      "area,series,period,value\nA,x,2023,80\nA,x,2024,100\nA,x,2020/2025,1\n"
      "A,y,2019/2024,50\n",
      NULL);

  expect_number (card, "A", "2019/2024", "i", KPI_COLUMN_SCORE, 50);
  expect_number (card, "A", "2019/2024", "i", KPI_COLUMN_COVERAGE, 0.5);
}

/* Whatever two values lie within their bounds, their change lies within its own. */
Test (change, bounds_contain_the_truth, .timeout = 20)
{
  static const char *const as[] = {"p", "d", "a"};
  g_autoptr (GRand) random = g_rand_new_with_seed (57);

  for (int i = 0; i < 60; i++) {
    double low[2], high[2], truth[2], change[3];
    g_autofree char *csv = NULL;
    g_autoptr (KpiScorecard) card = NULL;

    for (int s = 0; s < 2; s++) {
      low[s] = g_rand_int_range (random, 1, 100);
      high[s] = low[s] + g_rand_int_range (random, 0, 50);
      truth[s] = g_rand_double_range (random, low[s], high[s] + 1e-9);
    }
    change[0] = change[2] = 100 * (truth[1] / truth[0] - 1);
    change[1] = truth[1] - truth[0];
    csv = g_strdup_printf ("area,period,x\nA,2024,%g..%g\nA,2025,%g..%g\n", low[0], high[0], low[1],
                           high[1]);
    card = score_with (ALL, csv, NULL);
    for (int k = 0; k < 3; k++) {
      cr_expect (get (card, "A", "2025", as[k], KPI_COLUMN_VALUE_LOW) <= change[k] + 1e-6);
      cr_expect (get (card, "A", "2025", as[k], KPI_COLUMN_VALUE_HIGH) >= change[k] - 1e-6);
    }
  }
}
