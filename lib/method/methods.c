/* SPDX-License-Identifier: MIT */
/* The table of methods.
 *
 * Always true: this file names the methods and none of them, nor what they share, names it, so that
 * a method can be read, and tested, alone. */

#include <string.h>

#include "method/combining.h"
#include "method/imputing.h"
#include "method/methods.h"
#include "method/pacing.h"
#include "method/scoring.h"
#include "method/treating.h"
#include "method/weighting.h"

/* One line a method; a new one stands where the schema and messages shall list it. */

/* Each is the file NAME.c. */
#define SCORING(METHOD)                                                                            \
  METHOD (scoring, progress)                                                                       \
  METHOD (scoring, met)                                                                            \
  METHOD (scoring, points)                                                                         \
  METHOD (scoring, steps)                                                                          \
  METHOD (scoring, goalposts)                                                                      \
  METHOD (scoring, minmax)                                                                         \
  METHOD (scoring, zscore)                                                                         \
  METHOD (scoring, rank)                                                                           \
  METHOD (scoring, borda)                                                                          \
  METHOD (scoring, percentile_rank)                                                                \
  METHOD (scoring, fraction_of_max)                                                                \
  METHOD (scoring, distance_to)

/* Each is the file NAME.c. */
#define COMBINING(METHOD)                                                                          \
  METHOD (combining, arithmetic)                                                                   \
  METHOD (combining, geometric)                                                                    \
  METHOD (combining, harmonic)                                                                     \
  METHOD (combining, power)                                                                        \
  METHOD (combining, min)                                                                          \
  METHOD (combining, max)                                                                          \
  METHOD (combining, median)                                                                       \
  METHOD (combining, owa)                                                                          \
  METHOD (combining, copeland)

/* Each is the file weights-NAME.c. */
#define WEIGHTING(METHOD)                                                                          \
  METHOD (weighting, equal)                                                                        \
  METHOD (weighting, pca)                                                                          \
  METHOD (weighting, entropy)                                                                      \
  METHOD (weighting, critic)                                                                       \
  METHOD (weighting, bod)                                                                          \
  METHOD (weighting, correlation)

/* Each is the file impute-NAME.c. */
#define IMPUTING(METHOD)                                                                           \
  METHOD (imputing, none)                                                                          \
  METHOD (imputing, mean)                                                                          \
  METHOD (imputing, median)                                                                        \
  METHOD (imputing, group_mean)                                                                    \
  METHOD (imputing, group_median)                                                                  \
  METHOD (imputing, carry_forward)                                                                 \
  METHOD (imputing, linear)

/* Each is the file treat-NAME.c, and follows winsorising where that does not help. */
#define TREATING(METHOD) METHOD (treating, log)

/* Each is the file pace-NAME.c. */
#define PACING(METHOD)                                                                             \
  METHOD (pacing, required)                                                                        \
  METHOD (pacing, cagr)                                                                            \
  METHOD (pacing, projected)                                                                       \
  METHOD (pacing, escap)                                                                           \
  METHOD (pacing, sdg_index)

typedef KpiScoringMethod scoring_method;
typedef KpiCombiningMethod combining_method;
typedef KpiWeightingMethod weighting_method;
typedef KpiImputingMethod imputing_method;
typedef KpiTreatingMethod treating_method;
typedef KpiPacingMethod pacing_method;

#define DECLARE(kind, name) extern const kind##_method _kpi_##kind##_##name;
SCORING (DECLARE)
COMBINING (DECLARE)
WEIGHTING (DECLARE)
IMPUTING (DECLARE)
TREATING (DECLARE)
PACING (DECLARE)

#define NAME(kind, name) #name,
static const char *const scoring_names[] = {SCORING (NAME) NULL};
static const char *const combining_names[] = {COMBINING (NAME) NULL};
static const char *const imputing_names[] = {IMPUTING (NAME) NULL};
const char *const _kpi_weighting_names[] = {WEIGHTING (NAME) NULL};
const char *const _kpi_treating_names[] = {"nothing", TREATING (NAME) NULL};
const char *const _kpi_pacing_names[] = {PACING (NAME) NULL};

#define ENTRY(kind, name) &_kpi_##kind##_##name,
#define ENTRIES(...) ((gconstpointer const[]){__VA_ARGS__ NULL})

/* Side by side: the names of a kind, and its entries in the same order. */
static const struct {
  const char *const *names;
  gconstpointer const *entries;
} tables[KPI_N_METHOD_KINDS] = {
    [KPI_METHODS_SCORING] = {scoring_names, ENTRIES (SCORING (ENTRY))},
    [KPI_METHODS_COMBINING] = {combining_names, ENTRIES (COMBINING (ENTRY))},
    [KPI_METHODS_WEIGHTING] = {_kpi_weighting_names, ENTRIES (WEIGHTING (ENTRY))},
    [KPI_METHODS_IMPUTING] = {imputing_names, ENTRIES (IMPUTING (ENTRY))},
    [KPI_METHODS_TREATING] = {_kpi_treating_names, ENTRIES (NULL, TREATING (ENTRY))},
    [KPI_METHODS_PACING] = {_kpi_pacing_names, ENTRIES (PACING (ENTRY))},
};

gconstpointer
_kpi_methods_get (KpiMethodKind kind, gsize i)
{
  return tables[kind].entries[i];
}

gconstpointer
_kpi_methods_find (KpiMethodKind kind, const char *name)
{
  for (gsize i = 0; tables[kind].names[i] != NULL; i++)
    if (strcmp (tables[kind].names[i], name) == 0)
      return tables[kind].entries[i];
  return NULL;
}
