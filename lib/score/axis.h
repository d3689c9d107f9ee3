/* SPDX-License-Identifier: MIT */
/* The axis: which series a run uses, and in which periods it scores. */
#ifndef KPI_AXIS_H
#define KPI_AXIS_H

#include "score/run.h"

/* Finds the model's series in the data; warns of series of the data that no indicator uses. */
gboolean _kpi_axis_match_series (KpiRun *run);

/* Sets the run's periods: those in which a used series has a value and those asked for, or the one
 * as-of day. */
gboolean _kpi_axis_set_periods (KpiRun *run, const KpiScoreOptions *options);

#endif
