/* SPDX-License-Identifier: MIT */
/* The words that a model file may choose among, each list once: the table of keys offers them, and
 * whoever reads a key finds a word's place among them. Each is NULL-terminated, and in the order of
 * the enum that it is read to, if there is one. */
#pragma once

extern const char *const _kpi_better_words[];
extern const char *const _kpi_change_words[];    /* of KpiChange */
extern const char *const _kpi_count_words[];     /* of KpiItemCount */
extern const char *const _kpi_dates_words[];     /* the day last, or first */
extern const char *const _kpi_missing_words[];   /* of KpiMissingPolicy */
extern const char *const _kpi_over_time_words[]; /* of KpiOverTime, from the sum on */
extern const char *const _kpi_over_words[];      /* of KpiOver */
extern const char *const _kpi_rollup_words[];    /* of KpiRollupForm */
extern const char *const _kpi_window_words[];    /* all so far, or in the period */
