/* SPDX-License-Identifier: MIT */
#include "weighting-support.h"
#include "method/methods.h"

/* What tells nothing apart has no say, and does not take the say of others. */
Test (weighting, a_constant_or_empty_child_weighs_nothing, .timeout = 10)
{
  static const char *const names[] = {"pca", "entropy", "critic", "correlation"};
  const double *two[] = {a, b}, *four[] = {same, a, gone, b};

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    double of_two[2], of_four[4];

    cr_assert (weigh (names[i], two, 2, N_AREAS, of_two) == NULL);
    cr_assert (weigh (names[i], four, 4, N_AREAS, of_four) == NULL);
    cr_expect (eq (dbl, of_four[0], 0));
    cr_expect (eq (dbl, of_four[2], 0));
    expect_within (of_four[1], of_two[0], 1e-10);
    expect_within (of_four[3], of_two[1], 1e-10);
  }
}

/* 100 - 1.5e-14 is 100 that was rounded: it takes nothing from the weights of the others. */
Test (weighting, noise_weighs_nothing, .timeout = 10)
{
  static const char *const names[] = {"pca", "entropy", "critic", "correlation"};
  static const double noise[N_AREAS] = {100, 100 - 1.5e-14, 100, 100, 100, 100, 100 - 1.5e-14, 100};

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    const double *two[] = {a, b}, *three[] = {noise, a, b};
    double of_two[2], of_three[3];

    cr_assert (weigh (names[i], two, 2, N_AREAS, of_two) == NULL);
    cr_assert (weigh (names[i], three, 3, N_AREAS, of_three) == NULL);
    cr_expect (eq (dbl, of_three[0], 0), "%s", names[i]);
    expect_within (of_three[1], of_two[0], 1e-10);
  }
  cr_expect (_kpi_weighting_is_constant (noise, N_AREAS));
}

/* One score, or none, may yet differ from what comes. */
Test (weighting, what_is_constant, .timeout = 10)
{
  static const double one[N_AREAS] = {7, NAN, NAN, NAN, NAN, NAN, NAN, NAN};
  static const double two[N_AREAS] = {NAN, NAN, 7, NAN, NAN, 7, NAN, NAN};

  cr_expect (_kpi_weighting_is_constant (same, N_AREAS));
  cr_expect (_kpi_weighting_is_constant (two, N_AREAS));
  cr_expect (not(_kpi_weighting_is_constant (one, N_AREAS)));
  cr_expect (not(_kpi_weighting_is_constant (gone, N_AREAS)));
  cr_expect (not(_kpi_weighting_is_constant (a, N_AREAS)));
}

/* Constant where the others are there: out of the rows that count. */
Test (weighting, constant_in_complete_rows, .timeout = 10)
{
  static const double holes[N_AREAS] = {7, 7, 7, 7, 7, 7, 7, 9};
  static const double short_b[N_AREAS] = {48, 51, 66, 45, 75, 40, 71, NAN};
  const double *children[] = {a, short_b, holes};
  double weights[3];

  cr_assert (weigh ("pca", children, 3, N_AREAS, weights) == NULL);
  cr_expect (eq (dbl, weights[2], 0));
  expect_within (weights[0], 0.5, 1e-10); /* of two, the first component is (1, 1) / sqrt 2 */
}

Test (weighting, a_child_alone_weighs_all, .timeout = 10)
{
  const double *children[] = {a, same};

  for (gsize m = 0; _kpi_methods_get (KPI_METHODS_WEIGHTING, m) != NULL; m++) {
    const KpiWeightingMethod *method = _kpi_methods_get (KPI_METHODS_WEIGHTING, m);
    double weights[2];

    if (method->per_area || g_str_equal (method->name, "equal"))
      continue;
    cr_assert (weigh (method->name, children, 2, N_AREAS, weights) == NULL);
    cr_expect (eq (dbl, weights[0], 1), "%s", method->name);
    cr_expect (eq (dbl, weights[1], 0), "%s", method->name);
  }
}

Test (weighting, nothing_differs, .timeout = 10)
{
  static const char *const names[] = {"pca", "entropy", "critic", "correlation"};
  const double *children[] = {same, gone};

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    double weights[2];

    cr_expect (weigh (names[i], children, 2, N_AREAS, weights) != NULL, "%s", names[i]);
  }
}
