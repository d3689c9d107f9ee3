/* SPDX-License-Identifier: MIT */
/* Quantiles and medians by selection, without sorting. */
#pragma once

#include <glib.h>

/* Copies those of n values that are there; returns how many. */
gsize _kpi_present (const double *values, gsize n, double *out);

/* The value below which a share of n numbers lies, none of them NaN; they end in another order. NaN
 * where n is 0. Linear on average. */
double _kpi_quantile (double *numbers, gsize n, double share);

/* Likewise the middle number, or half the sum of the two in the middle. */
double _kpi_median (double *numbers, gsize n);
