/* SPDX-License-Identifier: MIT */
#include "near.h"

#include "method/imputing.h"
#include "method/methods.h"

static const KpiImputingMethod *
find (const char *name)
{
  const KpiImputingMethod *method = _kpi_methods_find (KPI_METHODS_IMPUTING, name);

  cr_assert (ne (ptr, (void *)method, NULL), "%s", name);
  return method;
}

/* (1 + 2 + 6) / 3, and the second of them; of four (2 + 6) / 2. */
Test (imputing, means_and_medians, .timeout = 10)
{
  static const char *const means[] = {"mean", "group_mean"};
  static const char *const medians[] = {"median", "group_median"};

  for (gsize i = 0; i < 2; i++) {
    double three[] = {6, 1, 2}, four[] = {9, 2, 6, 0};

    cr_expect (eq (dbl, find (means[i])->of_numbers (three, 3), 3));
    cr_expect (eq (dbl, find (medians[i])->of_numbers (three, 3), 2));
    cr_expect (eq (dbl, find (medians[i])->of_numbers (four, 4), 4));
    cr_expect (find (means[i])->from[0] == (i == 0 ? KPI_IMPUTE_LEVEL : KPI_IMPUTE_GROUP));
    cr_expect (find (medians[i])->from[0] == (i == 0 ? KPI_IMPUTE_LEVEL : KPI_IMPUTE_GROUP));
  }
}

/* What a fit keeps tells the same to the bit, in whatever order it comes; and equal numbers have
 * themselves for a mean, however they are rounded. */
Test (imputing, means_and_medians_of_a_fit, .timeout = 10)
{
  static const char *const names[] = {"mean", "median", "group_mean", "group_median"};
  static const double values[] = {0.3, -1e17, 0.1, 1e17, 7, 0.2}, tenths[] = {0.1, 0.1, 0.1};

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    const KpiImputingMethod *method = find (names[i]);

    for (gsize n = 1; n <= G_N_ELEMENTS (values); n++) {
      double numbers[6];
      KpiFitted fitted;

      cr_assert (_kpi_fitted_init (&fitted, method->learns));
      for (gsize v = n; v-- > 0;) {
        numbers[n - 1 - v] = values[v];
        cr_assert (_kpi_fitted_learn (&fitted, &values[v], NULL, NULL, 1));
      }
      _kpi_fitted_finish (&fitted);
      cr_expect (method->of_fitted (&fitted) == method->of_numbers (numbers, n), "%s of %zu",
                 names[i], n);
      _kpi_fitted_clear (&fitted);
    }
  }
  cr_expect (find ("mean")->of_numbers ((double *)tenths, 3) == 0.1);
}

/* 1e17 and -1e17 cancel: what is left is 7.25, where a plain sum has 0. */
Test (imputing, means_lose_no_digit, .timeout = 10)
{
  double values[] = {1e17, 0.25, 7, -1e17};

  cr_expect (find ("mean")->of_numbers (values, 4) == 7.25 / 4);
}

/* A mean of huge numbers is no more than the greatest of them. */
Test (imputing, means_do_not_overflow, .timeout = 10)
{
  double huge[] = {1e308, 1.5e308, 1.7e308};

  expect_close (find ("mean")->of_numbers (huge, 3) / 1.4e308, 1);
}

Test (imputing, carry_forward_takes_the_one_before, .timeout = 10)
{
  const KpiImputingMethod *method = find ("carry_forward");

  cr_expect (eq (dbl, method->at_time ((KpiWaypoint){2020, 7}, (KpiWaypoint){2030, 9}, 2029), 7));
  cr_expect (isnan (method->at_time (KPI_NO_WAYPOINT, (KpiWaypoint){2030, 9}, 2029)));
}

/* From 10 in 2020 to 30 in 2024: a quarter of the way after one year. */
Test (imputing, linear_goes_between, .timeout = 10)
{
  const KpiImputingMethod *method = find ("linear");
  KpiWaypoint before = {2020, 10}, after = {2024, 30};

  cr_expect (eq (dbl, method->at_time (before, after, 2021), 15));
  cr_expect (eq (dbl, method->at_time (before, after, 2023), 25));
  cr_expect (isnan (method->at_time (before, KPI_NO_WAYPOINT, 2021)));
  cr_expect (isnan (method->at_time (KPI_NO_WAYPOINT, after, 2021)));
  before.value = -1.7e308;
  after.value = 1.7e308;
  cr_expect (eq (dbl, method->at_time (before, after, 2022), 0));
}

Test (imputing, only_means_and_medians_look_along_a_row, .timeout = 10)
{
  static const char *const names[] = {"mean", "median", "group_mean", "linear", "none"};

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    KpiImputing imputing;

    imputing = (KpiImputing){.method = find (names[i])};
    cr_expect (not(_kpi_imputing_is_by_row (&imputing)));
    imputing.options[0].choice = 1;
    cr_expect (eq (int, _kpi_imputing_is_by_row (&imputing), i < 2), "%s", names[i]);
    _kpi_option_values_clear (imputing.options);
  }
}
