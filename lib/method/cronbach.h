/* SPDX-License-Identifier: MIT */
/* Cronbach's alpha: whether a group's children speak of one thing. */
#pragma once

#include "method/complete.h"

/* Of less than two children or complete rows, and where their sum does not vary: NaN. FALSE if
 * there is no memory. */
gboolean _kpi_cronbach_alpha (const KpiComplete *complete, double *out_alpha);
