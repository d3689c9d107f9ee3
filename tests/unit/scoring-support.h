/* SPDX-License-Identifier: MIT */
/* What the tests of scoring methods share: one value in, one score out. */
#ifndef KPI_TEST_SCORING_SUPPORT_H
#define KPI_TEST_SCORING_SUPPORT_H

#include <math.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "method/methods.h"
#include "method/scoring.h"

#define NO_VALID                                                                                   \
  {                                                                                                \
    -INFINITY, INFINITY                                                                            \
  }

/* A goal without baseline or valid range; of a range both ends are given. */
static inline KpiGoal
goal_between (KpiDemand demand, double low, double high)
{
  return (KpiGoal){
      .demand = demand, .low = low, .high = high, .of = NAN, .baseline = NAN, .valid = NO_VALID};
}

static inline KpiGoal
goal_of (KpiDemand demand, double target)
{
  return goal_between (demand, target, target);
}

/* A method whose first option has `n` numbers. */
static inline KpiScoring
scoring_with (const char *method, const double *numbers, gsize n)
{
  KpiScoring scoring;

  _kpi_scoring_init (&scoring, _kpi_methods_find (KPI_METHODS_SCORING, method));
  scoring.options[0].numbers = (double *)numbers;
  scoring.options[0].n_numbers = n;
  return scoring;
}

/* What a method learns from n values; clear it. */
static inline KpiFitted
learn (const KpiScoringCall *call, const double *values, gsize n)
{
  KpiFitted fitted;

  cr_assert (_kpi_fitted_init (&fitted, call->scoring->method->learns));
  cr_assert (_kpi_scoring_learn (call, &fitted, values, NULL, NULL, n));
  _kpi_fitted_finish (&fitted);
  return fitted;
}

/* The same, where values have ends. */
static inline KpiFitted
learn_ends (const KpiScoringCall *call, const double *values, const double *lows,
            const double *highs, gsize n)
{
  KpiFitted fitted;

  cr_assert (_kpi_fitted_init (&fitted, call->scoring->method->learns));
  cr_assert (_kpi_scoring_learn (call, &fitted, values, lows, highs, n));
  _kpi_fitted_finish (&fitted);
  return fitted;
}

static inline double
score_one (const KpiScoringCall *call, double value)
{
  double score;

  _kpi_scoring_apply (call, &value, &score, 1);
  return score;
}

/* Equal to the last bit: these are calculations that a pocket calculator does. */
#define expect_score(call, value, score)                                                           \
  do {                                                                                             \
    double got = score_one (call, value);                                                          \
    cr_expect (got == (score), "%g scores %.17g, not %.17g", (double)(value), got,                 \
               (double)(score));                                                                   \
  } while (0)

#define expect_rival_bounds(call, low, high, is_member, least, greatest)                           \
  do {                                                                                             \
    double got_low, got_high;                                                                      \
    _kpi_scoring_rival_bounds (call, low, high, is_member, &got_low, &got_high);                   \
    cr_expect (got_low == (least), "least %.17g, not %.17g", got_low, (double)(least));            \
    cr_expect (got_high == (greatest), "greatest %.17g, not %.17g", got_high, (double)(greatest)); \
  } while (0)

#define expect_no_score(call, value) cr_expect (isnan (score_one (call, value)))

#define expect_bounds(call, low, low_open, high, high_open, least, greatest)                       \
  do {                                                                                             \
    double got_low, got_high;                                                                      \
    _kpi_scoring_bounds (call, low, low_open, high, high_open, &got_low, &got_high);               \
    cr_expect (got_low == (least), "least %.17g, not %.17g", got_low, (double)(least));            \
    cr_expect (got_high == (greatest), "greatest %.17g, not %.17g", got_high, (double)(greatest)); \
  } while (0)

#endif
