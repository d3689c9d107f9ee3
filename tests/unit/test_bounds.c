/* SPDX-License-Identifier: MIT */
#include <math.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "score/measure/bounds.h"

static const KpiInterval above_80 = {80, INFINITY, TRUE, TRUE};
static const KpiInterval five_to_ten = {5, 10, FALSE, FALSE};

static void
expect_interval (KpiInterval got, double low, gboolean low_open, double high, gboolean high_open)
{
  cr_expect (got.low == low && got.low_open == low_open, "low %g %s", got.low,
             got.low_open ? "open" : "closed");
  cr_expect (got.high == high && got.high_open == high_open, "high %g %s", got.high,
             got.high_open ? "open" : "closed");
}

/* Terms named by letters: a + b - c is { 'a', 'b' } and { -'c' }. */
static KpiMeasure
measure_of (KpiMeasureForm form, const int *of, gsize n_of, const int *to, gsize n_to)
{
  static KpiTerm terms[8];
  KpiMeasure measure = {
      .form = form, .of = terms, .n_of = n_of, .to = terms + n_of, .n_to = n_to, .per = 100};

  for (gsize i = 0; i < n_of + n_to; i++) {
    int letter = i < n_of ? of[i] : to[i - n_of];

    terms[i] = (KpiTerm){(guint32)ABS (letter), letter < 0 ? -1 : 1};
  }
  return measure;
}

static KpiInterval
measure (const KpiMeasure *formula, const KpiInterval *terms)
{
  KpiBoundsPart parts[8];
  guint32 part_of[8];
  gsize n_parts = _kpi_bounds_gather (formula, parts, part_of);

  for (gsize t = 0; t < formula->n_of + formula->n_to; t++)
    parts[part_of[t]].interval = terms[t];
  return _kpi_bounds_of_measure (formula, parts, n_parts);
}

Test (bounds, sums_add_ends, .timeout = 10)
{
  KpiMeasure sum = measure_of (KPI_MEASURE_SUM, (int[]){'a', 'b'}, 2, NULL, 0);
  KpiMeasure difference = measure_of (KPI_MEASURE_SUM, (int[]){'a', -'b'}, 2, NULL, 0);

  sum = measure_of (KPI_MEASURE_SUM, (int[]){'a', 'b'}, 2, NULL, 0);
  /* > 80 plus 5..10 is > 85 */
  expect_interval (measure (&sum, (KpiInterval[]){above_80, five_to_ten}), 85, TRUE, INFINITY,
                   TRUE);
  difference = measure_of (KPI_MEASURE_SUM, (int[]){'a', -'b'}, 2, NULL, 0);
  /* 100 minus 5..10 is 90..95 */
  expect_interval (measure (&difference, (KpiInterval[]){KPI_EXACT (100), five_to_ten}), 90, FALSE,
                   95, FALSE);
}

Test (bounds, a_series_that_cancels_itself_is_exact, .timeout = 10)
{
  KpiMeasure none = measure_of (KPI_MEASURE_SUM, (int[]){'a', 'b', -'b'}, 3, NULL, 0);
  KpiInterval terms[] = {KPI_EXACT (7), five_to_ten, five_to_ten};

  expect_interval (measure (&none, terms), 7, FALSE, 7, FALSE);
}

Test (bounds, ratio_of_independent_series, .timeout = 10)
{
  KpiMeasure ratio = measure_of (KPI_MEASURE_RATIO, (int[]){'a'}, 1, (int[]){'b'}, 1);

  /* 100 * 2 / 5..10 is 20..40; 100 * > 80 / 5..10 is > 800 */
  expect_interval (measure (&ratio, (KpiInterval[]){KPI_EXACT (2), five_to_ten}), 20, FALSE, 40,
                   FALSE);
  expect_interval (measure (&ratio, (KpiInterval[]){above_80, five_to_ten}), 800, TRUE, INFINITY,
                   TRUE);
  /* 0 over anything is 0, and is reached */
  expect_interval (measure (&ratio, (KpiInterval[]){KPI_EXACT (0), above_80}), 0, FALSE, 0, FALSE);
}

Test (bounds, a_denominator_that_spans_zero_bounds_nothing, .timeout = 10)
{
  KpiMeasure ratio = measure_of (KPI_MEASURE_RATIO, (int[]){'a'}, 1, (int[]){'b'}, 1);
  KpiInterval terms[] = {KPI_EXACT (2), {0, 4, TRUE, FALSE}};

  expect_interval (measure (&ratio, terms), -INFINITY, TRUE, INFINITY, TRUE);
}

Test (bounds, a_series_on_both_sides_is_evaluated_at_the_corners, .timeout = 10)
{
  KpiMeasure share = measure_of (KPI_MEASURE_RATIO, (int[]){'a'}, 1, (int[]){'a', 'b'}, 2);
  KpiInterval terms[] = {{30, 60, FALSE, TRUE}, {30, 60, FALSE, TRUE}, KPI_EXACT (20)};
  KpiInterval beyond[] = {above_80, above_80, KPI_EXACT (20)};

  /* 100 * 30 / 50 = 60 and 100 * 60 / 80 = 75, not the 37.5 … 120 of independent ends */
  expect_interval (measure (&share, terms), 60, FALSE, 75, TRUE);
  /* 100 * 80 / 100 = 80, and 100 is never reached */
  expect_interval (measure (&share, beyond), 80, TRUE, 100, TRUE);
}

Test (bounds, ends_at_valid, .timeout = 10)
{
  static const double valid[] = {0, 100};

  expect_interval (_kpi_interval_within (above_80, valid), 80, TRUE, 100, FALSE);
  expect_interval (_kpi_interval_within (five_to_ten, valid), 5, FALSE, 10, FALSE);
}

/* Whatever values the series have within their bounds, the measure lies within its own. */
Test (bounds, contains_the_truth, .timeout = 20)
{
  static const int of[] = {'a', 'b', -'c'}, to[] = {'a', 'c', 'd'};
  KpiMeasure ratio = measure_of (KPI_MEASURE_RATIO, of, 3, to, 3);
  g_autoptr (GRand) random = g_rand_new_with_seed (34);

  for (int i = 0; i < 2000; i++) {
    KpiInterval by_letter[4], terms[6], got;
    double truth[4], value;

    for (int s = 0; s < 4; s++) {
      double low = g_rand_double_range (random, 1, 100);

      by_letter[s] = (KpiInterval){low, low + g_rand_double_range (random, 0, 50), FALSE, FALSE};
      truth[s] = g_rand_double_range (random, by_letter[s].low, by_letter[s].high);
    }
    for (int t = 0; t < 3; t++) {
      terms[t] = by_letter[ABS (of[t]) - 'a'];
      terms[3 + t] = by_letter[to[t] - 'a'];
    }
    got = measure (&ratio, terms);
    value = 100 * (truth[0] + truth[1] - truth[2]) / (truth[0] + truth[2] + truth[3]);
    cr_expect (got.low <= value + 1e-9 && value - 1e-9 <= got.high, "%g not in %g … %g", value,
               got.low, got.high);
  }
}
