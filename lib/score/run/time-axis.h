/* SPDX-License-Identifier: MIT */
/* The axis: which series a run uses, and in which periods it scores. */
#pragma once

#include "score/run/run.h"

/* Finds the model's series in the data; warns of series of the data that no indicator uses. */
gboolean _kpi_time_axis_match_series (KpiRun *run);

/* Marks the areas of the data that the model's list leaves out: they make no period. */
gboolean _kpi_time_axis_pass_over_areas (KpiRun *run);

/* Sets the day of a run as of a day, and by which day things had to be published. */
gboolean _kpi_time_axis_set_day (KpiRun *run, const KpiScoreOptions *options);

/* Sets the run's periods: those in which a used series has a value, those in which trees are scored
 * by then, and those asked for; or the one as-of day. */
gboolean _kpi_time_axis_set_periods (KpiRun *run, const KpiScoreOptions *options);

/* The last day that a used observation covers; 0 where there is none. */
gint32 _kpi_time_axis_get_last_day (const KpiRun *run);

/* Sets the run's periods to all of the used series that had ended by a day. FALSE if there is no
 * memory. */
gboolean _kpi_time_axis_set_ended (KpiRun *run, gint32 day);
