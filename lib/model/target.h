/* SPDX-License-Identifier: MIT */
/* Targets: the value demanded of an indicator, by when, and where it started.
 *
 * A mapping is read into a draft, which remembers what it says itself; a draft inherits the rest
 * from the one it overrides; what is whole is then judged, and becomes a KpiTarget. */
#pragma once

#include "model/yaml/cursor.h"
#include "model/model-private.h"

/* The parts of a target. One that is removed with null is said too. */
typedef enum {
  KPI_SAYS_DEMAND = 1 << 0,
  KPI_SAYS_OF = 1 << 1,
  KPI_SAYS_STRETCH = 1 << 2,
  KPI_SAYS_DEADLINE = 1 << 3,
  KPI_SAYS_BASELINE = 1 << 4, /* its value, or `first` */
  KPI_SAYS_START = 1 << 5,    /* its time */
  KPI_SAYS_PATH = 1 << 6,
  KPI_SAYS_NO_PATH = 1 << 7,
  KPI_SAYS_WAY = 1 << 8
} KpiTargetParts;

typedef struct {
  KpiTarget target; /* its goal's `low` is NaN where there is no demand */
  guint says;       /* of KpiTargetParts: said by this mapping rather than inherited */
} KpiTargetDraft;

/* The key that makes the demand of a target; `equal` where it is a range of one value. */
const char *_kpi_target_get_key (const KpiTarget *target);

/* What a whole target is judged by. */
typedef struct {
  const KpiScoring *scoring; /* NULL if there is none, or a wrong one */
  KpiBetter better;
  double valid[2];
  gboolean is_observed; /* it is measured by observations, of which one is the first */
} KpiTargetContext;

/* Reads a `target`, or one entry of its `for`. FALSE, and reported, if anything in it is wrong;
 * `out` can be cleared either way. */
gboolean _kpi_target_read (const KpiCursor *at, KpiTargetDraft *out);

/* Takes from `base` what `draft` does not say: a demand takes the base's `stretch` away with it.
 * FALSE without memory. */
gboolean _kpi_target_inherit (KpiTargetDraft *draft, const KpiTarget *base);

/* Keeps in `target` what the file before it demanded at its place, where that is known and makes
 * sense; what it did not say holds as in `base` (NULL: nothing does). FALSE without memory. */
gboolean _kpi_target_remember (const KpiCursor *at, const KpiTarget *base, KpiTarget *target);

/* Judges a draft that is whole, reporting what its own parts brought in: what it inherited is
 * reported where that stands. Its target is then as the floors above see it. */
void _kpi_target_judge (const KpiCursor *at, KpiTargetDraft *draft,
                        const KpiTargetContext *context);

/* Which way is better by the demand; FALSE if it does not tell. */
gboolean _kpi_target_get_sense (const KpiTarget *target, KpiBetter *out_better);

void _kpi_target_clear (KpiTarget *target);
