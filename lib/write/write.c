/* SPDX-License-Identifier: MIT */
/* What users call to write: a scorecard, its alerts or a listing, to a function or to a file. */

#include "base/findings-private.h"
#include "base/replace.h"
#include "write/formats.h"

#define FORMAT_NAME(name) #name,
#define FORMAT_WRITER(name) _kpi_write_##name,
static const char *const names[] = {KPI_FORMATS (FORMAT_NAME) NULL};
static KpiFormatWriter *const writers[] = {KPI_FORMATS (FORMAT_WRITER)};

const char *const *
kpi_write_get_formats (void)
{
  return names;
}

static KpiSubject
subject_new (const KpiScorecard *card, const KpiListing *listing, const KpiTableStyle *style)
{
  return (KpiSubject){card, listing,
                      listing != NULL ? _kpi_grid_of_listing (listing) : _kpi_grid_of_card (card),
                      style};
}

static gboolean
write_to_function (KpiSubject subject, KpiFormat format, KpiWriteFunc write, gpointer user_data,
                   GError **error)
{
  KpiWriter writer;

  if ((guint)format >= G_N_ELEMENTS (writers))
    return _kpi_error_set (error, KPI_ERROR_ARGUMENT, "found format %d, expected one of KpiFormat",
                           (int)format);
  if (!_kpi_writer_begin (&writer, write, user_data, error))
    return FALSE;
  if (writers[format](&subject, &writer, error))
    return _kpi_writer_end (&writer, error);
  _kpi_writer_abandon (&writer);
  return FALSE;
}

static gboolean
write_to_file (KpiSubject subject, KpiFormat format, const char *path, GError **error)
{
  KpiReplacement replacement;

  if (!_kpi_replacement_begin (&replacement, path, error))
    return FALSE;
  if (write_to_function (subject, format, _kpi_replacement_write, &replacement, error))
    return _kpi_replacement_commit (&replacement, error);
  _kpi_replacement_abandon (&replacement);
  return FALSE;
}

static KpiListing *
list_alerts (const KpiScorecard *card, const KpiTableStyle *style, GError **error)
{
  return kpi_scorecard_list_alerts (card, style != NULL ? style->language : NULL, error);
}

gboolean
kpi_scorecard_write (const KpiScorecard *card, KpiFormat format, const KpiTableStyle *style,
                     KpiWriteFunc write, gpointer user_data, GError **error)
{
  return write_to_function (subject_new (card, NULL, style), format, write, user_data, error);
}

gboolean
kpi_scorecard_write_file (const KpiScorecard *card, KpiFormat format, const KpiTableStyle *style,
                          const char *path, GError **error)
{
  return write_to_file (subject_new (card, NULL, style), format, path, error);
}

gboolean
kpi_scorecard_write_alerts (const KpiScorecard *card, KpiFormat format, const KpiTableStyle *style,
                            KpiWriteFunc write, gpointer user_data, GError **error)
{
  g_autoptr (KpiListing) alerts = list_alerts (card, style, error);

  return alerts != NULL &&
         write_to_function (subject_new (card, alerts, style), format, write, user_data, error);
}

gboolean
kpi_scorecard_write_alerts_file (const KpiScorecard *card, KpiFormat format,
                                 const KpiTableStyle *style, const char *path, GError **error)
{
  g_autoptr (KpiListing) alerts = list_alerts (card, style, error);

  return alerts != NULL && write_to_file (subject_new (card, alerts, style), format, path, error);
}

gboolean
kpi_listing_write (const KpiListing *listing, KpiFormat format, const KpiTableStyle *style,
                   KpiWriteFunc write, gpointer user_data, GError **error)
{
  return write_to_function (subject_new (NULL, listing, style), format, write, user_data, error);
}

gboolean
kpi_listing_write_file (const KpiListing *listing, KpiFormat format, const KpiTableStyle *style,
                        const char *path, GError **error)
{
  return write_to_file (subject_new (NULL, listing, style), format, path, error);
}
