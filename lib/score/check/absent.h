/* SPDX-License-Identifier: MIT */
/* Absent series: what a measure needs and the data lack. */
#pragma once

#include "score/run/run.h"

/* Warns of series that the data lack where they have others of the same measure or check: that one
 * can never have a value. FALSE if there is no memory. */
gboolean _kpi_absent_warn (KpiRun *run);
