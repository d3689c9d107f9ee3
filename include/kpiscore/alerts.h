/* SPDX-License-Identifier: MIT */
/**
 * @file alerts.h
 * Alerts: what on a scorecard needs somebody now, most urgent first.
 */
#ifndef KPI_ALERTS_H
#define KPI_ALERTS_H

#include <kpiscore/listing.h>
#include <kpiscore/scorecard.h>

G_BEGIN_DECLS

/**
 * Lists what on the rows of a scorecard needs attention; usually of one as of a day. Kinds come in
 * this order, which the column `alert` names:
 *
 * - `overdue`: first open items of a register past their due dates, one row for each area and each
 *   choice of items that a shown indicator counts, most items first; then targets that are missed,
 *   the longest overdue first.
 * - `moving_away`, then `behind` (`behind` and `far_behind`): the lowest pace first.
 * - `contradictory`: figures that fail a check, jump, lie outside `valid` or differ from the sum of
 *   their parts, the oldest first. As of a day only those that no later figures have replaced.
 * - `stale`: the oldest first.
 *
 * What is equal so far goes by period, area and node. The columns are `alert,area,period,node,
 * status,value,target,required,deadline,days,pace,text`: `days` since the deadline or the end of
 * the period of what is stale, or left until the deadline; `text` one sentence. `value` is how many
 * items are overdue, or the figure that contradicts. A cell is NaN or "" where there is nothing to
 * say.
 * @param language  of the sentences, such as "vi"; NULL for English
 * @param error     set if memory ends
 * @return the rows, perhaps none; NULL on failure.
 * O(rows + n log n) for n alerts.
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 KpiListing *kpi_scorecard_list_alerts (const KpiScorecard *card,
                                                            const char *language, GError **error);

/** The words of the column `alert`, in the order of the rows; NULL-terminated, borrowed.
 *  @since 0.1 */
KPI_AVAILABLE_IN_0_1 const char *const *kpi_alerts_get_kinds (void);

G_END_DECLS

#endif
