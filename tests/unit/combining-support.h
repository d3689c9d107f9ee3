/* SPDX-License-Identifier: MIT */
/* What the tests of combining methods share: the children of one area in, one score out. */
#ifndef KPI_TEST_COMBINING_SUPPORT_H
#define KPI_TEST_COMBINING_SUPPORT_H

#include <math.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "method/combining.h"

static inline double
combine_tallied (const char *method, const double *scores, const double *weights, gsize n,
                 KpiTally *tally)
{
  const double *children[8];
  KpiCombining combining;
  double out;

  for (gsize c = 0; c < n; c++)
    children[c] = &scores[c];
  _kpi_combining_init (&combining, _kpi_combining_find (method));
  combining.method->combine (&combining, children, weights, n, &out, 1, tally);
  return out;
}

static inline double
combine (const char *method, const double *scores, const double *weights, gsize n)
{
  KpiTally tally = {0};

  return combine_tallied (method, scores, weights, n, &tally);
}

#define expect_near(got, expected) cr_expect (fabs ((got) - (expected)) < 1e-12 * (expected))

#endif
