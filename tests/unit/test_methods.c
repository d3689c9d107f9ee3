/* SPDX-License-Identifier: MIT */
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "method/combining.h"
#include "method/imputing.h"
#include "method/methods.h"
#include "method/pacing.h"
#include "method/scoring.h"
#include "method/treating.h"
#include "method/weighting.h"

static const char *
name_of (KpiMethodKind kind, gconstpointer method)
{
  switch (kind) {
  case KPI_METHODS_SCORING:
    return ((const KpiScoringMethod *)method)->name;
  case KPI_METHODS_COMBINING:
    return ((const KpiCombiningMethod *)method)->name;
  case KPI_METHODS_WEIGHTING:
    return ((const KpiWeightingMethod *)method)->name;
  case KPI_METHODS_IMPUTING:
    return ((const KpiImputingMethod *)method)->name;
  case KPI_METHODS_TREATING:
    return method == NULL ? "nothing" : ((const KpiTreatingMethod *)method)->name;
  case KPI_METHODS_PACING:
  default:
    return ((const KpiPacingMethod *)method)->name;
  }
}

Test (methods, every_method_is_found_by_its_name, .timeout = 10)
{
  gsize first = 0;

  for (KpiMethodKind kind = 0; kind < KPI_N_METHOD_KINDS; kind++) {
    first = kind == KPI_METHODS_TREATING; /* nothing */
    for (gsize i = first; i == first || _kpi_methods_get (kind, i) != NULL; i++) {
      gconstpointer method = _kpi_methods_get (kind, i);

      cr_expect (ne (ptr, (void *)method, NULL));
      cr_expect (
          eq (ptr, (void *)_kpi_methods_find (kind, name_of (kind, method)), (void *)method));
    }
    cr_expect (eq (ptr, (void *)_kpi_methods_find (kind, "average"), NULL));
    cr_expect (eq (ptr, (void *)_kpi_methods_find (kind, "MIN"), NULL));
  }
}

/* A kind's words and its methods stand in the same order. */
Test (methods, names_stand_beside_their_methods, .timeout = 10)
{
  static const struct {
    KpiMethodKind kind;
    const char *const *names;
    gsize n;
  } kinds[] = {{KPI_METHODS_WEIGHTING, _kpi_weighting_names, 6},
               {KPI_METHODS_TREATING, _kpi_treating_names, 2},
               {KPI_METHODS_PACING, _kpi_pacing_names, 5}};

  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++) {
    for (gsize i = 0; i < kinds[k].n; i++)
      cr_expect (eq (str, (char *)name_of (kinds[k].kind, _kpi_methods_get (kinds[k].kind, i)),
                     (char *)kinds[k].names[i]));
    cr_expect (eq (ptr, (void *)_kpi_methods_get (kinds[k].kind, kinds[k].n), NULL));
    cr_expect (eq (ptr, (void *)kinds[k].names[kinds[k].n], NULL));
  }
}

Test (methods, what_holds_where_a_model_names_none_is_first, .timeout = 10)
{
  const KpiImputingMethod *imputing = _kpi_methods_get (KPI_METHODS_IMPUTING, 0);
  const KpiPacingMethod *pacing = _kpi_methods_get (KPI_METHODS_PACING, 0);

  cr_expect (eq (str, (char *)imputing->name, "none"));
  cr_expect (eq (int, (int)imputing->from[0], KPI_IMPUTE_NOTHING));
  cr_expect (eq (str, (char *)pacing->name, "required"));
  cr_expect (eq (ptr, (void *)_kpi_methods_get (KPI_METHODS_TREATING, 0), NULL));
}
