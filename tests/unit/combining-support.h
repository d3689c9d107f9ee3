/* SPDX-License-Identifier: MIT */
/* What the tests of combining methods share: the children of one area in, one score out. */
#ifndef KPI_TEST_COMBINING_SUPPORT_H
#define KPI_TEST_COMBINING_SUPPORT_H

#include <math.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "method/combining.h"
#include "method/methods.h"

#define MOST_CHILDREN 64

/* Combines with a method's numbers, the option that it has; NULL where it has none. */
static inline double
combine_with (const char *method, const double *numbers, gsize n_numbers, const double *scores,
              const double *weights, gsize n, KpiTally *tally)
{
  const double *children[MOST_CHILDREN];
  double scratch[2 * MOST_CHILDREN];
  KpiCombining combining;
  KpiCombiningCall call = {.combining = &combining,
                           .children = children,
                           .rivals = children,
                           .weights = weights,
                           .n_children = n,
                           .scratch = scratch};
  double out;

  for (gsize c = 0; c < n; c++)
    children[c] = &scores[c];
  combining = (KpiCombining){.method = _kpi_methods_find (KPI_METHODS_COMBINING, method)};
  combining.options[0].numbers = g_memdup2 (numbers, n_numbers * sizeof *numbers);
  combining.options[0].n_numbers = n_numbers;
  combining.method->combine (&call, &out, 1, tally);
  _kpi_option_values_clear (combining.options);
  return out;
}

static inline double
combine_tallied (const char *method, const double *scores, const double *weights, gsize n,
                 KpiTally *tally)
{
  return combine_with (method, NULL, 0, scores, weights, n, tally);
}

static inline double
combine (const char *method, const double *scores, const double *weights, gsize n)
{
  KpiTally tally = {0};

  return combine_tallied (method, scores, weights, n, &tally);
}

#define expect_near(got, expected) cr_expect (fabs ((got) - (expected)) < 1e-12 * (expected))

#endif
