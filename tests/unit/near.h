/* SPDX-License-Identifier: MIT */
/* What the tests of statistics share: numbers that agree to 1e-12 of what is expected, or of 1. */
#ifndef KPI_TEST_NEAR_H
#define KPI_TEST_NEAR_H

#include <math.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#define expect_within(got, expected, tolerance)                                                    \
  cr_expect (fabs ((double)(got) - (expected)) <= (tolerance)*fmax (1, fabs ((double)(expected))), \
             "found %.17g, expected %.17g", (double)(got), (double)(expected))

#define expect_close(got, expected) expect_within (got, expected, 1e-12)

#endif
