/* SPDX-License-Identifier: MIT */
/* Of two targets, which one asks more. */
#pragma once

#include "model/model-private.h"

typedef enum {
  KPI_VERDICT_SAME,
  KPI_VERDICT_STRICTER,
  KPI_VERDICT_STRICTER_BUT_LATER,
  KPI_VERDICT_WEAKER,
  KPI_VERDICT_WEAKER_BUT_EARLIER,
  KPI_VERDICT_EARLIER, /* the same demand, likewise below */
  KPI_VERDICT_LATER,
  KPI_VERDICT_OTHER
} KpiVerdict;

/* In the order of KpiVerdict; NULL-terminated. */
extern const char *const _kpi_verdict_names[];

/* How `target` is beside the one that it overlays. Both have a demand. */
KpiVerdict _kpi_verdict_of (const KpiTarget *target, const KpiTarget *overlaid);
