/* SPDX-License-Identifier: MIT */
/* The doors of the write floor: a scorecard or a listing, to a function or to a file. */

#include "base/findings-private.h"
#include "base/replace.h"
#include "write/formats.h"

/* What is written: one of the two, or the alerts of a scorecard. */
typedef struct {
  const KpiScorecard *card;
  const KpiListing *listing;
} Subject;

static gboolean
put_table (const Subject *subject, const KpiTableStyle *style, KpiWriter *writer, GError **error)
{
  if (subject->card != NULL && subject->listing != NULL) {
    _kpi_write_alerts (subject->card, subject->listing, style, writer);
    return TRUE;
  }
  if (subject->card != NULL)
    return _kpi_write_table (subject->card, style, writer, error);
  return _kpi_write_listing (subject->listing, style, writer, error);
}

static gboolean
put (const Subject *subject, KpiFormat format, const KpiTableStyle *style, KpiWriter *writer,
     GError **error)
{
  KpiGrid grid = subject->listing != NULL ? _kpi_grid_of_listing (subject->listing)
                                          : _kpi_grid_of_card (subject->card);

  switch (format) {
  case KPI_FORMAT_TABLE:
    return put_table (subject, style, writer, error);
  case KPI_FORMAT_CSV:
    _kpi_write_csv (&grid, writer);
    return TRUE;
  case KPI_FORMAT_JSON:
    _kpi_write_json (&grid, writer);
    return TRUE;
  }
  return _kpi_error_set (error, KPI_ERROR_ARGUMENT, "found format %d, expected one of KpiFormat",
                         (int)format);
}

static gboolean
write_to_function (const Subject *subject, KpiFormat format, const KpiTableStyle *style,
                   KpiWriteFunc write, gpointer user_data, GError **error)
{
  KpiWriter writer;

  if (!_kpi_writer_begin (&writer, write, user_data, error))
    return FALSE;
  if (!put (subject, format, style, &writer, error)) {
    _kpi_writer_abandon (&writer);
    return FALSE;
  }
  return _kpi_writer_end (&writer, error);
}

static gboolean
write_to_file (const Subject *subject, KpiFormat format, const KpiTableStyle *style,
               const char *path, GError **error)
{
  KpiReplacement replacement;

  if (!_kpi_replacement_begin (&replacement, path, error))
    return FALSE;
  if (!write_to_function (subject, format, style, _kpi_replacement_write, &replacement, error)) {
    _kpi_replacement_abandon (&replacement);
    return FALSE;
  }
  return _kpi_replacement_commit (&replacement, error);
}

gboolean
kpi_scorecard_write (const KpiScorecard *card, KpiFormat format, const KpiTableStyle *style,
                     KpiWriteFunc write, gpointer user_data, GError **error)
{
  return write_to_function (&(Subject){.card = card}, format, style, write, user_data, error);
}

gboolean
kpi_scorecard_write_file (const KpiScorecard *card, KpiFormat format, const KpiTableStyle *style,
                          const char *path, GError **error)
{
  return write_to_file (&(Subject){.card = card}, format, style, path, error);
}

gboolean
kpi_scorecard_write_alerts (const KpiScorecard *card, KpiFormat format, const KpiTableStyle *style,
                            KpiWriteFunc write, gpointer user_data, GError **error)
{
  g_autoptr (KpiListing) alerts =
      kpi_scorecard_list_alerts (card, style != NULL ? style->language : NULL, error);

  return alerts != NULL &&
         write_to_function (&(Subject){card, alerts}, format, style, write, user_data, error);
}

gboolean
kpi_scorecard_write_alerts_file (const KpiScorecard *card, KpiFormat format,
                                 const KpiTableStyle *style, const char *path, GError **error)
{
  g_autoptr (KpiListing) alerts =
      kpi_scorecard_list_alerts (card, style != NULL ? style->language : NULL, error);

  return alerts != NULL && write_to_file (&(Subject){card, alerts}, format, style, path, error);
}

gboolean
kpi_listing_write (const KpiListing *listing, KpiFormat format, const KpiTableStyle *style,
                   KpiWriteFunc write, gpointer user_data, GError **error)
{
  return write_to_function (&(Subject){.listing = listing}, format, style, write, user_data, error);
}

gboolean
kpi_listing_write_file (const KpiListing *listing, KpiFormat format, const KpiTableStyle *style,
                        const char *path, GError **error)
{
  return write_to_file (&(Subject){.listing = listing}, format, style, path, error);
}
