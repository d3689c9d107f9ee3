/* SPDX-License-Identifier: MIT */
#include "method/ranks.h"
#include "scoring-support.h"

/* From the worst: 10, 20, 20, 40. */
static const double four[] = {20, 40, 10, NAN, 20};

Test (ranks, ties_share_the_low_the_middle_or_the_high_rank, .timeout = 10)
{
  static const double of_ten[] = {1, 1, 1}, of_twenty[] = {2, 2.5, 3}, of_forty[] = {4, 4, 4};
  KpiScoring scoring = scoring_with ("rank", NULL, 0);
  KpiScoringCall call = {.scoring = &scoring};
  KpiFitted fitted = learn (&call, four, 5);

  call.fitted = &fitted;
  for (guint ties = 0; ties < 3; ties++) {
    scoring.options[0].choice = ties;
    expect_score (&call, 10, of_ten[ties]);
    expect_score (&call, 20, of_twenty[ties]);
    expect_score (&call, 40, of_forty[ties]);
    expect_score (&call, 30, 4.0); /* not in the fit: the rank that it would have */
    expect_score (&call, 50, 5.0);
    expect_no_score (&call, NAN);
  }
  _kpi_fitted_clear (&fitted);
}

/* A is 5 to 15, B is 10, C is 12 to 20. A's low, 5, is below all; its high, 15, may be above B's 10
 * and C's 12: 1 to 3. B may be above A's 5, and below both: 1 to 2. C may have A's 15 above it and
 * has B's 10 below: 2 to 3. */
Test (ranks, ends_stand_against_the_others_opposite_ends, .timeout = 10)
{
  static const double values[] = {10, 10, 16}, lows[] = {5, 10, 12}, highs[] = {15, 10, 20};
  KpiScoring scoring = scoring_with ("rank", NULL, 0);
  KpiScoringCall call = {.scoring = &scoring};
  KpiFitted fitted = learn_ends (&call, values, lows, highs, 3);

  call.fitted = &fitted;
  expect_rival_bounds (&call, 5, 15, TRUE, 1.0, 3.0);
  expect_rival_bounds (&call, 10, 10, TRUE, 1.0, 2.0);
  expect_rival_bounds (&call, 12, 20, TRUE, 2.0, 3.0);
  expect_rival_bounds (&call, 21, 21, FALSE, 4.0, 4.0); /* is none of them: above all three */
  scoring.options[0].choice = 2;                        /* ties: high. B may tie with nobody */
  expect_rival_bounds (&call, 10, 10, TRUE, 1.0, 2.0);
  expect_rival_bounds (&call, 15, 15, FALSE, 2.0, 4.0); /* may be A itself, and be above C */
  _kpi_fitted_clear (&fitted);
}

/* Whatever the values are within their ends, their ranks are within the ranks' bounds. */
Test (ranks, bounds_hold_every_truth, .timeout = 60)
{
  enum { N = 12 };
  g_autoptr (GRand) random = g_rand_new_with_seed (34);
  KpiScoring scoring = scoring_with ("rank", NULL, 0);

  for (int round = 0; round < 300; round++) {
    KpiScoringCall call = {.scoring = &scoring};
    double lows[N], highs[N], truth[N];
    KpiFitted with_ends, of_truth;

    scoring.options[0].choice = round % 3;
    for (int i = 0; i < N; i++) {
      lows[i] = g_rand_int_range (random, 0, 10);
      highs[i] = g_rand_boolean (random) ? lows[i] : lows[i] + g_rand_int_range (random, 0, 5);
      truth[i] = g_rand_int_range (random, (int)lows[i], (int)highs[i] + 1);
    }
    with_ends = learn_ends (&call, lows, lows, highs, N);
    of_truth = learn (&call, truth, N);
    for (int i = 0; i < N; i++) {
      double least, greatest, rank;

      call.fitted = &with_ends;
      _kpi_scoring_rival_bounds (&call, lows[i], highs[i], TRUE, &least, &greatest);
      call.fitted = &of_truth;
      rank = score_one (&call, truth[i]);
      cr_expect (least <= rank && rank <= greatest, "%g not in %g to %g", rank, least, greatest);
    }
    _kpi_fitted_clear (&with_ends);
    _kpi_fitted_clear (&of_truth);
  }
}

/* Counted one by one, as the formula says it. */
Test (ranks, as_many_as_one_counts, .timeout = 60)
{
  enum { N = 200 };
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  KpiScoring scoring = scoring_with ("rank", NULL, 0);
  KpiScoringCall call = {.scoring = &scoring, .better = KPI_BETTER_LOWER};
  double values[N], ranks[N];
  KpiFitted fitted;

  for (int i = 0; i < N; i++)
    values[i] = g_rand_int_range (random, 0, 60);
  fitted = learn (&call, values, N);
  call.fitted = &fitted;
  for (guint ties = 0; ties < 3; ties++) {
    scoring.options[0].choice = ties;
    _kpi_scoring_apply (&call, values, ranks, N);
    for (int i = 0; i < N; i++) {
      int worse = 0, equal = 0;

      for (int j = 0; j < N; j++) {
        worse += values[j] > values[i]; /* lower is better */
        equal += j != i && values[j] == values[i];
      }
      cr_expect (ranks[i] == 1 + worse + equal * ties / 2.0);
    }
  }
  _kpi_fitted_clear (&fitted);
}
