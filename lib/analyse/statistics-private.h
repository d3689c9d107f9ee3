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

typedef struct {
  KpiListingColumn columns[KPI_MAX_STATISTIC_COLUMNS]; /* after `period` and `level` */

  /* Adds the rows of a slice, each begun with _kpi_statistic_row(). FALSE, with `error` set, if
   * memory ended or a library is not there. */
  gboolean (*add) (const KpiSlice *slice, KpiCorrelationFormula formula, KpiListing *listing,
                   GError **error);
} KpiStatistic;

/* Begins a row: the slice's period and level. */
void _kpi_statistic_row (const KpiSlice *slice, KpiListing *listing);

/* Adds words, blanks between them, to the flags of a row where they hold. */
void _kpi_statistic_flag (GString *flags, gboolean holds, const char *word);

/* The areas of a slice that have all children of a group, and these. FALSE, with `error` set, if
 * there is no memory. */
gboolean _kpi_statistic_complete (const KpiSlice *slice, const KpiGroup *group,
                                  KpiComplete *out_complete, GError **error);

/* Adds the rows of each shown group whose children's scores are known. */
typedef gboolean (*KpiStatisticOfGroup) (const KpiSlice *slice, gsize node, KpiListing *listing,
                                         GError **error);
gboolean _kpi_statistic_groups (const KpiSlice *slice, KpiStatisticOfGroup add_group,
                                KpiListing *listing, GError **error);

gboolean _kpi_statistic_no_memory (GError **error);
