/* SPDX-License-Identifier: MIT */
#include "fit-support.h"

#define MODEL(said)                                                                                \
  "kpiscore: 1\nid: m\nindicators: {a: {" said                                                     \
  "}, b: {score: minmax}}\nindex: {id: i, of: [a, b]}\n"
#define DATA "area,period,a,b\nW,2024,,5\nX,2024,10,1\nY,2024,20,2\nZ,2024,60,3\n"

static char *
taught (const char *yaml, const char *csv)
{
  g_autoptr (KpiFit) fit = fit_with (yaml, csv);

  return text_of (fit);
}

/* 10, 20 and 60 of three areas, W has none. What fills its gap is no part of what the score
 * learned. */
Test (gaps, a_mean_is_a_sum_and_a_count, .timeout = 10)
{
  g_autofree char *text = taught (MODEL ("impute: mean, score: zscore"), DATA);

  expect_holds (text, "areas: [\"W\", \"X\", \"Y\", \"Z\"]\n");
  expect_holds (text, "{stage: impute, node: \"a\", period: \"2024\", count: 3, least: 10, "
                      "greatest: 60, present: 3, sum: [90]}\n");
  expect_holds (text, "{stage: score, node: \"a\", frequency: \"1Y\", count: 3, least: 10, "
                      "greatest: 60, sum: [90], squares: [4100]}\n");
}

Test (gaps, a_median_is_all_values_in_order, .timeout = 10)
{
  g_autofree char *text = taught (MODEL ("impute: median, score: minmax"), DATA);

  expect_holds (text, "{stage: impute, node: \"a\", period: \"2024\", count: 3, least: 10, "
                      "greatest: 60, present: 3, order: [10, 20, 60]}\n");
}

/* B has no value of its group, so nothing is learned of that; C has no group. */
Test (gaps, groups_are_taught_apart, .timeout = 10)
{
  g_autofree char *text =
      taught ("kpiscore: 1\nid: m\n"
              "areas: {A: {level: x, group: g}, B: {level: x, group: h}, C: {level: x},\n"
              "  D: {level: x, group: g}, E: {level: y, group: g}}\n"
              "indicators: {a: {impute: group_mean, score: minmax}}\n",
              "area,period,a\nA,2024,1\nC,2024,3\nE,2024,5\n");

  cr_expect (eq (ptr, strstr (text, "areas"), NULL));
  expect_holds (text, "{stage: impute, node: \"a\", level: \"x\", period: \"2024\", count: 1, "
                      "least: 3, greatest: 3, present: 1, sum: [3]}\n");
  expect_holds (text, "{stage: impute, node: \"a\", level: \"x\", group: \"g\", period: \"2024\", "
                      "count: 1, least: 1, greatest: 1, present: 1, sum: [1]}\n");
  expect_holds (text, "{stage: impute, node: \"a\", level: \"y\", group: \"g\", period: \"2024\", "
                      "count: 1, least: 5, greatest: 5, present: 1, sum: [5]}\n");
  cr_expect (eq (ptr, strstr (text, "\"h\""), NULL));
}

/* By row the ranges of the siblings are what is learned, of b too, which fills nothing itself. */
Test (gaps, rows_need_the_ranges_of_siblings, .timeout = 10)
{
  g_autofree char *text = taught (MODEL ("impute: {method: mean, by: row}, score: minmax"), DATA);

  expect_holds (text, "{stage: impute, node: \"a\", period: \"2024\", count: 3, least: 10, "
                      "greatest: 60}\n");
  expect_holds (text, "{stage: impute, node: \"b\", period: \"2024\", count: 4, least: 1, "
                      "greatest: 5}\n");
}

Test (gaps, time_teaches_nothing_of_others, .timeout = 10)
{
  g_autofree char *carried = taught (MODEL ("impute: carry_forward, score: minmax"), DATA);
  g_autofree char *linear = taught (MODEL ("impute: linear, score: minmax"), DATA);

  cr_expect (eq (ptr, strstr (carried, "stage: impute"), NULL));
  cr_expect (eq (ptr, strstr (linear, "stage: impute"), NULL));
}
