/* SPDX-License-Identifier: MIT */
/* Titles: a text in one or several languages. Their struct, and how the floors above read it, is in
 * model-private.h. */
#pragma once

#include "model/yaml/cursor.h"
#include "model/model-private.h"

/* Reads a string, or a mapping from language to string; nothing said is an empty title. FALSE, and
 * reported, without memory; `out` can be cleared either way. */
gboolean _kpi_title_read (const KpiCursor *at, KpiTitle *out);

void _kpi_title_clear (KpiTitle *title);
