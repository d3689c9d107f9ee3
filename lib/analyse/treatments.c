/* SPDX-License-Identifier: MIT */
/* What was done between the measure and the score, read off the sheets: a cell that differs from
 * one stage to the next was changed there. */

#include <math.h>

#include <kpiscore/treatments.h>

#include "base/listing-private.h"
#include "score/card/scorecard-private.h"

static const KpiListingColumn columns[] = {
    {"stage", KPI_LISTING_TEXT},   {"method", KPI_LISTING_TEXT}, {"area", KPI_LISTING_TEXT},
    {"period", KPI_LISTING_TEXT},  {"node", KPI_LISTING_TEXT},   {"before", KPI_LISTING_NUMBER},
    {"after", KPI_LISTING_NUMBER}, {"share", KPI_LISTING_NUMBER}};

/* One row, in the order of the columns. */
typedef struct {
  const char *stage;
  const char *method;
  const char *area;
  const char *period;
  const char *node;
  double before;
  double after;
  double share;
} Change;

static void
add (KpiListing *listing, const Change *change)
{
  _kpi_listing_add_text (listing, change->stage);
  _kpi_listing_add_text (listing, change->method);
  _kpi_listing_add_text (listing, change->area);
  _kpi_listing_add_text (listing, change->period);
  _kpi_listing_add_text (listing, change->node);
  _kpi_listing_add_number (listing, change->before);
  _kpi_listing_add_number (listing, change->after);
  _kpi_listing_add_number (listing, change->share);
}

/* The name of a level, as `for` of a target has it; "" where areas have none. A new string. */
static char *
name_level (const KpiScorecard *card, guint32 level)
{
  for (guint32 a = 0; a < card->model->n_areas; a++)
    if (card->areas.levels[a] == level && *card->model->areas[a].level != '\0')
      return g_strdup_printf ("level:%s", card->model->areas[a].level);
  return g_strdup ("");
}

/* What was screened is of a shown area, or of a shown indicator. */
static gboolean
is_shown (const KpiCardPeriod *shown, const KpiScreened *screened)
{
  for (gsize i = 0; i < shown->n_areas; i++)
    if (shown->areas[i] == screened->area)
      return TRUE;
  for (gsize i = 0; screened->area == KPI_NO_AREA && i < shown->n_nodes; i++)
    if (shown->nodes[i] == screened->indicator)
      return TRUE;
  return FALSE;
}

static void
add_screened (const KpiScorecard *card, const KpiCardPeriod *shown, KpiListing *listing)
{
  for (gsize i = 0; i < card->screened.n; i++) {
    const KpiScreened *screened = &KPI_ROW (&card->screened, KpiScreened, i);
    gboolean is_area = screened->area != KPI_NO_AREA;
    g_autofree char *level = is_area ? NULL : name_level (card, screened->level);
    Change change = {.stage = "screened",
                     .method = is_area ? "areas" : "indicators",
                     .area = is_area ? _kpi_areas_get (&card->areas, screened->area) : level,
                     .period = shown->spelling,
                     .node = is_area ? "" : card->model->indicators[screened->indicator].id,
                     .before = NAN,
                     .after = NAN,
                     .share = screened->share};

    if (screened->period == shown->period && is_shown (shown, screened))
      add (listing, &change);
  }
}

typedef void (*CellFunc) (const KpiSheet *sheet, gsize cell, const KpiIndicator *indicator,
                          Change change, KpiListing *listing);

static void
add_imputed (const KpiSheet *sheet, gsize cell, const KpiIndicator *indicator, Change change,
             KpiListing *listing)
{
  const KpiImputing *imputing = &indicator->imputing;
  g_autofree char *by_row = NULL;

  if (sheet->imputed == NULL || isnan (sheet->imputed[cell]) ||
      _kpi_sheet_is_measured (sheet, cell))
    return;
  change.stage = "imputed";
  change.method = imputing->method->name;
  if (_kpi_imputing_is_by_row (imputing))
    change.method = by_row = g_strdup_printf ("%s by row", imputing->method->name);
  change.before = sheet->value[cell]; /* outside `valid`, or missing */
  change.after = sheet->imputed[cell];
  add (listing, &change);
}

static void
add_treated (const KpiSheet *sheet, gsize cell, const KpiIndicator *indicator, Change change,
             KpiListing *listing)
{
  if (sheet->treated == NULL || isnan (sheet->treated[cell]) ||
      sheet->treated[cell] == sheet->imputed[cell])
    return;
  change.stage = "treated";
  change.method = _kpi_sheet_has_mark (sheet, cell, KPI_MARK_LOGGED)
                      ? indicator->treating.then->name
                      : _kpi_treating_winsorise.name;
  change.before = sheet->imputed[cell];
  change.after = sheet->treated[cell];
  add (listing, &change);
}

static void
add_cell (const KpiScorecard *card, const KpiCardPeriod *shown, gsize node, guint32 area,
          CellFunc each, KpiListing *listing)
{
  const KpiSheet *sheet = &card->sheets[node];
  guint32 slot = sheet->slots[shown->period];
  Change change = {.area = _kpi_areas_get (&card->areas, area),
                   .period = shown->spelling,
                   .node = kpi_model_get_node_id (card->model, node),
                   .share = NAN};

  if (slot != KPI_NO_SLOT)
    each (sheet, (gsize)slot * sheet->n_areas + area, &card->model->indicators[node], change,
          listing);
}

static void
add_cells (const KpiScorecard *card, const KpiCardPeriod *shown, CellFunc each, KpiListing *listing)
{
  for (gsize a = 0; a < shown->n_areas; a++)
    for (gsize n = 0; n < shown->n_nodes; n++)
      if (_kpi_model_is_indicator (card->model, shown->nodes[n]))
        add_cell (card, shown, shown->nodes[n], shown->areas[a], each, listing);
}

KpiListing *
kpi_scorecard_list_treatments (const KpiScorecard *card, GError **error)
{
  KpiListing *listing =
      _kpi_listing_new (kpi_model_get_id (card->model), columns, G_N_ELEMENTS (columns));

  if (listing == NULL) {
    _kpi_error_set (error, KPI_ERROR_MEMORY, "no memory for a listing");
    return NULL;
  }
  for (gsize p = 0; p < card->n_shown; p++)
    add_screened (card, &card->shown[p], listing);
  for (gsize p = 0; p < card->n_shown; p++)
    add_cells (card, &card->shown[p], add_imputed, listing);
  for (gsize p = 0; p < card->n_shown; p++)
    add_cells (card, &card->shown[p], add_treated, listing);
  return _kpi_listing_finish (listing, error);
}
