/* SPDX-License-Identifier: MIT */
#include "score-support.h"

/* Two children, one of them missing in area Y; X: a 40, b 80; Y: a 40; Z: a 90, b 20. */
static KpiScorecard *
score_policy (const char *policy)
{
  g_autofree char *model =
      g_strdup_printf ("kpiscore: 1\nid: m\n"
                       "areas: {X: {group: g}, Y: {group: g}, Z: {group: h}}\n"
                       "defaults: {score: {method: goalposts, posts: [0, 100]}}\n"
                       "indicators: {a: {}, b: {}}\n"
                       "index: {id: i, missing: %s, of: [a, {id: b, weight: 3}]}\n",
                       policy);

  return score_with (model, "area,period,a,b\nX,2025,40,80\nY,2025,40,\nZ,2025,90,20\n", NULL);
}

Test (combine, missing_policies, .timeout = 10)
{
  g_autoptr (KpiScorecard) reweigh = score_policy ("{policy: reweigh}");
  g_autoptr (KpiScorecard) zero = score_policy ("{policy: zero}");
  g_autoptr (KpiScorecard) fail = score_policy ("{policy: fail}");
  g_autoptr (KpiScorecard) mean = score_policy ("{policy: mean}");

  expect_score (reweigh, "X", "i", 70.0); /* (40 + 3*80)/4 */
  expect_score (reweigh, "Y", "i", 40.0);
  expect_score (zero, "Y", "i", 10.0); /* (40 + 3*0)/4 */
  expect_score (fail, "Y", "i", NAN);
  expect_score (fail, "X", "i", 70.0);
  expect_score (mean, "Y", "i", 70.0); /* b is X's 80: Z is of another group */
  expect_number (mean, "Y", "2025", "i", KPI_COLUMN_COVERAGE, 0.25);
}

Test (combine, least_coverage, .timeout = 10)
{
  g_autoptr (KpiScorecard) enough = score_policy ("{at_least: 0.25}");
  g_autoptr (KpiScorecard) short_of = score_policy ("{at_least: 0.26}");

  expect_score (enough, "Y", "i", 40.0);
  expect_score (short_of, "Y", "i", NAN);
  expect_number (short_of, "Y", "2025", "i", KPI_COLUMN_COVERAGE, 0.25);
  expect_number (short_of, "Y", "2025", "i", KPI_COLUMN_RANK, NAN);
}

Test (combine, a_turned_group_swaps_its_bounds, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with ("kpiscore: 1\nid: m\n"
                  "indicators: {a: {score: {method: goalposts, posts: [0, 100]}}}\n"
                  "index: {id: i, of: [{id: g, better: lower, of: [a]}]}\n",
                  "area,period,a\nX,2025,20..40\n", NULL);

  expect_score (card, "X", "g", 70.0);
  expect_number (card, "X", "2025", "g", KPI_COLUMN_SCORE_LOW, 60);
  expect_number (card, "X", "2025", "g", KPI_COLUMN_SCORE_HIGH, 80);
}

Test (combine, a_child_of_weight_0_takes_no_part, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with ("kpiscore: 1\nid: m\n"
                  "defaults: {score: {method: goalposts, posts: [0, 100]}}\n"
                  "indicators: {a: {}, b: {}}\n"
                  "index: {id: i, combine: min, of: [a, {id: b, weight: 0}]}\n",
                  "area,period,a,b\nX,2025,40,10\nY,2025,,10\n", NULL);

  expect_score (card, "X", "i", 40.0);
  expect_score (card, "Y", "i", NAN);
  expect_score (card, "Y", "b", 10.0);
}

/* Whatever each child is within its bounds, the index lies within its own. */
Test (combine, bounds_contain_the_truth, .timeout = 20)
{
  static const char *const methods[] = {"arithmetic", "geometric", "harmonic", "min", "max"};
  g_autoptr (GRand) random = g_rand_new_with_seed (766);

  for (int i = 0; i < 60; i++) {
    double low = g_rand_int_range (random, 1, 50), width = g_rand_int_range (random, 0, 50);
    double inside = low + floor (width * g_rand_double (random));
    g_autofree char *model = g_strdup_printf (
        "kpiscore: 1\nid: m\ndefaults: {score: {method: goalposts, posts: [0, 100]}}\n"
        "indicators: {a: {}, b: {}}\nindex: {id: i, combine: %s, of: [a, {id: b, weight: 2}]}\n",
        methods[i % 5]);
    g_autofree char *bounded =
        g_strdup_printf ("area,period,a,b\nX,2025,%g..%g,30\n", low, low + width);
    g_autofree char *exact = g_strdup_printf ("area,period,a,b\nX,2025,%g,30\n", inside);
    g_autoptr (KpiScorecard) card = score_with (model, bounded, NULL);
    g_autoptr (KpiScorecard) truth = score_with (model, exact, NULL);
    double score = get (truth, "X", "2025", "i", KPI_COLUMN_SCORE);

    cr_expect (get (card, "X", "2025", "i", KPI_COLUMN_SCORE_LOW) <= score);
    cr_expect (get (card, "X", "2025", "i", KPI_COLUMN_SCORE_HIGH) >= score);
  }
}
