/* SPDX-License-Identifier: MIT */
/* A slice of a scorecard: the scores of all nodes in one period, among the areas of one level. What
 * is compared with one another, side by side. */
#pragma once

#include "base/arena.h"
#include "score/card/scorecard-private.h"

typedef struct {
  KpiArena arena;
  const KpiScorecard *card;
  const KpiCardPeriod *shown;
  const char *level;
  guint32 *areas; /* of the level, in the card's order */
  gsize n_areas;
  gsize n_nodes;
  guint8 *is_shown;  /* by node: whether it has rows in the period and was asked for */
  guint8 *is_asked;  /* by area: whether it was */
  guint8 *is_parent; /* by area: one of its children is of its own level */
  guint8 *marks;     /* by node: scratch, FALSE between uses */
  double *scores;    /* by node, n_areas each */
  double *scratch;   /* n_areas */
} KpiSlice;

/* Allocates for any slice of the card. FALSE, with `error` set, if there is no memory. */
gboolean _kpi_slice_init (KpiSlice *slice, const KpiScorecard *card, GError **error);
void _kpi_slice_clear (KpiSlice *slice);

/* Fills the slice of a shown period and a level. FALSE if no area of that level is shown there. */
gboolean _kpi_slice_fill (KpiSlice *slice, const KpiCardPeriod *shown, guint32 level);

/* The scores of a node, NaN where an area has none. */
static inline const double *
_kpi_slice_scores (const KpiSlice *slice, gsize node)
{
  return slice->scores + node * slice->n_areas;
}

/* Whether a node can have numbers in the period. */
gboolean _kpi_slice_has (const KpiSlice *slice, gsize node);

/* Whether the scores of a node were kept: with kpi_score_options_set_shown_only() those that nobody
 * asked to see are not, and what takes them is not known. */
gboolean _kpi_slice_is_known (const KpiSlice *slice, gsize node);

/* Copies the values of an indicator at the stage that the card shows, NaN where an area has none.
 */
void _kpi_slice_values (const KpiSlice *slice, gsize node, double *out);

/* Whether an indicator was measured in the slice's i-th area. */
gboolean _kpi_slice_is_measured (const KpiSlice *slice, gsize node, gsize i);

/* The group behind a node; NULL if it is an indicator. */
const KpiGroup *_kpi_slice_group (const KpiSlice *slice, gsize node);

/* Sets `marks` for all that stands below a group; _kpi_slice_unmark() takes them back. */
void _kpi_slice_mark_below (const KpiSlice *slice, const KpiGroup *group);
void _kpi_slice_unmark (const KpiSlice *slice);
