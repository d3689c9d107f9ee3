/* SPDX-License-Identifier: MIT */
/* `for`: targets that hold for one area, or for all areas of one level. */
#pragma once

#include "model/target.h"

/* Reads a `for` into the indicator: each override inherits what it does not say, an area's from its
 * level's, a level's from `base`. Areas and levels are those of `model`. */
void _kpi_overrides_read (const KpiCursor *at, const KpiTarget *base,
                          const KpiTargetContext *context, const KpiModel *model,
                          KpiIndicator *indicator);

void _kpi_overrides_clear (KpiIndicator *indicator);
