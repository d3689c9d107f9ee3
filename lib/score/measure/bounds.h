/* SPDX-License-Identifier: MIT */
/* Bounds: what sums, ratios and changes make of observations with bounds. */
#pragma once

#include "base/interval.h"
#include "model/model-private.h"

/* A series with its coefficients in numerator and denominator. */
typedef struct {
  guint32 series;
  double of;
  double to;
  KpiInterval interval;
} KpiBoundsPart;

/* Gathers the distinct series of a measure, with their coefficients: a - a is 0, and no spread.
 * Writes as many parts as there are series, at most as there are terms, and which of them each term
 * is; returns how many. Those of a change are two: now, and before. */
gsize _kpi_bounds_gather (const KpiMeasure *measure, KpiBoundsPart *parts, guint32 *part_of);

/* The values that a measure can have where its series can have those of its parts. Contains the
 * truth always, and is exact unless more than KPI_MAX_SHARED bounded series stand on both sides of
 * a ratio. */
#define KPI_MAX_SHARED 10
KpiInterval _kpi_bounds_of_measure (const KpiMeasure *measure, const KpiBoundsPart *parts,
                                    gsize n_parts);
