/* SPDX-License-Identifier: MIT */
/* A method with its options, as a model says it: a name, or a mapping with `method` and options. */
#pragma once

#include "method/option.h"
#include "model/yaml/cursor.h"

/* Where the method's name stands. */
KpiCursor _kpi_options_get_method (const KpiCursor *at);

/* Reads the options that a method lists into `values`, which stand in the same order and hold what
 * `_init` gave them. FALSE, and reported, if one is wrong; the values can be freed either way. */
gboolean _kpi_options_read (const KpiCursor *at, const KpiOption *options, KpiOptionValue *values);
