/* SPDX-License-Identifier: MIT */
/* mean: the arithmetic mean of what was observed in the other areas.
 *
 *   sum x / n    by areas: of the areas of one level, in the same period
 *                by row: of the siblings of the same area, each brought to 0 ... 1 first
 *
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 3.
 * A gap: is what is filled; it takes no part. Where nothing was observed it stays.
 * Limits: narrows the spread, as every single figure in place of several does. */

#include "method/imputing.h"

const KpiImputingMethod _kpi_imputing_mean = {
    .name = "mean",
    .about = "the mean of the areas of the same level",
    .options = {KPI_IMPUTE_BY},
    .from = {KPI_IMPUTE_LEVEL, KPI_IMPUTE_ROW},
    .of_numbers = _kpi_imputing_average,
    .learns = KPI_LEARNS_SUM,
    .of_fitted = _kpi_imputing_fitted_average,
};
