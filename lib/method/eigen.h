/* SPDX-License-Identifier: MIT */
/* Linear algebra of symmetric matrices, by LAPACK. Results are promised to 1e-10, not to the bit:
 * they depend on which LAPACK is installed. */
#pragma once

#include <kpiscore/error.h>

/* The most rows that a matrix may have: a minute's work. */
#define KPI_MAX_MATRIX 2000

/* Takes a symmetric matrix apart: n x n, finite. Its rows become the eigenvectors, of length 1 and
 * by falling eigenvalue; each has the sign that makes the sum of its entries positive, or, where
 * that is 0 (rounded to 1e-9), the first entry that is not. FALSE, with `error` set, where LAPACK
 * is not installed, there is no memory, or n is beyond KPI_MAX_MATRIX. */
gboolean _kpi_eigen (double *matrix, gsize n, double *out_values, GError **error);

/* Solves matrix x = x for a symmetric positive definite matrix; both are overwritten, the first
 * with what is of no use. `*out_solved` is FALSE where the matrix is not positive definite. FALSE,
 * with `error` set, as above. */
gboolean _kpi_solve (double *matrix, gsize n, double *x, gboolean *out_solved, GError **error);
