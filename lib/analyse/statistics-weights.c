/* SPDX-License-Identifier: MIT */
/* weights: what each node weighs by the model, beside what it moves.
 *
 *   weight    = w / sum of w over the siblings       given, or derived from the scores
 *   effective = product of the weights from the root of the tree down to the node
 *   influence = r squared, r the correlation of the node's scores with the root's
 *
 * A weight is not an importance: of two children that weigh the same, the one that varies more, or
 * that goes with the others, decides more of the ranking. Influence is what P. Paruolo, M. Saisana
 * and A. Saltelli call the linear measure of importance ("Ratings and rankings: voodoo or
 * science?", J. R. Statist. Soc. A 176, 2013): the share of the root's variance that a straight
 * line over the node accounts for. Influences overlap, and do not add up to 1. `negative` where r
 * is below 0: the index falls where the node rises. A gap: pairs are kept where both have a score;
 * `n` says how many. Weights that every area has for itself (bod) are nobody else's: there is no
 * weight then, nor an effective one below. */

#include <math.h>

#include "analyse/statistics-private.h"
#include "method/combining.h"

typedef struct {
  const KpiStatisticCall *call;
  gsize root;
} Weighing;

/* What a group's children weigh in the slice; NULL where that differs from area to area. */
static const double *
weights_of (const KpiSlice *slice, gsize node)
{
  const KpiScorecard *card = slice->card;
  const KpiGroup *group = _kpi_slice_group (slice, node);
  const double *kept = card->sheets[node].weights;
  gsize place;

  if (group->weighting == NULL || kept == NULL)
    return group->weighting == NULL ? group->weights : NULL;
  place = card->periods[slice->shown->period].frequency * card->areas.n_levels +
          card->areas.levels[slice->areas[0]];
  return kept + place * group->n_children;
}

static double
add_up (const double *weights, gsize n)
{
  double sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += weights[i];
  return sum;
}

static gboolean
can_tell (const KpiSlice *slice, gsize node)
{
  return _kpi_slice_has (slice, node) && _kpi_slice_is_known (slice, node);
}

/* FALSE if there is no memory. */
static gboolean
add_influence (const Weighing *weighing, gsize node)
{
  const KpiSlice *slice = weighing->call->slice;
  KpiCorrelated got = {NAN, 0};
  gboolean known = can_tell (slice, node) && can_tell (slice, weighing->root);

  if (known && !_kpi_correlate (weighing->call->formula, _kpi_slice_scores (slice, node),
                                _kpi_slice_scores (slice, weighing->root), slice->n_areas, &got))
    return FALSE;
  _kpi_listing_add_number (weighing->call->listing, known ? (double)got.n : NAN);
  _kpi_listing_add_number (weighing->call->listing, got.r * got.r);
  _kpi_listing_add_text (weighing->call->listing, _kpi_score_rounded (got.r) < 0 ? "negative" : "");
  return TRUE;
}

static gboolean
add_row (const Weighing *weighing, gsize group, gsize node, double weight, double effective)
{
  const KpiModel *model = weighing->call->slice->card->model;
  KpiListing *listing = weighing->call->listing;

  _kpi_statistic_row (weighing->call);
  _kpi_listing_add_text (listing, kpi_model_get_node_id (model, weighing->root));
  _kpi_listing_add_text (listing, kpi_model_get_node_id (model, group));
  _kpi_listing_add_text (listing, kpi_model_get_node_id (model, node));
  _kpi_listing_add_text (listing, _kpi_model_is_indicator (model, node) ? "indicator" : "group");
  _kpi_listing_add_number (listing, weight);
  _kpi_listing_add_number (listing, effective);
  return add_influence (weighing, node);
}

/* The children of a group, each with all that stands below it; as deep as a model file may nest. */
static gboolean
add_children (const Weighing *weighing, gsize node, double above)
{
  const KpiSlice *slice = weighing->call->slice;
  const KpiGroup *group = _kpi_slice_group (slice, node);
  const double *weights = weights_of (slice, node);
  double sum = weights != NULL ? add_up (weights, group->n_children) : NAN;

  for (gsize c = 0; c < group->n_children; c++) {
    gsize child = group->children[c];
    double weight = weights != NULL ? weights[c] / sum : NAN;

    if ((slice->is_shown[node] || slice->is_shown[child]) &&
        !add_row (weighing, node, child, weight, above * weight))
      return FALSE;
    if (_kpi_slice_group (slice, child) != NULL && !add_children (weighing, child, above * weight))
      return FALSE;
  }
  return TRUE;
}

static gboolean
add (const KpiStatisticCall *call, GError **error)
{
  const KpiSlice *slice = call->slice;
  Weighing weighing = {.call = call};

  for (gsize node = 0; node < slice->n_nodes; node++) {
    const KpiGroup *group = _kpi_slice_group (slice, node);

    if (group == NULL || group->kind != KPI_NODE_INDEX || !_kpi_slice_has (slice, node))
      continue;
    weighing.root = node;
    if (!add_children (&weighing, node, 1))
      return _kpi_statistic_no_memory (error);
  }
  return TRUE;
}

const KpiStatistic _kpi_statistic_weights = {
    .columns = {{"index", KPI_LISTING_TEXT},
                {"group", KPI_LISTING_TEXT},
                {"node", KPI_LISTING_TEXT},
                {"kind", KPI_LISTING_TEXT},
                {"weight", KPI_LISTING_NUMBER},
                {"effective", KPI_LISTING_NUMBER},
                {"n", KPI_LISTING_WHOLE},
                {"influence", KPI_LISTING_NUMBER},
                {"flags", KPI_LISTING_TEXT}},
    .add = add,
};
