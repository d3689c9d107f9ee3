/* SPDX-License-Identifier: MIT */
/* Second observations of one series, area and period. */
#pragma once

#include "data/observations/intake.h"

/* Reports each of them, at its place, with the place of the first and, where the file can be read
 * again, the columns in which the two rows differ. The entries of `intake` are sorted. */
void _kpi_duplicates_report (const KpiIntake *intake, const KpiReadOptions *options);
