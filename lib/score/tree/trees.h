/* SPDX-License-Identifier: MIT */
/* Scoring: all indicators, and the trees that they are in. */
#pragma once

#include "score/run/run.h"
#include "score/run/sheet.h"

/* Normalises what was measured and combines it. A run that learns stops at what it learned. FALSE
 * on failure; what is wrong is among the findings. */
gboolean _kpi_trees_score (KpiRun *run, KpiSheet *sheets);
