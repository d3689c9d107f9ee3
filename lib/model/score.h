/* SPDX-License-Identifier: MIT */
/* `score`: how an indicator is scored. */
#pragma once

#include "method/scoring.h"
#include "model/yaml/cursor.h"

/* Reads a `score`, which is said. FALSE, and reported, if it is wrong. Clear `out` either way. */
gboolean _kpi_score_read (const KpiCursor *at, KpiScoring *out);

/* Asks the method about a goal and its options, and reports what it says. FALSE if it refuses. */
gboolean _kpi_score_judge (const KpiCursor *at, const KpiScoringCall *call);
