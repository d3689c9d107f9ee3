/* SPDX-License-Identifier: MIT */
/* The table of treatments, and when they act.
 *
 *   acts where |G1| > skew and G2 > kurtosis    sample-adjusted: see moments.c
 *
 * Always true: values that are equal, or fewer than four, stay as they are, since they have no such
 * shape. A treatment never turns the order of two values. */

#include <math.h>

#include "base/sort.h"
#include "method/moments.h"
#include "method/treating.h"

extern const KpiTreatingMethod _kpi_treating_winsorise;
extern const KpiTreatingMethod _kpi_treating_log;

/* In the order of _kpi_treating_then_names. */
static const KpiTreatingMethod *const afterwards[] = {NULL, &_kpi_treating_log};
const char *const _kpi_treating_then_names[] = {"nothing", "log", NULL};

gboolean
_kpi_treating_acts (const KpiTreating *treating)
{
  return treating->winsorise > 0 || afterwards[treating->then] != NULL;
}

gboolean
_kpi_treating_is_skewed (const KpiTreating *treating, const double *values, gsize n,
                         double *out_skewness)
{
  KpiMoments moments = _kpi_moments (values, n);

  *out_skewness = _kpi_moments_skewness (&moments);
  return fabs (*out_skewness) > treating->skew &&
         _kpi_moments_kurtosis (&moments) > treating->kurtosis;
}

/* Whether the values are still too skewed once they are treated. */
static gboolean
fails (const KpiTreating *treating, const KpiTreated *treated, const double *values, gsize n,
       double *scratch)
{
  double skewness;

  for (gsize i = 0; i < n; i++)
    scratch[i] = _kpi_treated_apply (treated, values[i]);
  return _kpi_treating_is_skewed (treating, scratch, n, &skewness);
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
  if (afterwards[treating->then] != NULL && fails (treating, &treated, values, n, scratch)) {
    treated.method = afterwards[treating->then];
    treated.method->fit (treating, values, n, scratch, &treated);
  }
  return treated;
}

gboolean
_kpi_treated_is_logged (const KpiTreated *treated)
{
  return treated->method == &_kpi_treating_log;
}

double
_kpi_treated_apply (const KpiTreated *treated, double value)
{
  return treated->method == NULL ? value : treated->method->apply (treated, value);
}
