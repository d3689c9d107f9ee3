/* SPDX-License-Identifier: MIT */
/* The table of combining methods. */

#include <math.h>
#include <string.h>

#include "method/combining.h"

/* One line a method; each is the file of its name. */
#define METHODS(METHOD)                                                                            \
  METHOD (arithmetic)                                                                              \
  METHOD (geometric)                                                                               \
  METHOD (harmonic)                                                                                \
  METHOD (power)                                                                                   \
  METHOD (min)                                                                                     \
  METHOD (max)                                                                                     \
  METHOD (median)                                                                                  \
  METHOD (owa)                                                                                     \
  METHOD (copeland)

#define DECLARE(name) extern const KpiCombiningMethod _kpi_combining_##name;
METHODS (DECLARE)

#define ENTRY(name) &_kpi_combining_##name,
static const KpiCombiningMethod *const methods[] = {METHODS (ENTRY) NULL};

const KpiCombiningMethod *const *
_kpi_combining_list (void)
{
  return methods;
}

const KpiCombiningMethod *
_kpi_combining_find (const char *name)
{
  for (gsize i = 0; methods[i] != NULL; i++)
    if (strcmp (methods[i]->name, name) == 0)
      return methods[i];
  return NULL;
}

void
_kpi_combining_init (KpiCombining *combining, const KpiCombiningMethod *method)
{
  *combining = (KpiCombining){.method = method};
}

void
_kpi_combining_clear (KpiCombining *combining)
{
  for (gsize i = 0; i < KPI_MAX_OPTIONS; i++)
    g_clear_pointer (&combining->options[i].numbers, g_free);
}

double
_kpi_score_rounded (double score)
{
  return round (score * 1e9) / 1e9;
}
