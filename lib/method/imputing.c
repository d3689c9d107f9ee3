/* SPDX-License-Identifier: MIT */
/* The table of imputing methods, and what some of them share.
 *
 * Always true: what a method makes of its numbers lies between the least and the greatest of them,
 * so that nothing imputed is less likely than what was observed. */

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

double
_kpi_imputing_average (double *numbers, gsize n)
{
  return _kpi_moments (numbers, n).mean;
}
