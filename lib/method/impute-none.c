/* SPDX-License-Identifier: MIT */
/* none: for an indicator that does without what the defaults say.
 *
 * A gap: stays. */

#include "method/imputing.h"

const KpiImputingMethod _kpi_imputing_none = {
    .name = "none",
    .about = "a gap stays a gap",
    .from = {KPI_IMPUTE_NOTHING},
};
