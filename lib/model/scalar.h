/* SPDX-License-Identifier: MIT */
/* Scalars: text until its place says what it is. How they are read is in schema.h. */
#ifndef KPI_SCALAR_H
#define KPI_SCALAR_H

#include "model/shape.h"

/* Whether `text` is of a kind, which is a scalar's; if not, `*expected` may get more precise. */
gboolean _kpi_scalar_matches (KpiShapeKind kind, const char *text, const char **expected);

#endif
