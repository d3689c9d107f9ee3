/* SPDX-License-Identifier: MIT */
/* `path`, `way` and `baseline.at`: the way from the baseline to the target. */
#pragma once

#include "model/target.h"

/* Reads the milestones of `path`, and `way`. FALSE, and reported, if they contradict each other. */
gboolean _kpi_path_read (const KpiCursor *at, KpiTargetDraft *draft);

/* Takes from `base` the way and the milestones that `draft` does not say, and leaves out those that
 * it removes. FALSE without memory. */
gboolean _kpi_path_inherit (KpiTargetDraft *draft, const KpiTarget *base);

/* Judges the way of a draft that is whole, before a baseline that meets the target is passed over.
 */
void _kpi_path_judge (const KpiCursor *at, KpiTargetDraft *draft, const KpiTargetContext *context);
