/* SPDX-License-Identifier: MIT */
/* Intervals: observations with bounds, and what sums and ratios make of them. */
#ifndef KPI_INTERVAL_H
#define KPI_INTERVAL_H

#include "model/model-private.h"

/* All numbers from low to high; an end that is open is itself excluded. */
typedef struct {
  double low;
  double high;
  gboolean low_open;
  gboolean high_open;
} KpiInterval;

#define KPI_EXACT(x) ((KpiInterval){(x), (x), FALSE, FALSE})
#define KPI_EVERYTHING ((KpiInterval){-INFINITY, INFINITY, TRUE, TRUE})

static inline gboolean
_kpi_interval_is_exact (const KpiInterval *interval)
{
  return interval->low == interval->high;
}

/* Adds `factor` times an interval to a sum. */
void _kpi_interval_add (KpiInterval *sum, double factor, const KpiInterval *interval);

/* Cuts an interval off at `valid`. */
KpiInterval _kpi_interval_within (KpiInterval interval, const double valid[2]);

/* A series with its coefficients in numerator and denominator. */
typedef struct {
  guint32 series;
  double of;
  double to;
  KpiInterval interval;
} KpiIntervalPart;

/* The values that a measure can have where its terms can have theirs: `terms` are those of `of`,
 * then those of `to`. Contains the truth always, and is exact unless more than KPI_MAX_SHARED
 * bounded series stand on both sides of a ratio. `parts` is scratch, as long as `terms`. */
#define KPI_MAX_SHARED 10
KpiInterval _kpi_interval_measure (const KpiMeasure *measure, const KpiInterval *terms,
                                   KpiIntervalPart *parts);

#endif
