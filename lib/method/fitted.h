/* SPDX-License-Identifier: MIT */
/* What a method learned from the values of one class of areas. How much of them it keeps is for the
 * method to say: two numbers, two exact sums besides, or all of them in order.
 *
 * Always true: neither the order in which values come nor how they are split decides a bit of what
 * is learned, so that parts that were learned apart can be merged. */
#pragma once

#include "base/exact.h"

/* In the order of _kpi_learns_names. Whatever is learned, the number and the range are. */
typedef enum {
  KPI_LEARNS_NOTHING,
  KPI_LEARNS_RANGE,
  KPI_LEARNS_SUM,  /* of the values, exactly */
  KPI_LEARNS_SUMS, /* and of their squares */
  KPI_LEARNS_ORDER /* all values, ascending */
} KpiLearns;

extern const char *const _kpi_learns_names[];

typedef struct {
  KpiExactSum values;
  KpiExactSum squares;
  double mean;   /* once all values are there, likewise below */
  double spread; /* n times the sum of squared deviations */
} KpiSums;

typedef struct {
  KpiLearns learns;
  gsize n;
  double least; /* infinity where there is no value; minus infinity the greatest */
  double greatest;
  KpiSums *sums;  /* NULL where they are not learned, likewise below */
  double *values; /* ascending once all are there */
  double *lows;   /* the ends of the same values, each array ascending for itself; */
  double *highs;  /* NULL where every value is exact, or where the fit comes from elsewhere */
  gsize capacity;
} KpiFitted;

/* FALSE if there is no memory; clear it either way. */
gboolean _kpi_fitted_init (KpiFitted *fitted, KpiLearns learns);
void _kpi_fitted_clear (KpiFitted *fitted);

/* Forgets all, and keeps the memory for what is learned next. */
void _kpi_fitted_restart (KpiFitted *fitted);

/* Learns from n values and, of an order, their ends, which may both be NULL; a value that is NaN is
 * passed over. FALSE if there is no memory. Say finish when all are there. */
gboolean _kpi_fitted_learn (KpiFitted *fitted, const double *values, const double *lows,
                            const double *highs, gsize n);
void _kpi_fitted_finish (KpiFitted *fitted);

/* Learns from as many values that are all the same; NaN is passed over. FALSE if there is no
 * memory. Of sums it takes no longer than from one. */
gboolean _kpi_fitted_repeat (KpiFitted *fitted, double value, gsize times);

/* Learns what another one has learned, both of them finished; its ends aside. FALSE if there is no
 * memory. */
gboolean _kpi_fitted_merge (KpiFitted *fitted, const KpiFitted *other);

/* Of a sum, and of sums. The mean is NaN where the sum passes the greatest double, and so is what
 * follows where that of the squares does. The standard deviation has n - 1 below, or n for a whole
 * population. */
double _kpi_fitted_mean (const KpiFitted *fitted);
double _kpi_fitted_sd (const KpiFitted *fitted, gboolean population);
