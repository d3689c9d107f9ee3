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

/** What scoring methods learned from data; see fit.h. @since 0.1 */
typedef struct _KpiFit KpiFit;

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

/**
 * Shows the values of indicators as they are at a stage on their way to the score: as `measured`,
 * which holds where nothing is said; `imputed`, which is screened and has its gaps filled;
 * `treated`; or `normalised`, which is the score. It changes the columns `value`, `value_low` and
 * `value_high` alone.
 * @param error  set if there is no such stage
 * @return FALSE on failure.
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 gboolean kpi_score_options_set_stage (KpiScoreOptions *options,
                                                           const char *stage, GError **error);

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

/**
 * Scores by what was learned from other data, rather than learning from the data that are scored.
 * What the fit does not know has no score, and is warned of. Ranks take bounds against its points.
 * @param fit  of the model that is to score; NULL: learn from the data again
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 void kpi_score_options_set_fit (KpiScoreOptions *options, KpiFit *fit);

/**
 * Keeps the scores of shown nodes alone, so that the memory of a large run is that of what it shows
 * and of one way through the tree. Statistics of the scorecard then know no other node.
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 void kpi_score_options_set_shown_only (KpiScoreOptions *options,
                                                            gboolean shown_only);

/**
 * Scores in up to @p n_threads threads, which end with the run; 0, which holds where nothing is
 * said, asks for as many as there are processors. The bits are the same whatever their number, and
 * a small run takes one.
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 void kpi_score_options_set_threads (KpiScoreOptions *options, guint n_threads);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpiScoreOptions, kpi_score_options_free)

G_END_DECLS

#endif
