/* SPDX-License-Identifier: MIT */
/* alpha: Cronbach's alpha of the scores of each group's children.
 *
 * Formula and source: method/cronbach.c. `low` where it is below 0.7, as the OECD/JRC Handbook has
 * it.
 * A gap: an area that lacks a child is left out; `n` says how many are not. */

#include "analyse/statistics-private.h"
#include "method/cronbach.h"

#define LOW 0.7

static void
add_row (const KpiStatisticCall *call, const KpiGroup *group, gsize n, double alpha)
{
  KpiListing *listing = call->listing;

  _kpi_statistic_row (call);
  _kpi_listing_add_text (listing, group->id);
  _kpi_listing_add_number (listing, (double)group->n_children);
  _kpi_listing_add_number (listing, (double)n);
  _kpi_listing_add_number (listing, alpha);
  _kpi_listing_add_text (listing, alpha < LOW ? "low" : "");
}

static gboolean
add_group (const KpiStatisticCall *call, gsize node, GError **error)
{
  const KpiGroup *group = _kpi_slice_group (call->slice, node);
  KpiArena arena = {0};
  KpiComplete complete;
  double alpha;
  gboolean done = _kpi_statistic_complete (call->slice, group, &arena, &complete, error) &&
                  (_kpi_cronbach_alpha (&complete, &alpha) || _kpi_statistic_no_memory (error));

  if (done)
    add_row (call, group, complete.n_complete, alpha);
  _kpi_arena_clear (&arena);
  return done;
}

const KpiStatistic _kpi_statistic_alpha = {
    .columns = {{"node", KPI_LISTING_TEXT},
                {"children", KPI_LISTING_WHOLE},
                {"n", KPI_LISTING_WHOLE},
                {"alpha", KPI_LISTING_NUMBER},
                {"flags", KPI_LISTING_TEXT}},
    .add_group = add_group,
};
