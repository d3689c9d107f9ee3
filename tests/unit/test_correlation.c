/* SPDX-License-Identifier: MIT */
#include "near.h"

#include "method/correlation.h"

/* Without the pairs that lack a side: (1, 2), (2, 4), (4, 8), a line. */
Test (correlation, pairs_are_complete, .timeout = 10)
{
  static const double a[] = {1, NAN, 2, 100, 4}, b[] = {2, 7, 4, NAN, 8};
  KpiCorrelated got;

  cr_assert (_kpi_correlate (_kpi_correlation_pearson, a, b, 5, &got));
  cr_expect (eq (sz, got.n, 3));
  expect_close (got.r, 1);
  cr_assert (_kpi_correlate (_kpi_correlation_kendall, a, b, 5, &got));
  cr_expect (eq (dbl, got.r, 1));
}

Test (correlation, nothing_to_go_by, .timeout = 10)
{
  static const KpiCorrelationFormula formulas[] = {
      _kpi_correlation_pearson, _kpi_correlation_spearman, _kpi_correlation_kendall};
  static const double a[] = {1, NAN, 3, 3}, b[] = {NAN, 2, 3, 4};

  for (gsize f = 0; f < G_N_ELEMENTS (formulas); f++) {
    for (gsize n = 0; n <= 4; n++) { /* no pair, one pair, one side constant */
      KpiCorrelated got;

      cr_assert (_kpi_correlate (formulas[f], a, b, n, &got));
      cr_expect (eq (sz, got.n, n < 3 ? 0 : n - 2));
      cr_expect (isnan (got.r));
    }
  }
}

Test (correlation, matrix_is_symmetric, .timeout = 10)
{
  static const double columns[] = {1, 2, 3, 3, 2, 1, 1, 3, 2};
  double matrix[9];

  _kpi_correlation_matrix (columns, 3, 3, matrix);
  for (gsize i = 0; i < 3; i++) {
    cr_expect (eq (dbl, matrix[4 * i], 1));
    for (gsize j = 0; j < 3; j++)
      cr_expect (eq (dbl, matrix[3 * i + j], matrix[3 * j + i]));
  }
  expect_close (matrix[1], -1);
  expect_close (matrix[2], 0.5); /* deviations -1 0 1 and -1 1 0: 1 / (sqrt 2 sqrt 2) */
}
