/* SPDX-License-Identifier: MIT */
/* Exact sums: no addend is rounded away, so that neither the order nor the split of the addends
 * decides a bit of the sum. */
#pragma once

#include <glib.h>

/* Settled parts are at most 40: the bits of all doubles over the 53 of one, rounded up. */
#define KPI_EXACT_ROOM 64

/* The sum of its parts, which do not overlap, the least first; none of them is 0. All zero is the
 * sum of nothing. Once it has passed the greatest double it is NaN for good. */
typedef struct {
  guint n;
  double parts[KPI_EXACT_ROOM];
} KpiExactSum;

void _kpi_exact_add (KpiExactSum *sum, double x);

/* Adds a b. Exact unless the product's last bits lie below the least double: |a b| < 1e-290. */
void _kpi_exact_add_product (KpiExactSum *sum, double a, double b);

void _kpi_exact_add_sum (KpiExactSum *sum, const KpiExactSum *other);

/* Brings a sum to its one canonical form: the greatest part is the sum rounded, the next one the
 * rest rounded, and so on. Two sums are equal if and only if their settled parts are. */
void _kpi_exact_settle (KpiExactSum *sum);

/* The double nearest to the sum; NaN past the greatest double. */
double _kpi_exact_get (const KpiExactSum *sum);
