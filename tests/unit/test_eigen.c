/* SPDX-License-Identifier: MIT */
#include "near.h"

#include "method/eigen.h"

/* [[2, 1], [1, 2]] stretches (1, 1) by 3 and (1, -1) by 1. */
Test (eigen, by_hand, .timeout = 10)
{
  g_autoptr (GError) error = NULL;
  double matrix[] = {2, 1, 1, 2}, values[2], half = sqrt (0.5);

  cr_assert (_kpi_eigen (matrix, 2, values, &error), "%s", error->message);
  expect_within (values[0], 3, 1e-10);
  expect_within (values[1], 1, 1e-10);
  expect_within (matrix[0], half, 1e-10);
  expect_within (matrix[1], half, 1e-10);
  expect_within (matrix[2], half, 1e-10); /* its sum is 0: the first entry is positive */
  expect_within (matrix[3], -half, 1e-10);
}

/* A matrix is put together again from its parts: A = sum of l v v^T. */
Test (eigen, put_together_again, .timeout = 10)
{
  enum { N = 40 };
  g_autoptr (GRand) random = g_rand_new_with_seed (57);
  static double matrix[N * N], kept[N * N];
  double values[N];

  for (gsize i = 0; i < N; i++)
    for (gsize j = 0; j <= i; j++)
      kept[i * N + j] = kept[j * N + i] = matrix[i * N + j] = matrix[j * N + i] =
          g_rand_double_range (random, -1, 1);
  cr_assert (_kpi_eigen (matrix, N, values, NULL));
  for (gsize i = 0; i < N; i++) {
    cr_expect (i == 0 || values[i] <= values[i - 1]);
    for (gsize j = 0; j < N; j++) {
      double sum = 0;

      for (gsize v = 0; v < N; v++)
        sum += values[v] * matrix[v * N + i] * matrix[v * N + j];
      expect_within (sum, kept[i * N + j], 1e-10);
    }
  }
}

Test (eigen, limits, .timeout = 10)
{
  g_autoptr (GError) error = NULL;

  cr_expect (_kpi_eigen (NULL, 0, NULL, &error));
  cr_expect (not(_kpi_eigen (NULL, KPI_MAX_MATRIX + 1, NULL, &error)));
  cr_assert (error != NULL);
  cr_expect (eq (int, error->code, KPI_ERROR_LIMIT));
}

/* 2 x + y = 3, x + 2 y = 0: x = 2, y = -1. */
Test (eigen, solves, .timeout = 10)
{
  double matrix[] = {2, 1, 1, 2}, x[] = {3, 0}, flat[] = {1, 2, 2, 1};
  gboolean solved;

  cr_assert (_kpi_solve (matrix, 2, x, &solved, NULL));
  cr_expect (solved);
  expect_within (x[0], 2, 1e-10);
  expect_within (x[1], -1, 1e-10);
  cr_assert (_kpi_solve (flat, 2, x, &solved, NULL));
  cr_expect (not(solved));
}
