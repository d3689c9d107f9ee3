/* SPDX-License-Identifier: MIT */
/* pca: the principal components of the scores of each group's children.
 *
 * Formula and source: method/components.c. A row for each component and child; `loading` is their
 * correlation, `share` what the component explains of the children's variance, `cumulated` that and
 * the components before it.
 * A gap: an area that lacks a child is left out; `n` says how many are not. Where there are no
 * components (less than two such areas, a child that is the same in all of them), a group has one
 * row that says nothing else. */

#include <math.h>

#include "analyse/statistics-private.h"
#include "method/components.h"

typedef struct {
  const KpiStatisticCall *call;
  const KpiGroup *group;
  const char *node;
  gsize n;
  KpiListing *listing;
} Adding;

static void
begin_row (const Adding *adding)
{
  _kpi_statistic_row (adding->call);
  _kpi_listing_add_text (adding->listing, adding->node);
  _kpi_listing_add_number (adding->listing, (double)adding->n);
}

static void
add_nothing (const Adding *adding)
{
  begin_row (adding);
  for (gsize i = 0; i < 4; i++)
    _kpi_listing_add_number (adding->listing, NAN);
  _kpi_listing_add_text (adding->listing, "");
  _kpi_listing_add_number (adding->listing, NAN);
}

static void
add_component (const Adding *adding, const KpiComponents *components, gsize component,
               double cumulated)
{
  const KpiModel *model = adding->call->slice->card->model;
  double variance = components->variances[component];

  for (gsize c = 0; c < components->n; c++) {
    begin_row (adding);
    _kpi_listing_add_number (adding->listing, (double)(component + 1));
    _kpi_listing_add_number (adding->listing, variance);
    _kpi_listing_add_number (adding->listing, variance / (double)components->n);
    _kpi_listing_add_number (adding->listing, cumulated);
    _kpi_listing_add_text (adding->listing,
                           kpi_model_get_node_id (model, adding->group->children[c]));
    _kpi_listing_add_number (adding->listing, _kpi_components_loading (components, component, c));
  }
}

static void
add_components (const Adding *adding, const KpiComponents *components)
{
  double cumulated = 0;

  if (components->n == 0)
    add_nothing (adding);
  for (gsize i = 0; i < components->n; i++) {
    cumulated += components->variances[i] / (double)components->n;
    add_component (adding, components, i, cumulated);
  }
}

static gboolean
add_group (const KpiStatisticCall *call, gsize node, GError **error)
{
  const KpiSlice *slice = call->slice;
  Adding adding = {.call = call,
                   .group = _kpi_slice_group (slice, node),
                   .node = kpi_model_get_node_id (slice->card->model, node),
                   .listing = call->listing};
  KpiArena arena = {0};
  KpiComplete complete;
  KpiComponents components;
  gboolean done = _kpi_statistic_complete (slice, adding.group, &arena, &complete, error) &&
                  _kpi_components_init (&components, &arena, &complete, error);

  if (done) {
    adding.n = complete.n_complete;
    add_components (&adding, &components);
  }
  _kpi_arena_clear (&arena);
  return done;
}

const KpiStatistic _kpi_statistic_pca = {
    .columns = {{"node", KPI_LISTING_TEXT},
                {"n", KPI_LISTING_WHOLE},
                {"component", KPI_LISTING_WHOLE},
                {"eigenvalue", KPI_LISTING_NUMBER},
                {"share", KPI_LISTING_NUMBER},
                {"cumulated", KPI_LISTING_NUMBER},
                {"child", KPI_LISTING_TEXT},
                {"loading", KPI_LISTING_NUMBER}},
    .add_group = add_group,
};
