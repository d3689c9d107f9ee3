/* SPDX-License-Identifier: MIT */
/**
 * @file fit.h
 * A fit: what imputing, treating, scoring and weighing learned from data, as a value of its own, so
 * that other data can be scored by the same yardstick.
 *
 * A KpiFit is immutable, counted atomically, and may be shared between threads. It holds an entry
 * for each stage of each indicator that learns (impute from other areas; treat; else score by
 * minmax, zscore, rank ...), level of areas, and frequency or period. Neither the order in which
 * data come nor how areas and periods are split decides a bit of it: fits of the parts, merged, are
 * the fit of the whole. But what fills a gap from the area's own data is learned as it was filled;
 * and the weights that a group derives for its children (but by `bod`) are those of the whole
 * alone: merging leaves them out.
 */
#ifndef KPI_FIT_H
#define KPI_FIT_H

#include <kpiscore/dataset.h>
#include <kpiscore/model.h>
#include <kpiscore/options.h>

G_BEGIN_DECLS

/** The most values that a fit keeps, and areas that it names; of what is learned in order (ranks,
 *  medians that fill gaps, all that is treated) it keeps all, of the rest none. @since 0.1 */
#define KPI_MAX_FIT_VALUES 400000

/** The most entries of a fit. @since 0.1 */
#define KPI_MAX_FIT_ENTRIES 16000

/**
 * Learns from data what the scores of a model need to know of them, at every stage.
 * @param model    the model
 * @param data     the observations; NULL where registers are all there is
 * @param options  as of which day, and which registers; or NULL. What they select for output
 * changes nothing
 * @param error    set where kpi_model_score() would fail, past the limits above, where a sum passes
 *                 the greatest double, or if the options have a fit already
 * @return new; NULL on failure. Missing values are learned nowhere; what was warned of is in
 *         kpi_fit_get_findings(). O(cells), and O(cells log cells) where an order is learned.
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 KpiFit *kpi_fit_new (KpiModel *model, KpiDataset *data,
                                          const KpiScoreOptions *options, GError **error);

/**
 * Loads a fit that kpi_fit_save() wrote.
 * @param path   the file, in the encoding of file names
 * @param error  set, with file, line and column, if it is no fit, or damaged
 * @return new; NULL on failure.
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 KpiFit *kpi_fit_load (const char *path, GError **error);

/**
 * Saves a fit as text (YAML) that brings back every number to the bit. An old file is replaced as a
 * whole, or stays.
 * @param path   the file, in the encoding of file names
 * @param error  set if it cannot be written
 * @return FALSE on failure.
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 gboolean kpi_fit_save (const KpiFit *fit, const char *path, GError **error);

/**
 * Merges two fits of one model that were learned from different data: the result is the fit of all
 * of them together. Counts, least and greatest values and sums are exactly those. Derived weights
 * are left out, with a warning: they would need the scores of all.
 * @param error  set if they are of different models, learned different things of an indicator, or
 *               pass the limits together
 * @return new; NULL on failure. O(entries + values).
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 KpiFit *kpi_fit_merge (const KpiFit *a, const KpiFit *b, GError **error);

/** How many entries it has. @since 0.1 */
KPI_AVAILABLE_IN_0_1 gsize kpi_fit_get_n_entries (const KpiFit *fit);

/** The id of the model that it is for; borrowed. @since 0.1 */
KPI_AVAILABLE_IN_0_1 const char *kpi_fit_get_model_id (const KpiFit *fit);

/** The warnings met while learning; borrowed. @since 0.1 */
KPI_AVAILABLE_IN_0_1 KpiFindings *kpi_fit_get_findings (const KpiFit *fit);

/** Takes another reference. @return @p fit itself. @since 0.1 */
KPI_AVAILABLE_IN_0_1 KpiFit *kpi_fit_ref (KpiFit *fit);

/** Gives a reference back; the last one ends the fit. @since 0.1 */
KPI_AVAILABLE_IN_0_1 void kpi_fit_unref (KpiFit *fit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpiFit, kpi_fit_unref)

G_END_DECLS

#endif
