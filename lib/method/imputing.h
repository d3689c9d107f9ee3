/* SPDX-License-Identifier: MIT */
/* Imputing methods: what stands in for a value that is missing. */
#pragma once

#include "method/fitted.h"
#include "method/option.h"
#include "method/trajectory.h"

/* Where what stands in comes from. */
typedef enum {
  KPI_IMPUTE_NOTHING,
  KPI_IMPUTE_LEVEL, /* the areas of one level, in one period */
  KPI_IMPUTE_GROUP, /* those of one group among them */
  KPI_IMPUTE_ROW,   /* the siblings of the indicator, in the same area and period */
  KPI_IMPUTE_TIME   /* the area's own observations of one frequency */
} KpiImputeFrom;

/* The option of a method that looks across: at the areas, or at the siblings of the same area. It
 * is the method's first. */
enum { KPI_IMPUTE_BY_AREAS, KPI_IMPUTE_BY_ROW, KPI_N_IMPUTE_BY };
extern const char *const _kpi_impute_by_names[];
#define KPI_IMPUTE_BY                                                                              \
  {                                                                                                \
    .name = "by", .kind = KPI_OPTION_CHOICE, .choices = _kpi_impute_by_names                       \
  }

typedef struct {
  const char *name;
  const char *about; /* one line for people */
  KpiOption options[KPI_MAX_OPTIONS + 1];
  KpiImputeFrom from[KPI_N_IMPUTE_BY]; /* by the choice of KPI_IMPUTE_BY; else the first */

  /* Of n > 0 numbers, none of them NaN, which end in another order. */
  double (*of_numbers) (double *numbers, gsize n);

  /* What has to be known of these numbers to give the same to the bit, and what it gives. */
  KpiLearns learns;
  double (*of_fitted) (const KpiFitted *fitted);

  /* At a time, of the observations before and after it, whose time is NaN where there is none; NaN
   * where they decide nothing. */
  double (*at_time) (KpiWaypoint before, KpiWaypoint after, double time);
} KpiImputingMethod;

/* How the gaps of one indicator are filled. */
typedef struct {
  const KpiImputingMethod *method;
  KpiOptionValue options[KPI_MAX_OPTIONS]; /* in the order of the method's own list */
} KpiImputing;

KpiImputeFrom _kpi_imputing_from (const KpiImputing *imputing);

/* Whether a gap is filled from the siblings of the same area. */
gboolean _kpi_imputing_is_by_row (const KpiImputing *imputing);

/* Whether it is filled with what the areas of its level or group have in the same period. */
gboolean _kpi_imputing_is_across (const KpiImputing *imputing);

/* The arithmetic mean and the middle, which several methods share. */
double _kpi_imputing_average (double *numbers, gsize n);
double _kpi_imputing_fitted_average (const KpiFitted *fitted);
double _kpi_imputing_fitted_median (const KpiFitted *fitted);
