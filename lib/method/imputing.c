/* SPDX-License-Identifier: MIT */
/* The table of imputing methods, and what some of them share.
 *
 * Always true: what a method makes of its numbers lies between the least and the greatest of them,
 * so that nothing imputed is less likely than what was observed. */

#include <math.h>
#include <string.h>

#include "method/imputing.h"
#include "method/moments.h"

/* One line a method; each is the file of its name, impute-NAME.c. */
#define METHODS(METHOD)                                                                            \
  METHOD (mean)                                                                                    \
  METHOD (median)                                                                                  \
  METHOD (group_mean)                                                                              \
  METHOD (group_median)                                                                            \
  METHOD (carry_forward)                                                                           \
  METHOD (linear)

#define DECLARE(name) extern const KpiImputingMethod _kpi_imputing_##name;
METHODS (DECLARE)

/* For an indicator that does without what the defaults say. */
static const KpiImputingMethod none = {
    .name = "none", .about = "a gap stays a gap", .from = KPI_IMPUTE_NOTHING};

#define ENTRY(name) &_kpi_imputing_##name,
static const KpiImputingMethod *const methods[] = {&none, METHODS (ENTRY) NULL};

const char *const _kpi_impute_by_names[] = {"areas", "row", NULL};

const KpiImputingMethod *const *
_kpi_imputing_list (void)
{
  return methods;
}

const KpiImputingMethod *
_kpi_imputing_find (const char *name)
{
  for (gsize i = 0; methods[i] != NULL; i++)
    if (strcmp (methods[i]->name, name) == 0)
      return methods[i];
  return NULL;
}

void
_kpi_imputing_init (KpiImputing *imputing, const KpiImputingMethod *method)
{
  *imputing = (KpiImputing){.method = method};
}

void
_kpi_imputing_clear (KpiImputing *imputing)
{
  for (gsize i = 0; i < KPI_MAX_OPTIONS; i++)
    g_clear_pointer (&imputing->options[i].numbers, g_free);
}

gboolean
_kpi_imputing_is_by_row (const KpiImputing *imputing)
{
  return imputing->method->options[0].kind == KPI_OPTION_CHOICE && imputing->options[0].choice == 1;
}

gboolean
_kpi_imputing_is_across (const KpiImputing *imputing)
{
  KpiImputeFrom from = imputing->method->from;

  return (from == KPI_IMPUTE_LEVEL || from == KPI_IMPUTE_GROUP) &&
         !_kpi_imputing_is_by_row (imputing);
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
