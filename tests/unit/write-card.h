/* SPDX-License-Identifier: MIT */
/* What the tests of the write floor share: a scorecard from two texts, and what is written of it.
 */
#ifndef WRITE_CARD_H
#define WRITE_CARD_H

#include <glib/gstdio.h>
#include <unistd.h>

#include <criterion/criterion.h>
#include <kpiscore/kpiscore.h>

/* Scores CSV text by YAML text; both are right, or the test fails. */
static inline KpiScorecard *
card_of (const char *yaml, const char *csv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiModel) model = kpi_model_parse (yaml, -1, &error);
  g_autoptr (KpiDataset) data = NULL;
  g_autofree char *path = NULL;
  KpiScorecard *card;
  int file;

  cr_assert (model != NULL, "%s", error == NULL ? "" : error->message);
  file = g_file_open_tmp ("kpiscore-XXXXXX.csv", &path, &error);
  cr_assert (file >= 0);
  close (file);
  cr_assert (g_file_set_contents (path, csv, -1, &error));
  data = kpi_dataset_read_csv (path, &error);
  g_unlink (path);
  cr_assert (data != NULL, "%s", error == NULL ? "" : error->message);
  card = kpi_model_score (model, data, NULL, &error);
  cr_assert (card != NULL, "%s", error == NULL ? "" : error->message);
  return card;
}

static inline gboolean
keep (const char *bytes, gsize length, gpointer user_data, GError **error)
{
  (void)error;
  g_string_append_len (user_data, bytes, (gssize)length);
  return TRUE;
}

/* All that is written of a scorecard; a new string. */
static inline char *
written (const KpiScorecard *card, KpiFormat format, const KpiTableStyle *style)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  cr_assert (kpi_scorecard_write (card, format, style, keep, out, &error), "%s",
             error == NULL ? "" : error->message);
  return g_string_free (out, FALSE);
}

#endif
