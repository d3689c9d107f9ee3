/* SPDX-License-Identifier: MIT */
/* Targets beside those that they overlay, in sentences or as a listing.
 *
 * Always true: what asks the same is passed over in sentences, and however many a province sets for
 * its communes, no more than MOST_LINES of them are said. */

#include <string.h>

#include "speak.h"
#include "targets.h"

#define MOST_LINES 20

static gsize
find_column (const KpiListing *listing, const char *name)
{
  gsize n = kpi_listing_get_n_columns (listing), column = 0;

  while (column < n && strcmp (kpi_listing_get_column_name (listing, column), name) != 0)
    column++;
  return column;
}

/* A cell by the name of its column; "" where it is empty. */
static const char *
get_cell (const KpiListing *listing, gsize row, const char *name)
{
  return kpi_listing_get_text (listing, row, find_column (listing, name));
}

static gboolean
is_news (const KpiListing *listing, gsize row)
{
  const char *verdict = get_cell (listing, row, "verdict");

  return *verdict != '\0' && strcmp (verdict, "same") != 0;
}

/* "a: ", or "a in Huế: ", or "a at level commune: ". */
static void
append_whose (GString *out, const KpiListing *listing, gsize row)
{
  const char *area = get_cell (listing, row, "area"), *level = get_cell (listing, row, "level");

  g_string_append (out, get_cell (listing, row, "node"));
  if (*area != '\0')
    g_string_append_printf (out, " in %s", area);
  if (*level != '\0')
    g_string_append_printf (out, " at level %s", level);
  g_string_append (out, ": ");
}

/* "stricter but later than". */
static void
append_verdict (GString *out, const char *verdict)
{
  g_autofree char *words = g_strdelimit (g_strdup (verdict), "_", ' ');

  g_string_append_printf (out, " is %s than ", words);
}

static void
append_place (GString *out, const KpiListing *listing, gsize row, const char *file,
              const char *line)
{
  g_string_append_printf (out, " (%s:%.0f)", get_cell (listing, row, file),
                          kpi_listing_get_number (listing, row, find_column (listing, line)));
}

static void
append_line (GString *out, const KpiListing *listing, gsize row)
{
  const char *by = get_cell (listing, row, "by");

  append_whose (out, listing, row);
  g_string_append (out, get_cell (listing, row, "target"));
  if (*by != '\0')
    g_string_append_printf (out, " by %s", by);
  append_place (out, listing, row, "file", "line");
  append_verdict (out, get_cell (listing, row, "verdict"));
  g_string_append (out, get_cell (listing, row, "overlaid"));
  append_place (out, listing, row, "overlaid_file", "overlaid_line");
  g_string_append_c (out, '\n');
}

gint
targets_describe (const KpiModel *model, GString *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiListing) listing = kpi_model_list_targets (model, &error);
  gsize n_news = 0;

  if (listing == NULL)
    return speak_error (error);
  for (gsize row = 0; row < kpi_listing_get_n_rows (listing); row++)
    if (is_news (listing, row) && ++n_news <= MOST_LINES)
      append_line (out, listing, row);
  if (n_news > MOST_LINES)
    g_string_append_printf (out, "and %" G_GSIZE_FORMAT " more; --targets lists all\n",
                            n_news - MOST_LINES);
  return EXIT_DONE;
}

gint
targets_list (const KpiModel *model, const Output *output)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiListing) listing = kpi_model_list_targets (model, &error);

  return listing != NULL ? output_write_listing (output, listing) : speak_error (error);
}
