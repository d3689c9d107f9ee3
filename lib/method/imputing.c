/* SPDX-License-Identifier: MIT */
/* What imputing methods share.
 *
 * Always true: what a method makes of its numbers lies between the least and the greatest of them,
 * so that nothing imputed is less likely than what was observed. */

#include <math.h>
#include <string.h>

#include "method/imputing.h"
#include "method/moments.h"

const char *const _kpi_impute_by_names[] = {
    [KPI_IMPUTE_BY_AREAS] = "areas", [KPI_IMPUTE_BY_ROW] = "row", NULL};

KpiImputeFrom
_kpi_imputing_from (const KpiImputing *imputing)
{
  return imputing->method->from[imputing->options[0].choice];
}

gboolean
_kpi_imputing_is_by_row (const KpiImputing *imputing)
{
  return _kpi_imputing_from (imputing) == KPI_IMPUTE_ROW;
}

gboolean
_kpi_imputing_is_across (const KpiImputing *imputing)
{
  KpiImputeFrom from = _kpi_imputing_from (imputing);

  return from == KPI_IMPUTE_LEVEL || from == KPI_IMPUTE_GROUP;
}

/* The sum is rounded once and the quotient once more, which could carry it past an end. */
static double
average_of (const KpiExactSum *sum, gsize n, double least, double greatest)
{
  double average = _kpi_exact_get (sum) / (double)n;

  return CLAMP (average, least, greatest);
}

/* From the exact sum, so that neither the order of the numbers nor how they are split decides a bit
 * of it; past the greatest double from sums that cannot overflow. */
double
_kpi_imputing_average (double *numbers, gsize n)
{
  KpiExactSum sum = {0};
  double least = INFINITY, greatest = -INFINITY;

  for (gsize i = 0; i < n; i++) {
    _kpi_exact_add (&sum, numbers[i]);
    least = MIN (least, numbers[i]);
    greatest = MAX (greatest, numbers[i]);
  }
  return isnan (_kpi_exact_get (&sum)) ? _kpi_moments (numbers, n).mean
                                       : average_of (&sum, n, least, greatest);
}

double
_kpi_imputing_fitted_average (const KpiFitted *fitted)
{
  return average_of (&fitted->sums->values, fitted->n, fitted->least, fitted->greatest);
}

double
_kpi_imputing_fitted_median (const KpiFitted *fitted)
{
  double lower = fitted->values[(fitted->n - 1) / 2], upper = fitted->values[fitted->n / 2];

  return fitted->n % 2 == 1 ? upper : (lower + upper) / 2;
}
