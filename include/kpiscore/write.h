/* SPDX-License-Identifier: MIT */
/**
 * @file write.h
 * Writing a scorecard or a listing out: as CSV, as JSON, as a table for a terminal.
 */
#ifndef KPI_WRITE_H
#define KPI_WRITE_H

#include <kpiscore/alerts.h>
#include <kpiscore/listing.h>
#include <kpiscore/scorecard.h>

G_BEGIN_DECLS

/** A form of output. @since 0.1 */
typedef enum {
  KPI_FORMAT_TABLE, /**< for people: bars, words, 80 columns */
  KPI_FORMAT_CSV,   /**< RFC 4180, a row a line; of a scorecard the columns of KpiColumn */
  KPI_FORMAT_JSON   /**< {"model": id, "rows": [{...}]}, null where the CSV is empty */
} KpiFormat;

/** The words for the formats, in the order of KpiFormat; NULL-terminated, borrowed. @since 0.1 */
KPI_AVAILABLE_IN_0_1 const char *const *kpi_write_get_formats (void);

/** How a table looks. @since 0.1 */
typedef struct {
  guint width;          /**< columns of the terminal; 0 for 80, a listing as wide as it is */
  gboolean colour;      /**< whether to use colour */
  const char *language; /**< of titles and words, such as "vi"; NULL for English */
} KpiTableStyle;

/**
 * Takes a piece of output.
 * @param bytes  @p length bytes of UTF-8, without a NUL at the end
 * @return FALSE, with @p error set, to end the writing.
 * @since 0.1
 */
typedef gboolean (*KpiWriteFunc) (const char *bytes, gsize length, gpointer user_data,
                                  GError **error);

/**
 * Writes a scorecard piece by piece; memory does not grow with its rows.
 * @param style  how a table looks; NULL for plain; the other formats pass it over
 * @param write  called with each piece, in order
 * @return FALSE if @p write failed, with its error.
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 gboolean kpi_scorecard_write (const KpiScorecard *card, KpiFormat format,
                                                   const KpiTableStyle *style, KpiWriteFunc write,
                                                   gpointer user_data, GError **error);

/**
 * Writes a scorecard to a file: aside first, then renamed, so that @p path holds the old content
 * or the whole new one.
 * @return FALSE on failure, with @p error set.
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 gboolean kpi_scorecard_write_file (const KpiScorecard *card, KpiFormat format,
                                                        const KpiTableStyle *style,
                                                        const char *path, GError **error);

/**
 * Writes the alerts of a scorecard: kpi_scorecard_list_alerts() with titles, grouped by kind, as a
 * table for people; in the other formats the listing as it is. Sentences come in the language of
 * @p style.
 * @return FALSE if memory ends, or if @p write failed, with its error.
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 gboolean kpi_scorecard_write_alerts (const KpiScorecard *card,
                                                          KpiFormat format,
                                                          const KpiTableStyle *style,
                                                          KpiWriteFunc write, gpointer user_data,
                                                          GError **error);

/** Writes the alerts of a scorecard to a file, as kpi_scorecard_write_file() does. @since 0.1 */
KPI_AVAILABLE_IN_0_1 gboolean kpi_scorecard_write_alerts_file (const KpiScorecard *card,
                                                               KpiFormat format,
                                                               const KpiTableStyle *style,
                                                               const char *path, GError **error);

/** Writes a listing as kpi_scorecard_write() does a scorecard; titles, where it holds any, come in
 *  the language in which it was made. @since 0.1 */
KPI_AVAILABLE_IN_0_1 gboolean kpi_listing_write (const KpiListing *listing, KpiFormat format,
                                                 const KpiTableStyle *style, KpiWriteFunc write,
                                                 gpointer user_data, GError **error);

/** Writes a listing to a file, as kpi_scorecard_write_file() does a scorecard. @since 0.1 */
KPI_AVAILABLE_IN_0_1 gboolean kpi_listing_write_file (const KpiListing *listing, KpiFormat format,
                                                      const KpiTableStyle *style, const char *path,
                                                      GError **error);

G_END_DECLS

#endif
