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

/* The ends as numbers: one that is open is the next number inward. */
void _kpi_interval_open (const KpiInterval *interval, double *out_low, double *out_high);

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

/* Takes one more point that can be reached into a hull; `open` says that it is itself excluded. */
void _kpi_interval_reach (KpiInterval *hull, double point, gboolean open);

/* Gathers the distinct series of a measure, with their coefficients: a - a is 0, and no spread.
 * Writes as many parts as there are series, at most as there are terms, and which of them each term
 * is; returns how many. Those of a change are two: now, and before. */
gsize _kpi_interval_gather (const KpiMeasure *measure, KpiIntervalPart *parts, guint32 *part_of);

/* The values that a measure can have where its series can have those of its parts. Contains the
 * truth always, and is exact unless more than KPI_MAX_SHARED bounded series stand on both sides of
 * a ratio. */
#define KPI_MAX_SHARED 10
KpiInterval _kpi_interval_measure (const KpiMeasure *measure, const KpiIntervalPart *parts,
                                   gsize n_parts);

#endif
