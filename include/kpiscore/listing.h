/* SPDX-License-Identifier: MIT */
/**
 * @file listing.h
 * A listing: rows under named columns, which is what every analysis gives back.
 *
 * A KpiListing is immutable, counted atomically, and may be shared between threads. Its columns say
 * themselves what they are: a name, and whether they hold texts or numbers. Where there is nothing
 * to say a number is NaN and a text is "".
 */
#ifndef KPI_LISTING_H
#define KPI_LISTING_H

#include <kpiscore/error.h>

G_BEGIN_DECLS

/** Rows under named columns. @since 0.1 */
typedef struct _KpiListing KpiListing;

/** What the cells of a column are. @since 0.1 */
typedef enum {
  KPI_LISTING_TEXT,   /**< texts */
  KPI_LISTING_NUMBER, /**< numbers */
  KPI_LISTING_WHOLE   /**< whole numbers: counts, days, ranks */
} KpiListingKind;

/** Takes another reference. @return @p listing itself. @since 0.1 */
KPI_AVAILABLE_IN_0_1 KpiListing *kpi_listing_ref (KpiListing *listing);

/** Gives a reference back; the last one ends the listing. @since 0.1 */
KPI_AVAILABLE_IN_0_1 void kpi_listing_unref (KpiListing *listing);

/** How many rows there are. @since 0.1 */
KPI_AVAILABLE_IN_0_1 gsize kpi_listing_get_n_rows (const KpiListing *listing);

/** How many columns there are. @since 0.1 */
KPI_AVAILABLE_IN_0_1 gsize kpi_listing_get_n_columns (const KpiListing *listing);

/** The name of column @p column, which is below their number; borrowed. @since 0.1 */
KPI_AVAILABLE_IN_0_1 const char *kpi_listing_get_column_name (const KpiListing *listing,
                                                              gsize column);

/** What the cells of column @p column are. @since 0.1 */
KPI_AVAILABLE_IN_0_1 KpiListingKind kpi_listing_get_kind (const KpiListing *listing, gsize column);

/** A number of row @p row; NaN where there is none, and in a column of texts. @since 0.1 */
KPI_AVAILABLE_IN_0_1 double kpi_listing_get_number (const KpiListing *listing, gsize row,
                                                    gsize column);

/** A text of row @p row, borrowed; "" where there is none, and in a column of numbers.
 *  @since 0.1 */
KPI_AVAILABLE_IN_0_1 const char *kpi_listing_get_text (const KpiListing *listing, gsize row,
                                                       gsize column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpiListing, kpi_listing_unref)

G_END_DECLS

#endif
