/* SPDX-License-Identifier: MIT */
/**
 * @file error.h
 * Why a call failed. Every call that can fail takes a `GError **` last and sets it when it does.
 *
 * The error's code is that of the first error found, its message holds all of them, a line each,
 * and kpi_error_get_findings() gives them one by one.
 */
#ifndef KPI_ERROR_H
#define KPI_ERROR_H

#include <kpiscore/findings.h>

G_BEGIN_DECLS

/** The domain of all errors of this library. @since 0.1 */
#define KPI_ERROR (kpi_error_quark ())

/** What kind of thing is wrong; the codes of errors and findings alike. @since 0.1 */
typedef enum {
  KPI_ERROR_FILE,      /**< a file cannot be opened, read or written */
  KPI_ERROR_SYNTAX,    /**< the text is not YAML, or not CSV */
  KPI_ERROR_ENCODING,  /**< the text is not UTF-8 */
  KPI_ERROR_LIMIT,     /**< a published limit is passed */
  KPI_ERROR_MEMORY,    /**< the system gave no memory for sizes that come from input */
  KPI_ERROR_UNKNOWN,   /**< a key or a name that nothing defines */
  KPI_ERROR_DUPLICATE, /**< said twice */
  KPI_ERROR_MISSING,   /**< required and not there */
  KPI_ERROR_TYPE,      /**< another kind of value than its place asks for */
  KPI_ERROR_VALUE,     /**< the right kind, but not allowed */
  KPI_ERROR_CONFLICT,  /**< two statements contradict each other */
  KPI_ERROR_CYCLE,     /**< something that contains itself */
  KPI_ERROR_NOT_BUILT, /**< part of the format, but not built yet */
  KPI_ERROR_UNUSED,    /**< nothing uses it (a warning) */
  KPI_ERROR_UNDEFINED, /**< a formula that has no value for these data (a warning) */
  KPI_ERROR_ARGUMENT   /**< an argument of the call is wrong */
} KpiError;

/** The quark behind KPI_ERROR. @since 0.1 */
KPI_AVAILABLE_IN_0_1 GQuark kpi_error_quark (void);

/** A code as a word, such as "unknown"; borrowed, NULL if @p code is none. @since 0.1 */
KPI_AVAILABLE_IN_0_1 const char *kpi_error_get_name (gint code);

/**
 * What was meant by a misspelt word, as the messages of this library tell it.
 * @param wrong  the word as it was found
 * @param known  the words that there are, NULL-terminated
 * @return the nearest of @p known, letter case and accents aside; borrowed, NULL where none is near
 * enough to be a slip of the pen. O(known).
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 const char *kpi_error_find_nearest (const char *wrong,
                                                         const char *const *known);

/**
 * All findings behind an error, warnings included.
 * @param error an error of the domain KPI_ERROR
 * @return borrowed from @p error; NULL if it is of another domain.
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 KpiFindings *kpi_error_get_findings (const GError *error);

G_END_DECLS

#endif
