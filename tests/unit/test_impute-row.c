/* SPDX-License-Identifier: MIT */
#include "prepare-support.h"

static const char text[] =
    "kpiscore: 1\nid: m\nindicators:\n"
    "  a: {score: {method: goalposts, posts: [0, 100]}, impute: {method: %s, by: row}}\n"
    "  b: {score: {method: goalposts, posts: [0, 100]}}\n"
    "  c: {score: {method: goalposts, posts: [0, 100]}, better: lower}\n"
    "  d: {score: {method: goalposts, posts: [0, 100]}}\n"
    "  e: {score: {method: goalposts, posts: [0, 100]}}\n"
    "index: {id: all, of: [{id: g, of: [a, b, c, d]}, e]}\n";

/* D lacks `a`. Its place in `b`: 6 of 2 ... 10 is 0.5; in `c`: 1 of 0 ... 4, lower better, is 0.75;
 * `d` tells nothing, all are equal; `e` is no sibling. E lacks all but `e`. */
static const char data[] = "area,period,a,b,c,d,e\n"
                           "A,2025,100,2,0,5,0\n"
                           "B,2025,200,10,4,5,100\n"
                           "C,2025,300,4,2,5,50\n"
                           "D,2025,,6,1,5,0\n"
                           "E,2025,,,,,7\n";

/* mean of 0.5 and 0.75: 100 + 0.625 . 200. The median of two is the same. */
Test (row, brings_siblings_to_one_scale, .timeout = 10)
{
  static const char *const methods[] = {"mean", "median"};

  for (gsize i = 0; i < 2; i++) {
    g_autofree char *yaml = g_strdup_printf (text, methods[i]);
    g_autoptr (KpiScorecard) card = score_at (yaml, data, "imputed");

    expect_number (card, "D", "2025", "a", KPI_COLUMN_VALUE, 225);
    expect_number (card, "E", "2025", "a", KPI_COLUMN_VALUE, NAN);
    expect_number (card, "A", "2025", "a", KPI_COLUMN_VALUE, 100);
  }
}

/* Of an indicator of which lower is better a good area gets a low value: 1 - 0.5. */
Test (row, turns_back, .timeout = 10)
{
  static const char yaml[] = "kpiscore: 1\nid: m\nindicators:\n"
                             "  a: {better: lower, impute: {method: mean, by: row}}\n"
                             "  b: {}\n"
                             "index: {id: all, of: [a, b]}\n";
  g_autoptr (KpiScorecard) card = score_at (yaml,
                                            "area,period,a,b\nA,2025,0,0\nB,2025,8,10\n"
                                            "C,2025,,2.5\n",
                                            "imputed");

  expect_number (card, "C", "2025", "a", KPI_COLUMN_VALUE, 6); /* 0.25 good is 0.75 of 8 */
}

/* What is filled in one indicator does not help to fill another. */
Test (row, siblings_count_as_observed, .timeout = 10)
{
  static const char yaml[] = "kpiscore: 1\nid: m\n"
                             "defaults: {impute: {method: mean, by: row}}\n"
                             "indicators: {a: {}, b: {}, c: {}}\n"
                             "index: {id: all, of: [a, b, c]}\n";
  g_autoptr (KpiScorecard) card = score_at (yaml,
                                            "area,period,a,b,c\nA,2025,0,0,0\nB,2025,1,1,1\n"
                                            "C,2025,,,0.2\n",
                                            "imputed");

  expect_number (card, "C", "2025", "a", KPI_COLUMN_VALUE, 0.2);
  expect_number (card, "C", "2025", "b", KPI_COLUMN_VALUE, 0.2);
}
