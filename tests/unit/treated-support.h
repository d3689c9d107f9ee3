/* SPDX-License-Identifier: MIT */
/* What the tests of treatments share. */
#ifndef KPI_TEST_TREATED_SUPPORT_H
#define KPI_TEST_TREATED_SUPPORT_H

#include <string.h>

#include "method/treating.h"

/* 1 ... 20 and three outliers: skewness 3.044, kurtosis 8.966. */
static const double three_outliers[] = {1,  2,  3,  4,  5,  6,  7,  8,  9,   10,  11, 12,
                                        13, 14, 15, 16, 17, 18, 19, 20, 300, 600, 900};

static inline KpiTreated
fit (const KpiTreating *treating, const double *values, gsize n)
{
  double copy[32], scratch[32];

  if (n > 0)
    memcpy (copy, values, n * sizeof *values);
  return _kpi_treating_fit (treating, copy, n, scratch);
}

#endif
