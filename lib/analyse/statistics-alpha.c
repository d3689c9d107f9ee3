/* SPDX-License-Identifier: MIT */
/* alpha: Cronbach's alpha of the scores of each group's children.
 *
 * Formula and source: method/cronbach.c. `low` where it is below 0.7, as the OECD/JRC Handbook has
 * it.
 * A gap: an area that lacks a child is left out; `n` says how many are not. */

#include "analyse/statistics-private.h"
#include "method/cronbach.h"

#define LOW 0.7

static gboolean
add_group (const KpiSlice *slice, gsize node, KpiListing *listing, GError **error)
{
  const KpiGroup *group = _kpi_slice_group (slice, node);
  KpiComplete complete;
  double alpha;

  if (!_kpi_statistic_complete (slice, group, &complete, error))
    return FALSE;
  if (!_kpi_cronbach_alpha (&complete, &alpha)) {
    _kpi_complete_clear (&complete);
    return _kpi_statistic_no_memory (error);
  }
  _kpi_statistic_row (slice, listing);
  _kpi_listing_add_text (listing, kpi_model_get_node_id (slice->card->model, node));
  _kpi_listing_add_number (listing, (double)group->n_children);
  _kpi_listing_add_number (listing, (double)complete.n_complete);
  _kpi_listing_add_number (listing, alpha);
  _kpi_listing_add_text (listing, alpha < LOW ? "low" : "");
  _kpi_complete_clear (&complete);
  return TRUE;
}

static gboolean
add (const KpiSlice *slice, KpiCorrelationFormula formula, KpiListing *listing, GError **error)
{
  (void)formula;
  return _kpi_statistic_groups (slice, add_group, listing, error);
}

const KpiStatistic _kpi_statistic_alpha = {
    .columns = {{"node", KPI_LISTING_TEXT},
                {"children", KPI_LISTING_WHOLE},
                {"n", KPI_LISTING_WHOLE},
                {"alpha", KPI_LISTING_NUMBER},
                {"flags", KPI_LISTING_TEXT}},
    .add = add,
};
