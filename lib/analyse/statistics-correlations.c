/* SPDX-License-Identifier: MIT */
/* correlations: of the scores of siblings with each other, and of a node with all that it is part
 * of.
 *
 * Formulas and sources: method/pearson.c, spearman.c, kendall.c. Flags, as JRC's audits of
 * composite indicators look at them: siblings are `collinear` where |r| is 0.9 or more (one says
 * what the other says, which then counts twice), `negative` where r is below 0 (what one adds the
 * other takes away); a node is `weak` where its r with what it is part of is below 0.3 (its weight
 * moves nothing), `negative` likewise.
 * A gap: pairs are kept where both have a score; `n` says how many. */

#include <math.h>

#include "analyse/statistics-private.h"
#include "method/combining.h"

#define COLLINEAR 0.9
#define WEAK 0.3

static void
add_flags (const char *relation, double r, KpiListing *listing)
{
  g_autoptr (GString) flags = g_string_new (NULL);
  gboolean siblings = g_str_equal (relation, "sibling");
  double rounded = _kpi_score_rounded (r); /* rounding noise round 0 is neither side */

  _kpi_statistic_flag (flags, siblings && fabs (rounded) >= COLLINEAR, "collinear");
  _kpi_statistic_flag (flags, rounded < 0, "negative");
  _kpi_statistic_flag (flags, !siblings && rounded >= 0 && rounded < WEAK, "weak");
  _kpi_listing_add_text (listing, flags->str);
}

static gboolean
can_tell (const KpiSlice *slice, gsize node, gsize other)
{
  return (slice->is_shown[node] || slice->is_shown[other]) && _kpi_slice_has (slice, node) &&
         _kpi_slice_has (slice, other) && _kpi_slice_is_known (slice, node) &&
         _kpi_slice_is_known (slice, other);
}

/* FALSE if there is no memory. */
static gboolean
add_pair (const KpiStatisticCall *call, gsize node, gsize other, const char *relation)
{
  const KpiSlice *slice = call->slice;
  const KpiModel *model = slice->card->model;
  KpiListing *listing = call->listing;
  KpiCorrelated got;

  if (!can_tell (slice, node, other))
    return TRUE;
  if (!_kpi_correlate (call->formula, _kpi_slice_scores (slice, node),
                       _kpi_slice_scores (slice, other), slice->n_areas, &got))
    return FALSE;
  _kpi_statistic_row (call);
  _kpi_listing_add_text (listing, kpi_model_get_node_id (model, node));
  _kpi_listing_add_text (listing, kpi_model_get_node_id (model, other));
  _kpi_listing_add_text (listing, relation);
  _kpi_listing_add_number (listing, (double)got.n);
  _kpi_listing_add_number (listing, got.r);
  add_flags (relation, got.r, listing);
  return TRUE;
}

static gboolean
add_siblings (const KpiStatisticCall *call, const KpiGroup *group)
{
  for (gsize i = 0; i < group->n_children; i++)
    for (gsize j = i + 1; j < group->n_children; j++)
      if (!add_pair (call, group->children[i], group->children[j], "sibling"))
        return FALSE;
  return TRUE;
}

static gboolean
add_below (const KpiStatisticCall *call, const KpiGroup *group, gsize ancestor)
{
  const KpiSlice *slice = call->slice;
  gboolean done = TRUE;

  _kpi_slice_mark_below (slice, group);
  for (gsize node = 0; node < slice->n_nodes && done; node++)
    if (slice->marks[node])
      done = add_pair (call, node, ancestor,
                       _kpi_group_has_child (group, node) ? "parent" : "ancestor");
  _kpi_slice_unmark (slice);
  return done;
}

static gboolean
add (const KpiStatisticCall *call, GError **error)
{
  const KpiSlice *slice = call->slice;

  for (gsize node = 0; node < slice->n_nodes; node++) {
    const KpiGroup *group = _kpi_slice_group (slice, node);

    if (group != NULL && (!add_siblings (call, group) || !add_below (call, group, node)))
      return _kpi_statistic_no_memory (error);
  }
  return TRUE;
}

const KpiStatistic _kpi_statistic_correlations = {
    .columns = {{"node", KPI_LISTING_TEXT},
                {"other", KPI_LISTING_TEXT},
                {"relation", KPI_LISTING_TEXT},
                {"n", KPI_LISTING_WHOLE},
                {"r", KPI_LISTING_NUMBER},
                {"flags", KPI_LISTING_TEXT}},
    .add = add,
};
