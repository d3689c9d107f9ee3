/* SPDX-License-Identifier: MIT */
/**
 * @file dataset.h
 * A dataset: observations of series in areas and periods, read without a model; any model may
 * score it.
 *
 * A KpiDataset is immutable, counted atomically, and may be shared between threads. A
 * KpiDatasetBuilder is used by one thread at a time.
 */
#ifndef KPI_DATASET_H
#define KPI_DATASET_H

#include <kpiscore/error.h>

G_BEGIN_DECLS

/** Observations as read. @since 0.1 */
typedef struct _KpiDataset KpiDataset;

/** Gathers observations for a dataset. @since 0.1 */
typedef struct _KpiDatasetBuilder KpiDatasetBuilder;

/** The longest field of a CSV file, in bytes. @since 0.1 */
#define KPI_MAX_FIELD_BYTES (1024 * 1024)

/** The most columns of a CSV file. @since 0.1 */
#define KPI_MAX_COLUMNS 100000

/**
 * Reads one CSV file: long, wide or SDMX-CSV, which its header tells.
 * @param path   a file, in the encoding of file names
 * @param error  set on failure, with every finding
 * @return the dataset; NULL on failure. Its warnings: kpi_dataset_get_findings().
 * One pass over the file; memory by observations, not by the file's size.
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 KpiDataset *kpi_dataset_read_csv (const char *path, GError **error);

/** Takes another reference. @return @p dataset itself. @since 0.1 */
KPI_AVAILABLE_IN_0_1 KpiDataset *kpi_dataset_ref (KpiDataset *dataset);

/** Gives a reference back; the last one ends the dataset. @since 0.1 */
KPI_AVAILABLE_IN_0_1 void kpi_dataset_unref (KpiDataset *dataset);

/** The warnings met while reading; borrowed, perhaps empty. @since 0.1 */
KPI_AVAILABLE_IN_0_1 KpiFindings *kpi_dataset_get_findings (const KpiDataset *dataset);

/** How many observations have a value. @since 0.1 */
KPI_AVAILABLE_IN_0_1 gsize kpi_dataset_get_n_observations (const KpiDataset *dataset);

/**
 * Makes a builder. It reads `,` between fields and `.` in numbers unless told otherwise.
 * @return a new builder; end it with kpi_dataset_builder_free().
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 KpiDatasetBuilder *kpi_dataset_builder_new (void);

/** Ends a builder and all it has gathered. @since 0.1 */
KPI_AVAILABLE_IN_0_1 void kpi_dataset_builder_free (KpiDatasetBuilder *builder);

/** Sets what stands between fields: an ASCII character, not a quote, letter, digit, `.`, `-`, `+`
 *  or line end; otherwise the next read fails. @since 0.1 */
KPI_AVAILABLE_IN_0_1 void kpi_dataset_builder_set_separator (KpiDatasetBuilder *builder,
                                                             char separator);

/** Sets the decimal mark, `.` or `,`; otherwise the next read fails. @since 0.1 */
KPI_AVAILABLE_IN_0_1 void kpi_dataset_builder_set_decimal (KpiDatasetBuilder *builder,
                                                           char decimal);

/**
 * Keeps only rows whose column @p column holds @p value; said for several columns, all must hold.
 * A file without that column is an error when it is read.
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 void kpi_dataset_builder_add_where (KpiDatasetBuilder *builder,
                                                         const char *column, const char *value);

/**
 * Reads a CSV file into the builder.
 * @return FALSE on failure; the builder can then only be ended.
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 gboolean kpi_dataset_builder_read_csv (KpiDatasetBuilder *builder,
                                                            const char *path, GError **error);

/**
 * Adds one observation.
 * @param area    any text without control characters
 * @param series  the name of the series
 * @param period  such as "2025-Q3"
 * @param value   a number; NaN says that the area is there and has no value
 * @param error   set if a text cannot be read
 * @return FALSE on failure; the builder is as before.
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 gboolean kpi_dataset_builder_add (KpiDatasetBuilder *builder, const char *area,
                                                       const char *series, const char *period,
                                                       double value, GError **error);

/**
 * Makes the dataset of all that was read and added, and leaves the builder empty.
 * @param error  set if an area, series and period has two observations published on one day
 * @return the dataset; NULL on failure. O(n log n).
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 KpiDataset *kpi_dataset_builder_build (KpiDatasetBuilder *builder,
                                                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpiDataset, kpi_dataset_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpiDatasetBuilder, kpi_dataset_builder_free)

G_END_DECLS

#endif
