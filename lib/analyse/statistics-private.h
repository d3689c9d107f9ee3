/* SPDX-License-Identifier: MIT */
/* The kinds of statistics: a listing each.
 *
 * Adding one is one new file in this folder and one line in the table of statistics.c. */
#pragma once

#include "analyse/slice.h"
#include "base/listing-private.h"
#include "method/complete.h"
#include "method/correlation.h"

#define KPI_MAX_STATISTIC_COLUMNS 24

/* One call: the rows of a slice, and the listing that they go to. */
typedef struct {
  const KpiSlice *slice;
  KpiCorrelationFormula formula; /* of kinds that correlate */
  KpiListing *listing;
} KpiStatisticCall;

/* A kind has either `add` or `add_group`. They begin each row with _kpi_statistic_row(), and are
 * FALSE, with `error` set, if memory ended or a library is not there. */
typedef struct {
  KpiListingColumn columns[KPI_MAX_STATISTIC_COLUMNS]; /* after `period` and `level` */
  gboolean (*add) (const KpiStatisticCall *call, GError **error);

  /* Of each shown group whose children's scores are known. */
  gboolean (*add_group) (const KpiStatisticCall *call, gsize node, GError **error);
} KpiStatistic;

/* Begins a row: the slice's period and level. */
void _kpi_statistic_row (const KpiStatisticCall *call);

/* Adds words, blanks between them, to the flags of a row where they hold. */
void _kpi_statistic_flag (GString *flags, gboolean holds, const char *word);

/* The areas of a slice that have all children of a group, and these. FALSE, with `error` set, if
 * there is no memory. */
gboolean _kpi_statistic_complete (const KpiSlice *slice, const KpiGroup *group, KpiArena *arena,
                                  KpiComplete *out_complete, GError **error);

gboolean _kpi_statistic_no_memory (GError **error);
