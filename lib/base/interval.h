/* SPDX-License-Identifier: MIT */
/* Intervals: all that a number can be. */
#pragma once

#include <math.h>

#include <glib.h>

/* A value that is open (`>80`) counts as just above or below its number wherever something jumps.
 */
typedef enum { KPI_OPEN_NOT, KPI_OPEN_ABOVE, KPI_OPEN_BELOW } KpiOpen;
double _kpi_open_value (double value, KpiOpen open);

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

/* Takes one more point that can be reached into a hull; `open` says that it is itself excluded. */
void _kpi_interval_reach (KpiInterval *hull, double point, gboolean open);
