/* SPDX-License-Identifier: MIT */
/* Learning from values.
 *
 *   mean  sum x / n
 *   sd    sqrt ((n sum x^2 - (sum x)^2) / (n (n - 1)))
 *
 * The textbook formula for the deviation, whose difference would lose all digits in floating point,
 * is right here: both sums and the difference are exact, and rounded once at the end.
 * A gap: a value that is NaN is learned nowhere. */

#include <math.h>
#include <string.h>

#include "base/sort.h"
#include "base/wide.h"
#include "method/fitted.h"

#define LANES 8

const char *const _kpi_learns_names[] = {"nothing", "range", "sum", "sums", "order", NULL};

static gboolean
needs_sums (KpiLearns learns)
{
  return learns == KPI_LEARNS_SUM || learns == KPI_LEARNS_SUMS;
}

gboolean
_kpi_fitted_init (KpiFitted *fitted, KpiLearns learns)
{
  *fitted = (KpiFitted){.learns = learns, .least = INFINITY, .greatest = -INFINITY};
  if (needs_sums (learns))
    fitted->sums = g_try_new0 (KpiSums, 1);
  return !needs_sums (learns) || fitted->sums != NULL;
}

void
_kpi_fitted_clear (KpiFitted *fitted)
{
  g_free (fitted->sums);
  g_free (fitted->values);
  g_free (fitted->lows);
  g_free (fitted->highs);
  *fitted = (KpiFitted){.learns = fitted->learns};
}

void
_kpi_fitted_restart (KpiFitted *fitted)
{
  fitted->n = 0;
  fitted->least = INFINITY;
  fitted->greatest = -INFINITY;
  if (fitted->sums != NULL)
    fitted->sums->values.n = fitted->sums->squares.n = 0;
}

static gboolean
resize (double **array, gsize capacity)
{
  double *resized = g_try_realloc_n (*array, capacity, sizeof (double));

  if (resized == NULL)
    return FALSE;
  *array = resized;
  return TRUE;
}

/* Grows for n values more, and for their ends where they are asked for. */
static gboolean
reserve (KpiFitted *fitted, gsize n, gboolean with_ends)
{
  gsize capacity = MAX (fitted->n + n, fitted->capacity + fitted->capacity / 2);
  gboolean grows = fitted->capacity - fitted->n < n;

  if (grows && !resize (&fitted->values, capacity))
    return FALSE;
  if (with_ends && (grows || fitted->lows == NULL) &&
      (!resize (&fitted->lows, MAX (capacity, 1)) || !resize (&fitted->highs, MAX (capacity, 1))))
    return FALSE;
  if (grows)
    fitted->capacity = capacity;
  return TRUE;
}

static void
keep (KpiFitted *fitted, const double *values, const double *lows, const double *highs, gsize n)
{
  gsize at = fitted->n;

  for (gsize i = 0; i < n; i++) {
    if (isnan (values[i]))
      continue;
    if (lows != NULL) {
      fitted->lows[at] = lows[i];
      fitted->highs[at] = highs[i];
    }
    fitted->values[at++] = values[i];
  }
}

static void
sum_up (KpiFitted *fitted, const double *values, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    if (isnan (values[i]))
      continue;
    _kpi_exact_add (&fitted->sums->values, values[i]);
    if (fitted->learns == KPI_LEARNS_SUMS)
      _kpi_exact_add_product (&fitted->sums->squares, values[i], values[i]);
  }
}

/* In lanes, so that a comparison need not wait for the one before it. */
KPI_WIDE static void
widen (KpiFitted *fitted, const double *values, gsize n)
{
  double least[LANES], greatest[LANES];

  for (gsize lane = 0; lane < LANES; lane++) {
    least[lane] = fitted->least;
    greatest[lane] = fitted->greatest;
  }
  for (gsize i = 0; i < n; i++)
    fitted->n += !isnan (values[i]);
  for (; n % LANES != 0; n--) {
    least[0] = values[n - 1] < least[0] ? values[n - 1] : least[0];
    greatest[0] = values[n - 1] > greatest[0] ? values[n - 1] : greatest[0];
  }
  for (gsize i = 0; i < n; i += LANES)
    for (gsize lane = 0; lane < LANES; lane++) {
      double value = values[i + lane];

      least[lane] = value < least[lane] ? value : least[lane];
      greatest[lane] = value > greatest[lane] ? value : greatest[lane];
    }
  for (gsize lane = 0; lane < LANES; lane++) {
    fitted->least = MIN (fitted->least, least[lane]);
    fitted->greatest = MAX (fitted->greatest, greatest[lane]);
  }
}

gboolean
_kpi_fitted_learn (KpiFitted *fitted, const double *values, const double *lows, const double *highs,
                   gsize n)
{
  if (fitted->learns == KPI_LEARNS_ORDER) {
    if (!reserve (fitted, n, lows != NULL))
      return FALSE;
    keep (fitted, values, lows, highs, n);
  }
  if (fitted->sums != NULL)
    sum_up (fitted, values, n);
  widen (fitted, values, n);
  return TRUE;
}

/* times value^2: the square in two parts, which are exact. */
static void
add_square (KpiExactSum *squares, double value, double times)
{
  double square = value * value;

  _kpi_exact_add_product (squares, times, square);
  if (isfinite (square))
    _kpi_exact_add_product (squares, times, fma (value, value, -square));
}

gboolean
_kpi_fitted_repeat (KpiFitted *fitted, double value, gsize times)
{
  if (isnan (value) || times == 0)
    return TRUE;
  if (fitted->learns == KPI_LEARNS_ORDER) {
    if (!reserve (fitted, times, FALSE))
      return FALSE;
    for (gsize i = 0; i < times; i++)
      fitted->values[fitted->n + i] = value;
  }
  if (fitted->sums != NULL)
    _kpi_exact_add_product (&fitted->sums->values, (double)times, value);
  if (fitted->learns == KPI_LEARNS_SUMS)
    add_square (&fitted->sums->squares, value, (double)times);
  fitted->n += times;
  fitted->least = MIN (fitted->least, value);
  fitted->greatest = MAX (fitted->greatest, value);
  return TRUE;
}

static void
sort (double *numbers, gsize n)
{
  if (numbers != NULL)
    _kpi_sort_numbers (numbers, n);
}

/* n sum x^2 - (sum x)^2, rounded once. */
static double
spread_of (const KpiExactSum *values, const KpiExactSum *squares, double n)
{
  KpiExactSum spread = {0};

  for (guint i = 0; i < squares->n; i++)
    _kpi_exact_add_product (&spread, n, squares->parts[i]);
  for (guint i = 0; i < values->n; i++)
    for (guint j = 0; j < values->n; j++)
      _kpi_exact_add_product (&spread, -values->parts[i], values->parts[j]);
  return _kpi_exact_get (&spread);
}

void
_kpi_fitted_finish (KpiFitted *fitted)
{
  KpiSums *sums = fitted->sums;

  sort (fitted->values, fitted->n);
  sort (fitted->lows, fitted->n);
  sort (fitted->highs, fitted->n);
  if (sums == NULL)
    return;
  _kpi_exact_settle (&sums->values);
  _kpi_exact_settle (&sums->squares);
  sums->mean = _kpi_exact_get (&sums->values) / (double)fitted->n;
  sums->spread = spread_of (&sums->values, &sums->squares, (double)fitted->n);
}

gboolean
_kpi_fitted_merge (KpiFitted *fitted, const KpiFitted *other)
{
  if (fitted->learns == KPI_LEARNS_ORDER) {
    if (!reserve (fitted, other->n, FALSE))
      return FALSE;
    keep (fitted, other->values, NULL, NULL, other->n);
  }
  if (fitted->sums != NULL) {
    _kpi_exact_add_sum (&fitted->sums->values, &other->sums->values);
    _kpi_exact_add_sum (&fitted->sums->squares, &other->sums->squares);
  }
  fitted->n += other->n;
  fitted->least = MIN (fitted->least, other->least);
  fitted->greatest = MAX (fitted->greatest, other->greatest);
  _kpi_fitted_finish (fitted);
  return TRUE;
}

double
_kpi_fitted_mean (const KpiFitted *fitted)
{
  return fitted->sums->mean;
}

double
_kpi_fitted_sd (const KpiFitted *fitted, gboolean population)
{
  double n = (double)fitted->n;

  return sqrt (fitted->sums->spread / n / (population ? n : n - 1));
}
