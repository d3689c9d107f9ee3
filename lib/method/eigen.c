/* SPDX-License-Identifier: MIT */
/* Symmetric matrices: eigenvalues by dsyev (QR), linear systems by dposv (Cholesky).
 *
 * Source: E. Anderson et al., LAPACK Users' Guide (1999). LAPACK is Fortran: every argument is an
 * address, a matrix stands column by column, and the length of each letter follows at the end. */

#include <math.h>

#include "base/findings-private.h"
#include "base/library.h"
#include "method/eigen.h"

static const KpiLibrary lapack = {
    .file = "liblapack.so.3", .purpose = "linear algebra", .package = "liblapack3"};

typedef void (*Dsyev) (const char *jobz, const char *uplo, const int *n, double *a, const int *lda,
                       double *w, double *work, const int *lwork, int *info, gsize, gsize);
typedef void (*Dposv) (const char *uplo, const int *n, const int *nrhs, double *a, const int *lda,
                       double *b, const int *ldb, int *info, gsize);

static gpointer
find (const char *name, gsize n, GError **error)
{
  gpointer handle;

  if (n > KPI_MAX_MATRIX) {
    _kpi_error_set (error, KPI_ERROR_LIMIT,
                    "found a group of %" G_GSIZE_FORMAT " children, expected at most %d for this",
                    n, KPI_MAX_MATRIX);
    return NULL;
  }
  handle = _kpi_library_open (&lapack, error);
  return handle == NULL ? NULL : _kpi_library_find (handle, &lapack, name, error);
}

static void
swap_rows (double *matrix, gsize n, gsize i, gsize j)
{
  for (gsize c = 0; c < n; c++) {
    double kept = matrix[i * n + c];

    matrix[i * n + c] = matrix[j * n + c];
    matrix[j * n + c] = kept;
  }
}

/* LAPACK has the least eigenvalue first. */
static void
turn_round (double *matrix, double *values, gsize n)
{
  for (gsize i = 0; i < n / 2; i++) {
    double kept = values[i];

    values[i] = values[n - 1 - i];
    values[n - 1 - i] = kept;
    swap_rows (matrix, n, i, n - 1 - i);
  }
}

static double
rounded (double number)
{
  return round (number * 1e9);
}

/* The number whose sign decides; see the header. */
static double
deciding (const double *vector, gsize n)
{
  double sum = 0;

  for (gsize c = 0; c < n; c++)
    sum += vector[c];
  for (gsize c = 0; c < n && rounded (sum) == 0; c++)
    sum = vector[c];
  return sum;
}

static void
fix_signs (double *matrix, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    double sign = deciding (matrix + i * n, n) < 0 ? -1 : 1;

    for (gsize c = 0; c < n; c++)
      matrix[i * n + c] *= sign;
  }
}

gboolean
_kpi_eigen (double *matrix, gsize n, double *out_values, GError **error)
{
  Dsyev dsyev = (Dsyev)find ("dsyev_", n, error);
  int order = (int)n, n_work = MAX (34 * order, 1), info = 0; /* blocks of 32, as LAPACK advises */
  g_autofree double *work = dsyev == NULL ? NULL : g_try_new (double, n_work);

  if (dsyev == NULL)
    return FALSE;
  if (work == NULL)
    return _kpi_error_set (error, KPI_ERROR_MEMORY, "no memory for a matrix");
  if (n > 0)
    dsyev ("V", "U", &order, matrix, &order, out_values, work, &n_work, &info, 1, 1);
  if (info != 0)
    return _kpi_error_set (error, KPI_ERROR_UNDEFINED, "LAPACK found no eigenvalues");
  turn_round (matrix, out_values, n);
  fix_signs (matrix, n);
  return TRUE;
}

gboolean
_kpi_solve (double *matrix, gsize n, double *x, gboolean *out_solved, GError **error)
{
  Dposv dposv = (Dposv)find ("dposv_", n, error);
  int order = (int)n, one = 1, info = 0;

  if (dposv == NULL)
    return FALSE;
  if (n > 0)
    dposv ("U", &order, &one, matrix, &order, x, &order, &info, 1);
  *out_solved = info == 0;
  return TRUE;
}
