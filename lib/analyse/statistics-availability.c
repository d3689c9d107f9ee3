/* SPDX-License-Identifier: MIT */
/* availability: how many of a group's indicators each area has.
 *
 *   availability = measured / indicators    every indicator below the group counts 1
 *
 * How many areas each indicator has stands in the summary; how much of the weight was measured, in
 * the scorecard's `coverage`. Rows of an area without a node are about all indicators that are
 * shown.
 * A gap: is what is counted. A zero is a value. */

#include "analyse/statistics-private.h"

static void
add_row (const KpiStatisticCall *call, gsize i, const char *node)
{
  const KpiSlice *slice = call->slice;
  KpiListing *listing = call->listing;
  const KpiScorecard *card = slice->card;
  gsize n = 0, measured = 0;

  for (gsize leaf = 0; leaf < card->model->n_indicators; leaf++) {
    n += slice->marks[leaf];
    measured += slice->marks[leaf] && _kpi_slice_is_measured (slice, leaf, i);
  }
  _kpi_statistic_row (call);
  _kpi_listing_add_text (listing, _kpi_areas_get (&card->areas, slice->areas[i]));
  _kpi_listing_add_text (listing, node);
  _kpi_listing_add_number (listing, (double)n);
  _kpi_listing_add_number (listing, (double)measured);
  _kpi_listing_add_number (listing, (double)(n - measured));
  _kpi_listing_add_number (listing, (double)measured / (double)n);
}

static void
add_areas (const KpiStatisticCall *call, const char *node)
{
  const KpiSlice *slice = call->slice;

  for (gsize i = 0; i < slice->n_areas; i++)
    if (slice->is_asked[slice->areas[i]])
      add_row (call, i, node);
  _kpi_slice_unmark (slice);
}

static gboolean
add (const KpiStatisticCall *call, GError **error)
{
  const KpiSlice *slice = call->slice;
  const KpiModel *model = slice->card->model;
  gboolean any = FALSE;

  (void)error;
  for (gsize leaf = 0; leaf < model->n_indicators; leaf++) {
    slice->marks[leaf] = slice->is_shown[leaf];
    any |= slice->is_shown[leaf];
  }
  if (any)
    add_areas (call, "");
  for (gsize i = 0; i < slice->shown->n_nodes; i++) {
    const KpiGroup *group = _kpi_slice_group (slice, slice->shown->nodes[i]);

    if (group == NULL)
      continue;
    _kpi_slice_mark_below (slice, group);
    add_areas (call, group->id);
  }
  return TRUE;
}

const KpiStatistic _kpi_statistic_availability = {
    .columns = {{"area", KPI_LISTING_TEXT},
                {"node", KPI_LISTING_TEXT},
                {"indicators", KPI_LISTING_WHOLE},
                {"measured", KPI_LISTING_WHOLE},
                {"missing", KPI_LISTING_WHOLE},
                {"availability", KPI_LISTING_NUMBER}},
    .add = add,
};
