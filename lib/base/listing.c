/* SPDX-License-Identifier: MIT */
/* Listings: columns side by side, each an array of its own.
 *
 * Always true of a finished listing: all columns are as long as it has rows. Texts are interned,
 * since most of them (areas, nodes, words) come again and again. */

#include <math.h>

#include "base/findings-private.h"
#include "base/listing-private.h"
#include "base/names.h"
#include "base/rows.h"

typedef struct {
  char *name;
  KpiListingKind kind;
  KpiRows cells; /* of guint32 where they are texts, else of double */
} Column;

struct _KpiListing {
  gatomicrefcount references;
  char *model;
  Column *columns;
  gsize n_columns;
  gsize at; /* the column of the next cell */
  KpiNames *texts;
  gboolean failed;
};

static void
listing_free (KpiListing *listing)
{
  for (gsize c = 0; listing->columns != NULL && c < listing->n_columns; c++) {
    g_free (listing->columns[c].name);
    _kpi_rows_clear (&listing->columns[c].cells);
  }
  g_free (listing->columns);
  g_free (listing->model);
  if (listing->texts != NULL)
    _kpi_names_free (listing->texts);
  g_free (listing);
}

KpiListing *
_kpi_listing_new (const char *model, const KpiListingColumn *columns, gsize n_columns)
{
  KpiListing *listing = g_new0 (KpiListing, 1);

  g_atomic_ref_count_init (&listing->references);
  listing->model = g_strdup (model);
  listing->texts = _kpi_names_new ();
  listing->columns = g_try_new0 (Column, n_columns);
  if (listing->columns == NULL) {
    listing_free (listing);
    return NULL;
  }
  listing->n_columns = n_columns;
  for (gsize c = 0; c < n_columns; c++) {
    gboolean is_text = columns[c].kind == KPI_LISTING_TEXT;

    listing->columns[c].name = g_strdup (columns[c].name);
    listing->columns[c].kind = columns[c].kind;
    listing->columns[c].cells = is_text ? KPI_ROWS (guint32) : KPI_ROWS (double);
  }
  return listing;
}

/* Room for the next cell; NULL if memory has ended. */
static gpointer
next_cell (KpiListing *listing)
{
  gpointer cell = listing->failed ? NULL : _kpi_rows_add (&listing->columns[listing->at].cells);

  listing->at = (listing->at + 1) % listing->n_columns;
  listing->failed |= cell == NULL;
  return cell;
}

gboolean
_kpi_listing_add_number (KpiListing *listing, double number)
{
  double *cell = next_cell (listing);

  if (cell != NULL)
    *cell = number;
  return cell != NULL;
}

/* What is not UTF-8, as the name of a file may not be, is made so: JSON and tables need it. */
static guint32
intern (KpiListing *listing, const char *text)
{
  g_autofree char *valid = NULL;

  if (text == NULL)
    text = "";
  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);
  return _kpi_names_add (listing->texts, text);
}

gboolean
_kpi_listing_add_text (KpiListing *listing, const char *text)
{
  guint32 name = intern (listing, text);
  guint32 *cell;

  listing->failed |= name == KPI_NO_NAME;
  cell = next_cell (listing);
  if (cell != NULL)
    *cell = name;
  return cell != NULL;
}

KpiListing *
_kpi_listing_finish (KpiListing *listing, GError **error)
{
  if (!listing->failed)
    return listing;
  listing_free (listing);
  _kpi_error_set (error, KPI_ERROR_MEMORY, "no memory for the rows of a listing");
  return NULL;
}

KpiListing *
kpi_listing_ref (KpiListing *listing)
{
  g_atomic_ref_count_inc (&listing->references);
  return listing;
}

void
kpi_listing_unref (KpiListing *listing)
{
  if (listing != NULL && g_atomic_ref_count_dec (&listing->references))
    listing_free (listing);
}

const char *
_kpi_listing_get_model (const KpiListing *listing)
{
  return listing->model;
}

gsize
kpi_listing_get_n_rows (const KpiListing *listing)
{
  return listing->columns[0].cells.n;
}

gsize
kpi_listing_get_n_columns (const KpiListing *listing)
{
  return listing->n_columns;
}

const char *
kpi_listing_get_column_name (const KpiListing *listing, gsize column)
{
  return listing->columns[column].name;
}

KpiListingKind
kpi_listing_get_kind (const KpiListing *listing, gsize column)
{
  return listing->columns[column].kind;
}

double
kpi_listing_get_number (const KpiListing *listing, gsize row, gsize column)
{
  const Column *of = &listing->columns[column];

  return of->kind == KPI_LISTING_TEXT ? NAN : KPI_ROW (&of->cells, double, row);
}

const char *
kpi_listing_get_text (const KpiListing *listing, gsize row, gsize column)
{
  const Column *of = &listing->columns[column];

  if (of->kind != KPI_LISTING_TEXT)
    return "";
  return _kpi_names_get (listing->texts, KPI_ROW (&of->cells, guint32, row));
}
