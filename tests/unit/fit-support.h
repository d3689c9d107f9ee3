/* SPDX-License-Identifier: MIT */
/* What the tests of fits share: fits of a model and a CSV as text, and their own text. */
#ifndef KPI_TEST_FIT_SUPPORT_H
#define KPI_TEST_FIT_SUPPORT_H

#include "score-support.h"

static inline char *
make_fit_path (void)
{
  char *path = NULL;
  int file = g_file_open_tmp ("kpiscore-XXXXXX.fit", &path, NULL);

  cr_assert (file >= 0);
  g_close (file, NULL);
  return path;
}

static inline char *
text_of (const KpiFit *fit)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = make_fit_path ();
  char *text = NULL;

  cr_assert (kpi_fit_save (fit, path, &error), "%s", error->message);
  cr_assert (g_file_get_contents (path, &text, NULL, NULL));
  g_unlink (path);
  return text;
}

static inline KpiFit *
load_text (const char *text, GError **error)
{
  g_autofree char *path = make_fit_path ();
  KpiFit *fit;

  cr_assert (g_file_set_contents (path, text, -1, NULL));
  fit = kpi_fit_load (path, error);
  g_unlink (path);
  return fit;
}

static inline KpiFit *
fit_with (const char *yaml, const char *csv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiModel) model = kpi_model_parse (yaml, -1, &error);
  g_autoptr (KpiDataset) data = NULL;
  KpiFit *fit;

  cr_assert (model != NULL, "%s", error->message);
  data = read_data (csv);
  fit = kpi_fit_new (model, data, NULL, &error);
  cr_assert (fit != NULL, "%s", error->message);
  return fit;
}

static inline KpiScorecard *
score_by (const char *yaml, const char *csv, KpiFit *fit, const char *stage)
{
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();

  kpi_score_options_set_fit (options, fit);
  cr_assert (kpi_score_options_set_stage (options, stage, NULL));
  return score_with (yaml, csv, options);
}

#define expect_holds(text, part)                                                                   \
  cr_expect (strstr (text, part) != NULL, "found no %s in\n%s", part, text)

#endif
