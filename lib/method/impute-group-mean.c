/* SPDX-License-Identifier: MIT */
/* group_mean: the arithmetic mean of the areas of the same group, level and period.
 *
 *   sum x / n
 *
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 3: implicit
 * modelling by what is alike. Areas without a `group` are one. A gap: is what is filled; it takes
 * no part. Where nobody of the group was observed it stays. */

#include "method/imputing.h"

const KpiImputingMethod _kpi_imputing_group_mean = {
    .name = "group_mean",
    .about = "the mean of the areas of the same group",
    .from = {KPI_IMPUTE_GROUP},
    .of_numbers = _kpi_imputing_average,
    .learns = KPI_LEARNS_SUM,
    .of_fitted = _kpi_imputing_fitted_average,
};
