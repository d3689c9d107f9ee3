/* SPDX-License-Identifier: MIT */
/* Scoring files and writing text: the steps between a language's call and the library's. */

#include <math.h>
#include <string.h>

#include "calls.h"

static KpiDataset *
read_files (char **files, GError **error)
{
  g_autoptr (KpiDatasetBuilder) builder = kpi_dataset_builder_new ();

  for (; *files != NULL; files++)
    if (!kpi_dataset_builder_read_csv (builder, *files, error))
      return NULL;
  return kpi_dataset_builder_build (builder, error);
}

static void
add_registers (KpiScoreOptions *options, char **names, char **files)
{
  if (names == NULL || files == NULL)
    return;
  for (gsize i = 0; names[i] != NULL && files[i] != NULL; i++)
    kpi_score_options_add_register (options, names[i], files[i]);
}

static KpiScoreOptions *
make_options (const char *as_of, char **periods, char **areas, char **nodes, GError **error)
{
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();

  if (as_of != NULL && !kpi_score_options_set_as_of (options, as_of, error))
    return NULL;
  for (; periods != NULL && *periods != NULL; periods++)
    if (!kpi_score_options_add_period (options, *periods, error))
      return NULL;
  for (; areas != NULL && *areas != NULL; areas++)
    kpi_score_options_add_area (options, *areas);
  for (; nodes != NULL && *nodes != NULL; nodes++)
    kpi_score_options_add_node (options, *nodes);
  return g_steal_pointer (&options);
}

KpiScorecard *
_kpi_score_files (KpiModel *model, char **files, const char *as_of, char **periods, char **areas,
                  char **nodes, char **register_names, char **register_files, const char *stage,
                  KpiFit *fit, GError **error)
{
  g_autoptr (KpiDataset) data = NULL;
  g_autoptr (KpiScoreOptions) options = make_options (as_of, periods, areas, nodes, error);

  if (options == NULL || (stage != NULL && !kpi_score_options_set_stage (options, stage, error)))
    return NULL;
  add_registers (options, register_names, register_files);
  kpi_score_options_set_fit (options, fit);
  if (files != NULL && (data = read_files (files, error)) == NULL)
    return NULL;
  return kpi_model_score (model, data, options, error);
}

const char *
_kpi_first (char **files)
{
  return files[0] != NULL ? files[0] : "";
}

KpiFit *
_kpi_fit_files (KpiModel *model, char **files, const char *as_of, char **register_names,
                char **register_files, GError **error)
{
  g_autoptr (KpiDataset) data = NULL;
  g_autoptr (KpiScoreOptions) options = make_options (as_of, NULL, NULL, NULL, error);

  if (options == NULL)
    return NULL;
  add_registers (options, register_names, register_files);
  if (files != NULL && (data = read_files (files, error)) == NULL)
    return NULL;
  return kpi_fit_new (model, data, options, error);
}

gboolean
_kpi_is_missing_row (const GError *error)
{
  return g_error_matches (error, KPI_ERROR, KPI_ERROR_MISSING);
}

double
_kpi_find_score (const KpiScorecard *card, const char *area, const char *period, const char *node,
                 GError **error)
{
  g_autoptr (GError) failure = NULL;
  gsize row;

  if (kpi_scorecard_find (card, area, period, node, &row, &failure))
    return kpi_scorecard_get_number (card, row, KPI_COLUMN_SCORE);
  if (!_kpi_is_missing_row (failure))
    g_propagate_error (error, g_steal_pointer (&failure));
  return NAN;
}

char *
_kpi_find_met_on (const KpiScorecard *card, const char *area, const char *period, const char *node,
                  GError **error)
{
  g_autoptr (GError) failure = NULL;
  gsize row;

  if (kpi_scorecard_find (card, area, period, node, &row, &failure))
    return kpi_scorecard_get_met_on (card, row);
  if (!_kpi_is_missing_row (failure))
    g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

char **
_kpi_list_flags (const KpiScorecard *card, const char *area, const char *period, const char *node,
                 GError **error)
{
  g_autoptr (GError) failure = NULL;
  KpiFlags flags = 0;
  gsize row, n = 0;
  char **names = g_new0 (char *, sizeof flags * 8 + 1);

  if (kpi_scorecard_find (card, area, period, node, &row, &failure))
    flags = kpi_scorecard_get_flags (card, row);
  else if (!_kpi_is_missing_row (failure))
    g_propagate_error (error, g_steal_pointer (&failure));
  for (guint flag = 1; flag != 0 && flag <= flags; flag <<= 1)
    if (flags & flag)
      names[n++] = g_strdup (kpi_flags_get_name (flag));
  return names;
}

/* A GString would end the process where the memory does not reach; a scorecard's size comes from
 * input, so that this one fails instead. */
typedef struct {
  char *bytes;
  gsize length;
  gsize capacity;
} Text;

static gboolean
append (const char *bytes, gsize length, gpointer user_data, GError **error)
{
  Text *text = user_data;
  gsize needed;

  if (!g_size_checked_add (&needed, text->length, length)) {
    g_set_error_literal (error, KPI_ERROR, KPI_ERROR_MEMORY, "the text is too long");
    return FALSE;
  }
  if (needed > text->capacity) {
    gsize capacity = MAX (needed, needed + needed / 2);
    char *grown = g_try_realloc (text->bytes, capacity);

    if (grown == NULL) {
      g_set_error (error, KPI_ERROR, KPI_ERROR_MEMORY,
                   "found a text of %" G_GSIZE_FORMAT " bytes, more than the memory left", needed);
      return FALSE;
    }
    text->bytes = grown;
    text->capacity = capacity;
  }
  memcpy (text->bytes + text->length, bytes, length);
  text->length = needed;
  return TRUE;
}

static GBytes *
take_text (Text *text, gboolean written)
{
  if (written)
    return g_bytes_new_take (text->bytes, text->length);
  g_free (text->bytes);
  return NULL;
}

GBytes *
_kpi_write_text (const KpiScorecard *card, KpiFormat format, GError **error)
{
  Text text = {NULL, 0, 0};
  gboolean written = kpi_scorecard_write (card, format, NULL, append, &text, error);

  return take_text (&text, written);
}

GBytes *
_kpi_write_listing_text (const KpiListing *listing, KpiFormat format, GError **error)
{
  Text text = {NULL, 0, 0};
  gboolean written = kpi_listing_write (listing, format, NULL, append, &text, error);

  return take_text (&text, written);
}

char **
_kpi_list_columns (const KpiListing *listing)
{
  gsize n_columns = kpi_listing_get_n_columns (listing);
  char **names = g_new0 (char *, n_columns + 1);

  for (gsize i = 0; i < n_columns; i++)
    names[i] = g_strdup (kpi_listing_get_column_name (listing, i));
  return names;
}
