/* SPDX-License-Identifier: MIT */
/* The words of a model file. */

#include <stddef.h>

#include "model/schema/words.h"

const char *const _kpi_better_words[] = {"higher", "lower", NULL};
const char *const _kpi_change_words[] = {"percent", "difference", "annual", NULL};
const char *const _kpi_count_words[] = {
    "opened",      "closed",       "open",        "on_time",      "late",        "overdue",
    "closed_rate", "on_time_rate", "timely_rate", "overdue_rate", "median_days", "p90_days",
    NULL};
const char *const _kpi_dates_words[] = {"iso", "dmy", NULL};
const char *const _kpi_missing_words[] = {"reweigh", "zero", "fail", "mean", NULL};
const char *const _kpi_over_time_words[] = {"sum", "mean", "last", NULL};
const char *const _kpi_over_words[] = {"all", "period", NULL};
const char *const _kpi_rollup_words[] = {"none", "sum", "ratio", "mean", "min", "max", NULL};
const char *const _kpi_window_words[] = {"to_date", "period", NULL};
