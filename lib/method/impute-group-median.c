/* SPDX-License-Identifier: MIT */
/* group_median: the median of the areas of the same group, level and period.
 *
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 3. Areas without a
 * `group` are one.
 * A gap: is what is filled; it takes no part. Where nobody of the group was observed it stays. */

#include "method/imputing.h"
#include "method/quantile.h"

const KpiImputingMethod _kpi_imputing_group_median = {
    .name = "group_median",
    .about = "the median of the areas of the same group",
    .from = {KPI_IMPUTE_GROUP},
    .of_numbers = _kpi_median,
    .learns = KPI_LEARNS_ORDER,
    .of_fitted = _kpi_imputing_fitted_median,
};
