/* SPDX-License-Identifier: MIT */
/* How the floors of the house report what they find. A list is filled by one thread and then handed
 * out; from then on nobody changes it. */
#pragma once

#include <kpiscore/error.h>

/* Where something stands. A file that is NULL, a line or a column that is 0 is left out. */
typedef struct {
  const char *file;
  guint line;
  guint column;
} KpiPlace;

#define KPI_NOWHERE ((KpiPlace){NULL, 0, 0})

KpiFindings *_kpi_findings_new (void);

/* `path` may be NULL. The strings are copied. Beyond KPI_MAX_FINDINGS of a severity only the first
 * is recorded, as the sentence that there are more. */
void _kpi_findings_add (KpiFindings *findings, KpiSeverity severity, KpiError code, KpiPlace place,
                        const char *path, const char *format, ...) G_GNUC_PRINTF (6, 7);

/* Appends all of `more`, up to the same limits. */
void _kpi_findings_append (KpiFindings *findings, const KpiFindings *more);

/* Whether one more finding of a severity would be kept. */
gboolean _kpi_findings_has_room (const KpiFindings *findings, KpiSeverity severity);

/* Whether to search `n_names` for the nearest one: for a finding that will be kept, and as long as
 * all such searches together stay cheap. */
gboolean _kpi_findings_may_search (const KpiFindings *findings, KpiSeverity severity,
                                   gsize n_names);

/* Brings what stands in one file side by side, by line and column; files in the order in which they
 * were first met. */
void _kpi_findings_sort (KpiFindings *findings);

gboolean _kpi_findings_has_errors (const KpiFindings *findings);

/* Sets `error` from the findings, which hold at least one error, and returns FALSE, so that a
 * function can end with `return _kpi_findings_fail (findings, error);`. */
gboolean _kpi_findings_fail (KpiFindings *findings, GError **error);

/* Sets `error` to a single finding that has no place, and returns FALSE. */
gboolean _kpi_error_set (GError **error, KpiError code, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
