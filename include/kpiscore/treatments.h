/* SPDX-License-Identifier: MIT */
/**
 * @file treatments.h
 * What was done to the data between the measure and the score: who was left out, what was filled,
 * what was moved.
 */
#ifndef KPI_TREATMENTS_H
#define KPI_TREATMENTS_H

#include <kpiscore/listing.h>
#include <kpiscore/scorecard.h>

G_BEGIN_DECLS

/**
 * Lists all that screening, imputation and treatment have changed, a row each, for the areas,
 * periods and nodes that the scorecard shows.
 *
 * The columns: `stage` is `screened`, `imputed` or `treated`; `method` is `areas` or `indicators`,
 * the imputing method such as `group_mean` or `mean by row`, or `winsorise` or `log`; `area`,
 * `period`, `node`: an area that is left out has no node, and an indicator that is left out for all
 * areas of a level has `level:NAME`, or nothing where areas have no level; `before`, what was
 * measured, and imputed where it is `treated`; `after`, what is scored; `share`, of data, of who
 * was left out. Rows go by stage, period, area, node.
 * @param card   the scorecard
 * @param error  set if there is no memory
 * @return a new listing, perhaps without rows; NULL on failure.
 * Linear in cells.
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 KpiListing *kpi_scorecard_list_treatments (const KpiScorecard *card,
                                                                GError **error);

G_END_DECLS

#endif
