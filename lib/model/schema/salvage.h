/* SPDX-License-Identifier: MIT */
/* What can still be read of a tree that the schema has refused, so that mistakes of meaning are
 * reported together with mistakes of form. */
#pragma once

#include "model/yaml/yaml.h"

/* The parts of `root` that pass the schema, a new tree; NULL if none do, or without memory. An
 * indicator or area with something wrong in it stays as a hollow mapping: its name is known, and
 * nothing about it is judged. */
KpiYaml *_kpi_salvage (KpiYaml *root, gboolean whole);
