/* SPDX-License-Identifier: MIT */
/* When treatments act.
 *
 *   acts where |G1| > skew and G2 > kurtosis    sample-adjusted: see moments.c
 *
 * Always true: values that are equal, or fewer than four, stay as they are, since they have no such
 * shape. A treatment never turns the order of two values. */

#include <math.h>

#include "base/sort.h"
#include "method/moments.h"
#include "method/treating.h"

gboolean
_kpi_treating_acts (const KpiTreating *treating)
{
  return treating->winsorise > 0 || treating->then != NULL;
}

/* Whether the values are still too skewed once they are treated. */
static gboolean
fails (const KpiTreating *treating, const KpiTreated *treated, const double *values, gsize n,
       double *scratch)
{
  KpiMoments moments;

  for (gsize i = 0; i < n; i++)
    scratch[i] = _kpi_treated_apply (treated, values[i]);
  moments = _kpi_moments (scratch, n);
  return _kpi_moments_are_skewed (&moments, treating->skew, treating->kurtosis);
}

KpiTreated
_kpi_treating_fit (const KpiTreating *treating, double *values, gsize n, double *scratch)
{
  KpiTreated treated = {.method = NULL};

  /* Ascending, so that the last digit of the shape does not hang on the order of areas. */
  _kpi_sort_numbers (values, n);
  if (!fails (treating, &treated, values, n, scratch))
    return treated;
  treated.method = &_kpi_treating_winsorise;
  treated.method->fit (treating, values, n, scratch, &treated);
  if (treating->then != NULL && fails (treating, &treated, values, n, scratch)) {
    treated.method = treating->then;
    treated.method->fit (treating, values, n, scratch, &treated);
  }
  return treated;
}

gboolean
_kpi_treated_is_rescaled (const KpiTreated *treated)
{
  return treated->method != NULL && treated->method->rescales;
}

double
_kpi_treated_apply (const KpiTreated *treated, double value)
{
  return treated->method == NULL ? value : treated->method->apply (treated, value);
}
