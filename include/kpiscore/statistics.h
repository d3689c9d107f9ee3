/* SPDX-License-Identifier: MIT */
/**
 * @file statistics.h
 * What an index is judged by: how its indicators are spread, how its nodes go together, what is
 * missing. Steps 4 and 8 of the OECD/JRC Handbook on Constructing Composite Indicators; the
 * formulas, and what each column means, stand in docs/statistics.md.
 */
#ifndef KPI_STATISTICS_H
#define KPI_STATISTICS_H

#include <kpiscore/listing.h>
#include <kpiscore/scorecard.h>

G_BEGIN_DECLS

/**
 * Statistics of a scorecard, for each period and level of areas that it shows.
 *
 * They are taken among all areas of a level, whichever are shown: selecting areas, nodes or periods
 * leaves out rows and changes no number. What takes scores that were not kept, see
 * kpi_score_options_set_shown_only(), has no row, and of weights no influence. An area whose
 * children are of its own level is left out. A missing value takes no part; each listing says how
 * many were there.
 * @param of           `summary`: values and scores of each node, from least to greatest, and their
 *                     shape; `correlations`: of scores, between siblings and with all ancestors;
 *                     `alpha`: Cronbach's, of each group's children; `pca`: the principal
 *                     components of each group's children; `availability`: what each area has of
 *                     each group's indicators; `weights`: what each node is said to weigh, among
 *                     its siblings and in the whole index, beside what it moves. NULL is `summary`
 * @param correlation  `pearson`, `spearman` or `kendall`, for `correlations` and `weights`; NULL is
 *                     `pearson`
 * @param error        set on failure: a word that is none of these (KPI_ERROR_ARGUMENT), for `pca`
 *                     that LAPACK is not installed (KPI_ERROR_FILE) or a group has more than 2,000
 *                     children (KPI_ERROR_LIMIT), no memory
 * @return a new listing; NULL on failure.
 * Linear in cells for summary, alpha, availability and weights, n log n in areas; for each pair of
 * nodes for correlations; for pca with the cube of a group's children.
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 KpiListing *kpi_scorecard_list_statistics (const KpiScorecard *card,
                                                                const char *of,
                                                                const char *correlation,
                                                                GError **error);

/** The words that `of` may be, the default first; NULL-terminated, borrowed. @since 0.1 */
KPI_AVAILABLE_IN_0_1 const char *const *kpi_statistics_get_kinds (void);

/** The words that `correlation` may be, the default first; NULL-terminated, borrowed. @since 0.1 */
KPI_AVAILABLE_IN_0_1 const char *const *kpi_statistics_get_correlations (void);

G_END_DECLS

#endif
