/* SPDX-License-Identifier: MIT */
#include <math.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "data/registers/spans.h"

static const gint32 cutoffs[] = {100, 200, 300};

static double
quantile (const KpiSpans *spans, guint32 lane, gint32 after, gint32 until, double share)
{
  KpiLengths lengths = KPI_LENGTHS;
  double found;

  cr_assert (_kpi_spans_collect (spans, lane, after, until, &lengths));
  found = _kpi_lengths_quantile (&lengths, share);
  _kpi_rows_clear (&lengths.lengths);
  return found;
}

/* Closed by day 100: 1, 2, 4 days. Later, by 200: 10, 20. After the last cutoff: 1000. */
Test (spans, quantiles_between_cutoffs, .timeout = 10)
{
  KpiSpans spans;

  _kpi_spans_init (&spans, (KpiCutoffs){cutoffs, 3}, KPI_MOST_EXACT_SPANS);
  cr_assert (_kpi_spans_add (&spans, 7, 50, 4));
  cr_assert (_kpi_spans_add (&spans, 7, 99, 1));
  cr_assert (_kpi_spans_add (&spans, 7, 100, 2));
  cr_assert (_kpi_spans_add (&spans, 7, 101, 20));
  cr_assert (_kpi_spans_add (&spans, 7, 200, 10));
  cr_assert (_kpi_spans_add (&spans, 7, 301, 1000));
  cr_assert (_kpi_spans_add (&spans, 8, 50, 0));
  cr_assert (_kpi_spans_finish (&spans));
  cr_expect (eq (dbl, quantile (&spans, 7, 0, 100, 0.5), 2));
  cr_expect (eq (dbl, quantile (&spans, 7, 0, 200, 0.5), 4)); /* 1 2 4 10 20 */
  cr_expect (eq (dbl, quantile (&spans, 7, 100, 200, 0.5), 15));
  cr_expect (eq (dbl, quantile (&spans, 7, 100, 300, 0.5), 15));
  /* 4 * 0.9 = 3.6 places: from 10 on the way to 20, 0.6 of it */
  cr_expect (fabs (quantile (&spans, 7, 0, 300, 0.9) - 16) < 1e-12);
  cr_expect (isnan (quantile (&spans, 7, 200, 300, 0.5)));
  cr_expect (eq (dbl, quantile (&spans, 8, 0, 300, 0.9), 0)); /* one, of no day */
  cr_expect (isnan (quantile (&spans, 9, 0, 300, 0.5)));
  cr_expect (not(spans.is_rounded));
  _kpi_spans_clear (&spans);
}

Test (spans, any_day_can_be_asked_for, .timeout = 10)
{
  KpiSpans spans;

  _kpi_spans_init (&spans, (KpiCutoffs){NULL, 0}, KPI_MOST_EXACT_SPANS);
  cr_assert (_kpi_spans_add (&spans, 0, 739000, 5));
  cr_assert (_kpi_spans_add (&spans, 0, 739001, 9));
  cr_assert (_kpi_spans_finish (&spans));
  cr_expect (eq (dbl, quantile (&spans, 0, 0, 739000, 0.5), 5));
  cr_expect (eq (dbl, quantile (&spans, 0, 739000, 739001, 0.5), 9));
  cr_expect (eq (dbl, quantile (&spans, 0, 0, 739001, 0.5), 7));
  _kpi_spans_clear (&spans);
}

/* Lengths 0, 1, 2 … n - 1 of one item each: the quantile is share * (n - 1). */
Test (spans, rounding_is_within_one_per_cent, .timeout = 30)
{
  const gint32 n = 20000;
  KpiSpans spans;

  _kpi_spans_init (&spans, (KpiCutoffs){cutoffs, 3}, 1000);
  for (gint32 i = 0; i < n; i++)
    cr_assert (_kpi_spans_add (&spans, 0, 1, (gint32)((gint64)i * 7919 % n)));
  cr_assert (_kpi_spans_finish (&spans));
  cr_expect (spans.is_rounded);
  cr_expect (spans.pages.rows.n < 1000);
  for (double share = 0; share <= 1; share += 1.0 / 64) {
    double found = quantile (&spans, 0, 0, 300, share), exact = share * (n - 1);

    cr_expect (fabs (found - exact) <= 0.01 * exact, "%g: %g, exactly %g", share, found, exact);
    if (exact < 127)
      cr_expect (fabs (found - exact) < 1e-9, "%g: %g, exactly %g", share, found, exact);
  }
  _kpi_spans_clear (&spans);
}
