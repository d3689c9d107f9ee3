/* SPDX-License-Identifier: MIT */
/* Numbers that remember their place, and putting them in order without comparing them. */
#pragma once

#include <glib.h>

typedef struct {
  guint64 key; /* ascends with the number */
  guint32 place;
} KpiNumbered;

/* `number` is not NaN; -0 and 0 are one. */
KpiNumbered _kpi_numbered (double number, guint32 place);

/* Sorts n of them, ascending; equal ones stay in order. `scratch` has room for n. O(n). */
void _kpi_numbered_sort (KpiNumbered *numbers, gsize n, KpiNumbered *scratch);
