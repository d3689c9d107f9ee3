/* SPDX-License-Identifier: MIT */
/* Series: what a model says of a series beyond its name. */
#pragma once

#include "model/yaml/cursor.h"
#include "model/model-private.h"

/* Reads `series` into the model, whose indicators have named all that they use. */
void _kpi_series_read (const KpiCursor *at, KpiModel *model);

/* Reads `every` into the model. */
void _kpi_every_read (const KpiCursor *at, KpiModel *model);

void _kpi_series_clear (KpiModel *model);
