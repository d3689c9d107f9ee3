/* SPDX-License-Identifier: MIT */
/* All methods, of every kind, by name.
 *
 * Adding a method is one new file in this folder and one line in the table of methods.c: whatever
 * reads models, writes their schema or lists methods goes by the table. */
#pragma once

#include <glib.h>

typedef enum {
  KPI_METHODS_SCORING,   /* of KpiScoringMethod */
  KPI_METHODS_COMBINING, /* of KpiCombiningMethod */
  KPI_METHODS_WEIGHTING, /* of KpiWeightingMethod */
  KPI_METHODS_IMPUTING,  /* of KpiImputingMethod; the first fills nothing */
  KPI_METHODS_TREATING,  /* of KpiTreatingMethod; the first is NULL: nothing */
  KPI_METHODS_PACING,    /* of KpiPacingMethod; the first holds where a model names none */
  KPI_N_METHOD_KINDS
} KpiMethodKind;

/* Method `i` of a kind, in the order of the table; NULL past the last. */
gconstpointer _kpi_methods_get (KpiMethodKind kind, gsize i);

/* The method of that name; NULL if there is none. */
gconstpointer _kpi_methods_find (KpiMethodKind kind, const char *name);

/* The names of kinds that take no options, NULL-terminated, in the order of the table. */
extern const char *const _kpi_weighting_names[];
extern const char *const _kpi_treating_names[];
extern const char *const _kpi_pacing_names[];
