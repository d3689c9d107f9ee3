/* SPDX-License-Identifier: MIT */
/* Which rows there are: whether a node has one in a period. */
#pragma once

#include "score/run/run.h"
#include "score/run/sheet.h"

/* Whether an indicator has rows in a period: it has a value of that frequency somewhere, or none at
 * all (`no_data`). With an as-of day it always has. */
gboolean _kpi_presence_of_indicator (const KpiRun *run, const KpiSheet *sheet, gsize period);

/* For the tree that is rooted at group `root`: by period, whether a leaf of it has rows there, or,
 * with `every`, whether it is one of those.
 * `sheets` are those of all nodes. A new array; NULL if there is no memory. */
guint8 *_kpi_presence_of_tree (const KpiRun *run, const KpiSheet *sheets, gsize root);
