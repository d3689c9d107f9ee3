/* SPDX-License-Identifier: MIT */
/* What the tests of the write floor share: a scorecard from two texts, and what is written of it.
 */
#ifndef WRITE_CARD_H
#define WRITE_CARD_H

#include <glib/gstdio.h>
#include <unistd.h>

#include <criterion/criterion.h>
#include <kpiscore/kpiscore.h>

/* A city with a group of two, an indicator beside the group, and two outside every tree. */
static const char hue_model[] G_GNUC_UNUSED =
    "kpiscore: 1\n"
    "id: m\n"
    "title: {en: Hue city scoreboard, vi: Bảng điểm thành phố Huế}\n"
    "areas:\n"
    "  H: {title: {en: Hue, vi: Huế}, level: city}\n"
    "  D: {title: {en: Da Nang, vi: Đà Nẵng}, level: city}\n"
    "  C: {title: A commune, level: commune}\n"
    "indicators:\n"
    "  share: {title: {en: Digital economy share of GRDP, vi: Tỷ trọng kinh tế số trong GRDP},\n"
    "          unit: '%', valid: [0, 100], target: {at_least: 35}}\n"
    "  cashless: {title: {en: Cashless payments, vi: Giao dịch không tiền mặt}, unit: '%',\n"
    "             valid: [0, 100], target: {more_than: 80}}\n"
    "  bands: {title: Broadband, target: {at_least: 10}}\n"
    "  firms: {title: Digital firms, unit: enterprises}\n"
    "  unasked: {title: Nobody asked for this}\n"
    "index:\n"
    "  id: i\n"
    "  title: {en: Index, vi: Chỉ số}\n"
    "  of: [{id: g, title: {en: Economy, vi: Kinh tế}, of: [share, cashless]}, bands]\n";

static const char hue_data[] G_GNUC_UNUSED = "area,series,period,value\n"
                                             "H,share,2025,21\n"
                                             "H,cashless,2025,85\n"
                                             "H,firms,2025,12345\n";

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
