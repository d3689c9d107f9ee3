/* SPDX-License-Identifier: MIT */
/* The list of targets, each beside the one that it overlays.
 *
 * What a target overlays is what would hold at its place had it not been said: by default, or for
 * an override that an earlier file has too, what the file before it demanded; for another override
 * of an area that of the area's level, else the target by default. What an earlier file left open
 * it takes from there as well. Always true: a target that takes both its demand and its deadline
 * from elsewhere overlays nothing. verdict.c says what is stricter. A row stands where the demand
 * does; where only the deadline differs, where the deadline does. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/listing-private.h"
#include "base/number.h"
#include "model/target.h"
#include "model/verdict.h"

static const KpiListingColumn columns[] = {{"node", KPI_LISTING_TEXT},
                                           {"area", KPI_LISTING_TEXT},
                                           {"level", KPI_LISTING_TEXT},
                                           {"target", KPI_LISTING_TEXT},
                                           {"by", KPI_LISTING_TEXT},
                                           {"file", KPI_LISTING_TEXT},
                                           {"line", KPI_LISTING_WHOLE},
                                           {"overlaid", KPI_LISTING_TEXT},
                                           {"overlaid_file", KPI_LISTING_TEXT},
                                           {"overlaid_line", KPI_LISTING_WHOLE},
                                           {"verdict", KPI_LISTING_TEXT}};

/* One row while it is added. */
typedef struct {
  const KpiModel *model;
  const KpiIndicator *indicator;
  const KpiTargetOverride *override; /* NULL for the target by default */
  KpiListing *listing;
} Row;

/* "at_least 35". */
static void
append_demand (GString *out, const KpiTarget *target)
{
  const KpiGoal *goal = &target->goal;
  const char *key = _kpi_target_get_key (target);
  char low[KPI_NUMBER_SIZE], high[KPI_NUMBER_SIZE];

  _kpi_number_format (goal->low, low);
  _kpi_number_format (goal->high, high);
  if (goal->demand == KPI_DEMAND_BETWEEN && goal->low != goal->high)
    g_string_append_printf (out, "%s [%s, %s]", key, low, high);
  else
    g_string_append_printf (out, "%s %s", key, low);
}

/* "2030"; "" where there is no deadline. */
static const char *
spell_deadline (const KpiTarget *target, char buffer[KPI_PERIOD_SIZE])
{
  buffer[0] = '\0';
  if (target->has_deadline)
    _kpi_period_format (&target->by, buffer);
  return buffer;
}

static gboolean
is_same_place (KpiPlace a, KpiPlace b)
{
  return g_strcmp0 (a.file, b.file) == 0 && a.line == b.line && a.column == b.column;
}

static int
compare_level (const void *level, const void *override)
{
  return strcmp (level, ((const KpiTargetOverride *) override)->level);
}

/* The override for the level of an area; NULL if there is none. */
static const KpiTargetOverride *
find_level (const Row *row, const char *area)
{
  const KpiIndicator *indicator = row->indicator;
  gsize number = _kpi_model_find_area (row->model, area);

  if (number == G_MAXSIZE)
    return NULL;
  return bsearch (row->model->areas[number].level,
                  indicator->overrides + indicator->n_area_overrides,
                  indicator->n_overrides - indicator->n_area_overrides,
                  sizeof *indicator->overrides, compare_level);
}

static const KpiTarget *
get_base (const Row *row)
{
  const KpiTargetOverride *level = NULL;

  if (row->override->area != NULL)
    level = find_level (row, row->override->area);
  return level != NULL ? &level->target : &row->indicator->target;
}

/* What the row's target overlays; NULL if nothing. */
static const KpiTarget *
get_overlaid (const Row *row, const KpiTarget *target)
{
  const KpiTarget *base;

  if (target->overlaid != NULL || row->override == NULL)
    return target->overlaid;
  base = get_base (row);
  if (is_same_place (target->demand_place, base->demand_place) &&
      is_same_place (target->deadline_place, base->deadline_place))
    return NULL;
  return base;
}

static void
add_place (KpiListing *listing, KpiPlace place)
{
  _kpi_listing_add_text (listing, place.file);
  _kpi_listing_add_number (listing, place.line);
}

static void
add_target (KpiListing *listing, const KpiTarget *target, gboolean by_deadline)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char by[KPI_PERIOD_SIZE];

  append_demand (text, target);
  _kpi_listing_add_text (listing, text->str);
  _kpi_listing_add_text (listing, spell_deadline (target, by));
  add_place (listing, by_deadline ? target->deadline_place : target->demand_place);
}

static void
add_overlaid (KpiListing *listing, const KpiTarget *overlaid, gboolean by_deadline)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char by[KPI_PERIOD_SIZE];

  append_demand (text, overlaid);
  if (overlaid->has_deadline)
    g_string_append_printf (text, " by %s", spell_deadline (overlaid, by));
  _kpi_listing_add_text (listing, text->str);
  add_place (listing, by_deadline ? overlaid->deadline_place : overlaid->demand_place);
}

static void
add_nothing_overlaid (KpiListing *listing)
{
  _kpi_listing_add_text (listing, NULL);
  _kpi_listing_add_text (listing, NULL);
  _kpi_listing_add_number (listing, NAN);
  _kpi_listing_add_text (listing, NULL);
}

static void
add_row (const Row *row)
{
  const KpiTargetOverride *override = row->override;
  const KpiTarget *target = override != NULL ? &override->target : &row->indicator->target;
  const KpiTarget *overlaid = get_overlaid (row, target);
  KpiVerdict verdict = overlaid != NULL ? _kpi_verdict_of (target, overlaid) : KPI_VERDICT_SAME;
  gboolean by_deadline = verdict == KPI_VERDICT_EARLIER || verdict == KPI_VERDICT_LATER;

  _kpi_listing_add_text (row->listing, row->indicator->id);
  _kpi_listing_add_text (row->listing, override != NULL ? override->area : NULL);
  _kpi_listing_add_text (row->listing, override != NULL ? override->level : NULL);
  add_target (row->listing, target, by_deadline);
  if (overlaid == NULL) {
    add_nothing_overlaid (row->listing);
    return;
  }
  add_overlaid (row->listing, overlaid, by_deadline);
  _kpi_listing_add_text (row->listing, _kpi_verdict_names[verdict]);
}

static void
add_indicator (const KpiModel *model, const KpiIndicator *indicator, KpiListing *listing)
{
  Row row = {model, indicator, NULL, listing};

  add_row (&row);
  for (gsize i = indicator->n_area_overrides; i < indicator->n_overrides; i++) {
    row.override = &indicator->overrides[i];
    add_row (&row);
  }
  for (gsize i = 0; i < indicator->n_area_overrides; i++) {
    row.override = &indicator->overrides[i];
    add_row (&row);
  }
}

KpiListing *
kpi_model_list_targets (const KpiModel *model, GError **error)
{
  KpiListing *listing = _kpi_listing_new (model->id, columns, G_N_ELEMENTS (columns));

  if (listing == NULL) {
    _kpi_error_set (error, KPI_ERROR_MEMORY, "there is not enough memory for a list of targets");
    return NULL;
  }
  for (gsize i = 0; i < model->n_indicators; i++)
    if (model->indicators[i].has_target && model->indicators[i].shown)
      add_indicator (model, &model->indicators[i], listing);
  return _kpi_listing_finish (listing, error);
}
