/* SPDX-License-Identifier: MIT */
/* How many days items took, counted by lane and by when they were closed: medians and percentiles
 * of what was closed within a span of time. */
#pragma once

#include "data/registers/cutoffs.h"
#include "data/registers/map.h"

/* How many pages of counts are kept before lengths are rounded: some 20 MB. */
#define KPI_MOST_EXACT_SPANS (1 << 18)

typedef struct {
  KpiMap pages;
  KpiCutoffs cutoffs;
  gsize most_exact;
  gboolean is_rounded; /* lengths are rounded by less than 1 % */
} KpiSpans;

void _kpi_spans_init (KpiSpans *spans, KpiCutoffs cutoffs, gsize most_exact);
void _kpi_spans_clear (KpiSpans *spans);

/* Counts an item that was closed on a day after so many days. FALSE if there is no memory. */
gboolean _kpi_spans_add (KpiSpans *spans, guint32 lane, gint32 closed, gint32 length);

/* Ends the counting. FALSE if there is no memory. */
gboolean _kpi_spans_finish (KpiSpans *spans);

/* Lengths, each with how often it occurs: what _kpi_spans_collect() gathers. */
typedef struct {
  KpiRows lengths; /* of KpiLength */
  guint64 n;       /* how many items */
} KpiLengths;

typedef struct {
  double days;
  guint32 n;
} KpiLength;

#define KPI_LENGTHS ((KpiLengths){.lengths = KPI_ROWS (KpiLength)})

/* Adds those of a lane that were closed after one of the cutoffs (0: since ever) and by another.
 * FALSE if there is no memory. */
gboolean _kpi_spans_collect (const KpiSpans *spans, guint32 lane, gint32 after, gint32 until,
                             KpiLengths *lengths);

/* The quantile, by linear interpolation between neighbours: (n - 1) * share places from the
 * shortest. NaN where there are none. */
double _kpi_lengths_quantile (KpiLengths *lengths, double share);
