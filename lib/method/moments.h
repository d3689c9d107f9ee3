/* SPDX-License-Identifier: MIT */
/* Moments: where the values of an indicator lie, and the shape of their distribution. */
#pragma once

#include <glib.h>

/* Of the values that are there. Sums of powers of deviations stand in powers of `unit`, a power of
 * two about the greatest value, so that nothing over- or underflows. */
typedef struct {
  gsize n;
  double least; /* NaN where there is no value, likewise the greatest and the mean */
  double greatest;
  double mean;
  double unit;
  double squares;
  double cubes;
  double fourths;
} KpiMoments;

/* Of n values; NaN is passed over. Linear, three passes. */
KpiMoments _kpi_moments (const double *values, gsize n);

/* The standard deviation, n - 1 below; NaN of less than two values. */
double _kpi_moments_sd (const KpiMoments *moments);

/* Sample-adjusted skewness (G1) and excess kurtosis (G2); NaN of less than three and four values,
 * and where all values are equal. */
double _kpi_moments_skewness (const KpiMoments *moments);
double _kpi_moments_kurtosis (const KpiMoments *moments);

/* Whether |skewness| and kurtosis are both above these: a few values lie far from the others. */
gboolean _kpi_moments_are_skewed (const KpiMoments *moments, double skewness, double kurtosis);
