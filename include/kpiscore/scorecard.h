/* SPDX-License-Identifier: MIT */
/**
 * @file scorecard.h
 * A scorecard: for each period, area and node the value, the target, the score, the status, the
 * rank.
 *
 * A KpiScorecard is immutable, counted atomically, and may be shared between threads. It is a table
 * of rows (by period, area, node) and the columns of KpiColumn. Where there is nothing to say a
 * number is NaN and a text is "".
 */
#ifndef KPI_SCORECARD_H
#define KPI_SCORECARD_H

#include <kpiscore/dataset.h>
#include <kpiscore/model.h>
#include <kpiscore/options.h>

G_BEGIN_DECLS

/** The result of scoring. @since 0.1 */
typedef struct _KpiScorecard KpiScorecard;

/** The columns, in the order in which they are written. @since 0.1 */
typedef enum {
  KPI_COLUMN_AREA,       /**< text: the area's id */
  KPI_COLUMN_PERIOD,     /**< text: the period, canonically spelt */
  KPI_COLUMN_NODE,       /**< text: the node's id */
  KPI_COLUMN_KIND,       /**< text: `indicator`, `group`, `index` */
  KPI_COLUMN_VALUE,      /**< the indicator's value, in its unit */
  KPI_COLUMN_VALUE_LOW,  /**< the least that the value can be */
  KPI_COLUMN_VALUE_HIGH, /**< the most that the value can be */
  KPI_COLUMN_TARGET,     /**< what is demanded; NaN for a range */
  KPI_COLUMN_REQUIRED,   /**< what was required by now */
  KPI_COLUMN_SCORE,      /**< 0 to 100 unless the model says otherwise */
  KPI_COLUMN_SCORE_LOW,  /**< the least that the score can be */
  KPI_COLUMN_SCORE_HIGH, /**< the most that the score can be */
  KPI_COLUMN_RANK,       /**< 1 is best; ties share the better rank */
  KPI_COLUMN_RANK_BEST,  /**< the best rank that the bounds allow */
  KPI_COLUMN_RANK_WORST, /**< the worst rank that the bounds allow */
  KPI_COLUMN_STATUS,     /**< text: such as `achieved`; "" for groups and indexes */
  KPI_COLUMN_PACE,       /**< progress made over progress needed by now */
  KPI_COLUMN_PROJECTED,  /**< the value to expect at the deadline */
  KPI_COLUMN_COVERAGE,   /**< the share of weight that was measured, 0 to 1 */
  KPI_N_COLUMNS          /**< how many columns there are */
} KpiColumn;

/** Where an indicator stands against its target: the first that applies. @since 0.1 */
typedef enum {
  KPI_STATUS_NONE,        /**< of groups and indexes */
  KPI_STATUS_NO_DATA,     /**< it has no value */
  KPI_STATUS_NO_TARGET,   /**< none holds */
  KPI_STATUS_ACHIEVED,    /**< met by all that the value can be */
  KPI_STATUS_UNDECIDED,   /**< met by some of it */
  KPI_STATUS_MISSED,      /**< not met, and the deadline has come */
  KPI_STATUS_ON_TRACK,    /**< not met, and there is time: how it goes */
  KPI_STATUS_BEHIND,      /**< likewise */
  KPI_STATUS_FAR_BEHIND,  /**< likewise */
  KPI_STATUS_MOVING_AWAY, /**< likewise */
  KPI_STATUS_OPEN,        /**< not met, there is time, and nothing tells how it goes */
  KPI_N_STATUSES          /**< how many statuses there are */
} KpiStatus;

/** What was noticed of the value of a row, as bits. @since 0.1 */
typedef enum {
  KPI_FLAG_CONTRADICTORY = 1 << 0, /**< a check fails with a series that it is measured by */
  KPI_FLAG_JUMP = 1 << 1,          /**< further from the period before than `max_change` */
  KPI_FLAG_STALE = 1 << 2,         /**< older than `stale` allows */
  KPI_FLAG_OUTSIDE = 1 << 3,       /**< outside `valid`: it counts as missing */
  KPI_FLAG_DIFFERS = 1 << 4,       /**< an own observation that its parts do not add up to */
  KPI_FLAG_ROLLED_UP = 1 << 5      /**< made from the values of the areas below it */
} KpiFlags;

/** The most cells (areas x periods x nodes) that one scorecard may have. @since 0.1 */
#define KPI_MAX_CELLS (G_GUINT64_CONSTANT (1) << 27)

/**
 * Scores a dataset by a model.
 * @param model    the model
 * @param data     the observations; NULL for none
 * @param options  what to ask for; NULL for everything
 * @param error    set on failure: data that the model does not allow, a selected name that is
 *                 unknown, too many cells
 * @return the scorecard; NULL on failure. Its warnings: kpi_scorecard_get_findings().
 * Linear in cells, and n log n in the areas for ranks.
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 KpiScorecard *kpi_model_score (KpiModel *model, KpiDataset *data,
                                                    const KpiScoreOptions *options, GError **error);

/** Takes another reference. @return @p card itself. @since 0.1 */
KPI_AVAILABLE_IN_0_1 KpiScorecard *kpi_scorecard_ref (KpiScorecard *card);

/** Gives a reference back; the last one ends the scorecard. @since 0.1 */
KPI_AVAILABLE_IN_0_1 void kpi_scorecard_unref (KpiScorecard *card);

/**
 * The score of a node.
 * @param area    an id or an alias
 * @param period  any spelling of the period; with an as-of day, that day
 * @param node    a node's id
 * @return the score; NaN where there is none, or no such row: kpi_scorecard_find() tells which.
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 double kpi_scorecard_get_score (const KpiScorecard *card, const char *area,
                                                     const char *period, const char *node);

/**
 * Finds the row of an area, period and node.
 * @param out_row  set to the row's number; unchanged on failure
 * @param error    set if there is no such row: KPI_ERROR_UNKNOWN, with the nearest name, if a name
 *                 is unknown; KPI_ERROR_MISSING if all three are known and no row has them
 * @return FALSE on failure.
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 gboolean kpi_scorecard_find (const KpiScorecard *card, const char *area,
                                                  const char *period, const char *node,
                                                  gsize *out_row, GError **error);

/** How many rows there are. @since 0.1 */
KPI_AVAILABLE_IN_0_1 gsize kpi_scorecard_get_n_rows (const KpiScorecard *card);

/** A number of row @p row; NaN where there is none, and for the columns that are text.
 *  O(log periods). @since 0.1 */
KPI_AVAILABLE_IN_0_1 double kpi_scorecard_get_number (const KpiScorecard *card, gsize row,
                                                      KpiColumn column);

/**
 * The day on which the target of row @p row would be met if the indicator goes on as the model's
 * forecast has it.
 * @return such as "2031-06-30", a new string; NULL where the target is met already, would never be
 *         met, or where nothing tells: no target, no value, no baseline.
 * O(log periods).
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 char *kpi_scorecard_get_met_on (const KpiScorecard *card, gsize row);

/** A text of row @p row, borrowed; "" where there is none, and for the columns that are numbers.
 *  O(log periods). @since 0.1 */
KPI_AVAILABLE_IN_0_1 const char *kpi_scorecard_get_text (const KpiScorecard *card, gsize row,
                                                         KpiColumn column);

/** The status of row @p row: KPI_COLUMN_STATUS as a value. O(log periods). @since 0.1 */
KPI_AVAILABLE_IN_0_1 KpiStatus kpi_scorecard_get_status (const KpiScorecard *card, gsize row);

/** The name of a status, such as "on_track"; borrowed, "" of none, NULL if @p status is not one.
 *  @since 0.1 */
KPI_AVAILABLE_IN_0_1 const char *kpi_status_get_name (KpiStatus status);

/**
 * What was noticed of the value of row @p row.
 * @return the bits of all flags that hold; 0 where there is none, as for groups and indexes. With
 *         an as-of day only figures of the period that the value is of are spoken of.
 * O(log periods).
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 KpiFlags kpi_scorecard_get_flags (const KpiScorecard *card, gsize row);

/** The name of one flag, such as "stale"; borrowed, NULL if @p flag is not one. @since 0.1 */
KPI_AVAILABLE_IN_0_1 const char *kpi_flags_get_name (KpiFlags flag);

/** The model that made the scorecard; borrowed. @since 0.1 */
KPI_AVAILABLE_IN_0_1 KpiModel *kpi_scorecard_get_model (const KpiScorecard *card);

/** The warnings of the model, the data and the run; borrowed, perhaps empty. @since 0.1 */
KPI_AVAILABLE_IN_0_1 KpiFindings *kpi_scorecard_get_findings (const KpiScorecard *card);

/** The name of a column, such as "value_low"; borrowed. @since 0.1 */
KPI_AVAILABLE_IN_0_1 const char *kpi_column_get_name (KpiColumn column);

/** Whether a column holds text rather than numbers. @since 0.1 */
KPI_AVAILABLE_IN_0_1 gboolean kpi_column_is_text (KpiColumn column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpiScorecard, kpi_scorecard_unref)

G_END_DECLS

#endif
