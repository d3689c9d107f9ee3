/* SPDX-License-Identifier: MIT */
/* What `kpiscore check` says of targets. */
#pragma once

#include "inputs.h"
#include "output.h"

/* Appends a line for each target that asks more or less than the one that it overlays; returns the
 * exit status. */
gint targets_describe (const KpiModel *model, GString *out);

/* Writes all targets; returns the exit status. */
gint targets_list (const KpiModel *model, const Output *output);
