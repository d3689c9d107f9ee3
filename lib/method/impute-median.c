/* SPDX-License-Identifier: MIT */
/* median: the middle of what was observed in the other areas, or half the sum of the two there.
 *
 * By areas and by row as with mean. Source: OECD/JRC, Handbook on Constructing Composite Indicators
 * (2008), step 3.
 * A gap: is what is filled; it takes no part. Where nothing was observed it stays.
 * Limits: narrows the spread; outliers do not move it. */

#include "method/imputing.h"
#include "method/quantile.h"

const KpiImputingMethod _kpi_imputing_median = {
    .name = "median",
    .about = "the median of the areas of the same level",
    .options = {KPI_IMPUTE_BY},
    .from = {KPI_IMPUTE_LEVEL, KPI_IMPUTE_ROW},
    .of_numbers = _kpi_median,
    .learns = KPI_LEARNS_ORDER,
    .of_fitted = _kpi_imputing_fitted_median,
};
