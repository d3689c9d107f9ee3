/* SPDX-License-Identifier: MIT */
/* Scorecards and listings as grids. */

#include "base/listing-private.h"
#include "write/grid.h"

static const char *
card_name (gconstpointer card, gsize column)
{
  (void)card;
  return kpi_column_get_name ((KpiColumn)column);
}

static gboolean
card_is_text (gconstpointer card, gsize column)
{
  (void)card;
  return kpi_column_is_text ((KpiColumn)column);
}

static double
card_number (gconstpointer card, gsize row, gsize column)
{
  return kpi_scorecard_get_number (card, row, (KpiColumn)column);
}

static const char *
card_text (gconstpointer card, gsize row, gsize column)
{
  return kpi_scorecard_get_text (card, row, (KpiColumn)column);
}

KpiGrid
_kpi_grid_of_card (const KpiScorecard *card)
{
  return (KpiGrid){.of = card,
                   .model = kpi_model_get_id (kpi_scorecard_get_model (card)),
                   .n_rows = kpi_scorecard_get_n_rows (card),
                   .n_columns = KPI_N_COLUMNS,
                   .get_name = card_name,
                   .is_text = card_is_text,
                   .get_number = card_number,
                   .get_text = card_text};
}

static const char *
listing_name (gconstpointer listing, gsize column)
{
  return kpi_listing_get_column_name (listing, column);
}

static gboolean
listing_is_text (gconstpointer listing, gsize column)
{
  return kpi_listing_get_kind (listing, column) == KPI_LISTING_TEXT;
}

static double
listing_number (gconstpointer listing, gsize row, gsize column)
{
  return kpi_listing_get_number (listing, row, column);
}

static const char *
listing_text (gconstpointer listing, gsize row, gsize column)
{
  return kpi_listing_get_text (listing, row, column);
}

KpiGrid
_kpi_grid_of_listing (const KpiListing *listing)
{
  return (KpiGrid){.of = listing,
                   .model = _kpi_listing_get_model (listing),
                   .n_rows = kpi_listing_get_n_rows (listing),
                   .n_columns = kpi_listing_get_n_columns (listing),
                   .get_name = listing_name,
                   .is_text = listing_is_text,
                   .get_number = listing_number,
                   .get_text = listing_text};
}
