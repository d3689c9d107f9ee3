/* SPDX-License-Identifier: MIT */
/**
 * @file findings.h
 * What was found wrong, or worth a warning, in a model, a file or a run: each with its place.
 *
 * A KpiFindings is immutable once it has been handed out, counted atomically, and may be read from
 * any thread. Findings stand in the order in which they were met.
 */
#ifndef KPI_FINDINGS_H
#define KPI_FINDINGS_H

#include <kpiscore/macros.h>

G_BEGIN_DECLS

/** A list of findings. @since 0.1 */
typedef struct _KpiFindings KpiFindings;

/** Whether a finding stops the work. @since 0.1 */
typedef enum {
  KPI_SEVERITY_WARNING, /**< the work went on */
  KPI_SEVERITY_ERROR    /**< there is no result */
} KpiSeverity;

/** The most findings of one severity that are kept; one more finding then says so. @since 0.1 */
#define KPI_MAX_FINDINGS 1000

/** Takes another reference. @return @p findings itself. @since 0.1 */
KPI_AVAILABLE_IN_0_1 KpiFindings *kpi_findings_ref (KpiFindings *findings);

/** Gives a reference back; the last one ends the list. @since 0.1 */
KPI_AVAILABLE_IN_0_1 void kpi_findings_unref (KpiFindings *findings);

/** How many findings there are. @since 0.1 */
KPI_AVAILABLE_IN_0_1 gsize kpi_findings_get_length (const KpiFindings *findings);

/** The severity of finding @p index, which is below the length. @since 0.1 */
KPI_AVAILABLE_IN_0_1 KpiSeverity kpi_findings_get_severity (const KpiFindings *findings,
                                                            gsize index);

/** The code of a finding, one of KpiError. @since 0.1 */
KPI_AVAILABLE_IN_0_1 gint kpi_findings_get_code (const KpiFindings *findings, gsize index);

/** The file of a finding, borrowed; NULL where none is to blame. @since 0.1 */
KPI_AVAILABLE_IN_0_1 const char *kpi_findings_get_file (const KpiFindings *findings, gsize index);

/** The line of a finding, from 1; 0 where it has none. @since 0.1 */
KPI_AVAILABLE_IN_0_1 guint kpi_findings_get_line (const KpiFindings *findings, gsize index);

/** The column of a finding, in characters from 1; 0 where it has none. @since 0.1 */
KPI_AVAILABLE_IN_0_1 guint kpi_findings_get_column (const KpiFindings *findings, gsize index);

/** The path within the document, such as `indicators.e_id.target`, borrowed; or NULL. @since 0.1 */
KPI_AVAILABLE_IN_0_1 const char *kpi_findings_get_path (const KpiFindings *findings, gsize index);

/** What was found and what was expected, borrowed. @since 0.1 */
KPI_AVAILABLE_IN_0_1 const char *kpi_findings_get_text (const KpiFindings *findings, gsize index);

/**
 * A finding as one line: `FILE:LINE:COLUMN: error: PATH: TEXT`, without the parts it lacks.
 * @return a new string; free it with g_free().
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 char *kpi_findings_format (const KpiFindings *findings, gsize index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpiFindings, kpi_findings_unref)

G_END_DECLS

#endif
