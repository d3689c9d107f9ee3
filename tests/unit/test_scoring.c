/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "scoring-support.h"

Test (scoring, an_open_value_is_the_next_number, .timeout = 10)
{
  cr_expect (_kpi_open_value (80, KPI_OPEN_ABOVE) > 80);
  cr_expect (_kpi_open_value (80, KPI_OPEN_BELOW) < 80);
  cr_expect (_kpi_open_value (80, KPI_OPEN_NOT) == 80);
  cr_expect (nextafter (_kpi_open_value (80, KPI_OPEN_ABOVE), 0) == 80);
}

/* More values than are prepared at a time, so that pieces must fit together. */
Test (scoring, long_arrays_are_scored_like_single_values, .timeout = 10)
{
  static const double posts[] = {1, 1000};
  double values[1000], scores[1000];
  KpiScoring scoring = scoring_with ("goalposts", posts, 2);
  KpiScoringCall call = {.scoring = &scoring};

  scoring.transform = KPI_TRANSFORM_SQRT;
  for (int i = 0; i < 1000; i++)
    values[i] = i % 17 == 0 ? NAN : i;
  _kpi_scoring_apply (&call, values, scores, 1000);
  for (int i = 0; i < 1000; i++) {
    double one = score_one (&call, values[i]);

    cr_expect (memcmp (&scores[i], &one, sizeof one) == 0);
  }
}

/* The laws that every method keeps: a score rises with its value where higher is better, and the
 * bounds of an interval hold the score of each value in it. */
Test (scoring, monotone_and_bounds_contain_points, .timeout = 10)
{
  static const double posts[] = {10, 90}, at[] = {0, 0, 50, 60, 80, 100};
  static const double observed[] = {5, 60, 60, 71, 95}, one = 1;
  static const char *const methods[] = {
      "progress", "met",  "points", "steps",           "goalposts",       "minmax",
      "zscore",   "rank", "borda",  "percentile_rank", "fraction_of_max", "distance_to"};
  KpiGoal goal = goal_of (KPI_DEMAND_MORE_THAN, 70);
  g_autoptr (GRand) random = g_rand_new_with_seed (2030);

  for (gsize m = 0; m < G_N_ELEMENTS (methods); m++) {
    gboolean is_table = strcmp (methods[m], "points") == 0 || strcmp (methods[m], "steps") == 0;
    KpiScoring scoring = scoring_with (methods[m], is_table ? at : posts, is_table ? 6 : 2);
    KpiScoringCall call = {.scoring = &scoring, .goal = &goal, .reference = 70};
    KpiFitted fitted = learn (&call, observed, 5);
    double from = scoring.method->is_positive ? 0.1 : -20;

    call.fitted = &fitted;
    scoring.options[1].numbers = (double *)&one; /* the deviation of z-scores */
    for (int i = 0; i < 500; i++) {
      double a = g_rand_double_range (random, from, 120);
      double b = g_rand_double_range (random, from, 120);
      double low = MIN (a, b), high = MAX (a, b), least, greatest;
      double inside = low + (high - low) * g_rand_double (random);

      cr_expect (score_one (&call, low) <= score_one (&call, high), "%s", methods[m]);
      _kpi_scoring_bounds (&call, low, KPI_OPEN_NOT, high, KPI_OPEN_NOT, &least, &greatest);
      cr_expect (least <= score_one (&call, inside) && score_one (&call, inside) <= greatest, "%s",
                 methods[m]);
    }
    _kpi_fitted_clear (&fitted);
  }
}
