/* SPDX-License-Identifier: MIT */
/* What `kpiscore check` says of targets. */
#ifndef TARGETS_H
#define TARGETS_H

#include "inputs.h"
#include "output.h"

/* Appends a line for each target that asks more or less than the one that it overlays; returns what
 * the shell is told. */
gint targets_tell (const KpiModel *model, GString *out);

/* Writes all targets; returns what the shell is told. */
gint targets_list (const KpiModel *model, const Output *output);

#endif
