/* SPDX-License-Identifier: MIT */
#include "combining-support.h"
#include "method/methods.h"

Test (arithmetic, weighted_mean, .timeout = 10)
{
  cr_expect (eq (dbl, combine ("arithmetic", (double[]){40, 80}, (double[]){1, 1}, 2), 60));
  /* (3 * 40 + 1 * 80) / 4 */
  cr_expect (eq (dbl, combine ("arithmetic", (double[]){40, 80}, (double[]){3, 1}, 2), 50));
}

Test (arithmetic, a_gap_takes_its_weight_with_it, .timeout = 10)
{
  double with_gap = combine ("arithmetic", (double[]){40, NAN, 80}, (double[]){3, 9, 1}, 3);

  cr_expect (eq (dbl, with_gap, 50));
  cr_expect (isnan (combine ("arithmetic", (double[]){NAN, NAN}, (double[]){1, 1}, 2)));
}

Test (arithmetic, an_end_that_nothing_bounds_stays_so, .timeout = 10)
{
  double low = combine ("arithmetic", (double[]){-INFINITY, 80}, (double[]){1, 1}, 2);

  cr_expect (low == -INFINITY);
}

/* Areas beyond one chunk come out like single ones. */
Test (arithmetic, many_areas, .timeout = 10)
{
  double a[700], b[700], out[700];
  const double *children[] = {a, b};
  KpiCombining combining;
  KpiCombiningCall call = {
      .combining = &combining, .children = children, .weights = (double[]){1, 1}, .n_children = 2};
  KpiTally tally = {0};

  for (int i = 0; i < 700; i++) {
    a[i] = i;
    b[i] = i % 5 == 0 ? NAN : 2 * i;
  }
  combining = (KpiCombining){.method = _kpi_methods_find (KPI_METHODS_COMBINING, "arithmetic")};
  combining.method->combine (&call, out, 700, &tally);
  for (int i = 0; i < 700; i++)
    cr_expect (eq (dbl, out[i], i % 5 == 0 ? i : 1.5 * i));
}
