/* SPDX-License-Identifier: MIT */
/* A listing as it grows: cell by cell, from left to right, row by row. */
#pragma once

#include <kpiscore/listing.h>

typedef struct {
  const char *name;
  KpiListingKind kind;
} KpiListingColumn;

/* An empty listing of the model `model`, whose id JSON shows; the columns' names are copied. NULL
 * if there is no memory. */
KpiListing *_kpi_listing_new (const char *model, const KpiListingColumn *columns, gsize n_columns);

/* Adds the next cell, which the column at hand must allow. FALSE if there is no memory; the listing
 * is then good for nothing but its end, and further cells are passed over, so that a row may be
 * added without asking after each. `text` may be NULL for "". */
gboolean _kpi_listing_add_number (KpiListing *listing, double number);
gboolean _kpi_listing_add_text (KpiListing *listing, const char *text);

/* The listing, once all its rows are there; where memory ended on the way NULL, `error` set, and
 * the listing is ended. */
KpiListing *_kpi_listing_finish (KpiListing *listing, GError **error);

const char *_kpi_listing_get_model (const KpiListing *listing);
