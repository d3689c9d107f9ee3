/* SPDX-License-Identifier: MIT */
/* Correlations: how far two nodes order the areas alike, from -1 to 1. */
#pragma once

#include <glib.h>

/* Of n pairs without gaps; NaN where one side does not vary. `scratch` holds 3 n. */
typedef double (*KpiCorrelationFormula) (const double *a, const double *b, gsize n,
                                         double *scratch);

double _kpi_correlation_pearson (const double *a, const double *b, gsize n, double *scratch);
double _kpi_correlation_spearman (const double *a, const double *b, gsize n, double *scratch);
double _kpi_correlation_kendall (const double *a, const double *b, gsize n, double *scratch);

typedef struct {
  double r; /* NaN where it is not defined */
  gsize n;  /* how many pairs both sides have */
} KpiCorrelated;

/* Correlates the pairs that are complete; a NaN on either side leaves the pair out. FALSE if there
 * is no memory. */
gboolean _kpi_correlate (KpiCorrelationFormula formula, const double *a, const double *b, gsize n,
                         KpiCorrelated *out);

/* Fills the symmetric matrix (n_columns x n_columns) of Pearson's correlations between columns that
 * have no gaps, n numbers each, one after another. */
void _kpi_correlation_matrix (const double *columns, gsize n_columns, gsize n, double *out);
