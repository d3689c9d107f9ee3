/* SPDX-License-Identifier: MIT */
/* Counting ranks from the worst, which is 1: what `rank`, `borda` and `percentile_rank` share. */
#pragma once

#include "method/scoring.h"

/* Their first option: which rank equals share. */
extern const char *const _kpi_ties_names[];
#define KPI_TIES_OPTION                                                                            \
  {                                                                                                \
    .name = "ties", .kind = KPI_OPTION_CHOICE, .choices = _kpi_ties_names                          \
  }

/* The ranks of n values among those of the fit; NaN has none. O(n log of the fit's number). */
void _kpi_ranks (const KpiScoringCall *call, const double *values, double *out_ranks, gsize n);

/* The least and the greatest rank that a value between two ends can have, whatever the others are
 * between theirs: its low among the others' highs, its high among their lows. `is_member`: the
 * value is itself among those that the fit learned from. */
void _kpi_ranks_bounds (const KpiScoringCall *call, double low, double high, gboolean is_member,
                        double *out_low, double *out_high);
