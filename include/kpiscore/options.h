/* SPDX-License-Identifier: MIT */
/**
 * @file options.h
 * What to ask of a scoring run: which periods, as of which day, and which rows to show.
 *
 * A KpiScoreOptions is mutable and used by one thread at a time. What is selected for output never
 * changes a number: fits, ranks and means run over all areas and periods all the same.
 */
#ifndef KPI_OPTIONS_H
#define KPI_OPTIONS_H

#include <kpiscore/error.h>

G_BEGIN_DECLS

/** Options of a scoring run. @since 0.1 */
typedef struct _KpiScoreOptions KpiScoreOptions;

/** Makes options that ask for everything. @return new; end with kpi_score_options_free().
 *  @since 0.1 */
KPI_AVAILABLE_IN_0_1 KpiScoreOptions *kpi_score_options_new (void);

/** Ends the options. @since 0.1 */
KPI_AVAILABLE_IN_0_1 void kpi_score_options_free (KpiScoreOptions *options);

/**
 * Scores one day: each indicator takes its latest observation whose period had ended, and that was
 * published, by then. What is observed or published later changes nothing of it.
 * @param day    such as "2025-11-14", or "latest": the last day that any used observation covers,
 *               that of its publication included
 * @param error  set if it is not a day
 * @return FALSE on failure.
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 gboolean kpi_score_options_set_as_of (KpiScoreOptions *options,
                                                           const char *day, GError **error);

/** Shows period @p period, whether or not it has data; said several times, all of them.
 *  @return FALSE, with @p error set, if it is no period. @since 0.1 */
KPI_AVAILABLE_IN_0_1 gboolean kpi_score_options_add_period (KpiScoreOptions *options,
                                                            const char *period, GError **error);

/** Shows area @p area, an id or an alias; said several times, all of them. @since 0.1 */
KPI_AVAILABLE_IN_0_1 void kpi_score_options_add_area (KpiScoreOptions *options, const char *area);

/** Shows node @p node; said several times, all of them. @since 0.1 */
KPI_AVAILABLE_IN_0_1 void kpi_score_options_add_node (KpiScoreOptions *options, const char *node);

/**
 * Reads register @p name of the model from @p path, whatever file the model names; said twice, the
 * last one. The file is read when a model scores.
 * @param path  a CSV file, in the encoding of file names
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 void kpi_score_options_add_register (KpiScoreOptions *options,
                                                          const char *name, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpiScoreOptions, kpi_score_options_free)

G_END_DECLS

#endif
