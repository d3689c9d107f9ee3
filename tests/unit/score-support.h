/* SPDX-License-Identifier: MIT */
/* What the tests of the score floor share: a model and a CSV as text in, a scorecard out. */
#ifndef KPI_TEST_SCORE_SUPPORT_H
#define KPI_TEST_SCORE_SUPPORT_H

#include <math.h>
#include <string.h>

#include <glib/gstdio.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <kpiscore/kpiscore.h>

static inline KpiDataset *
read_data (const char *csv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  KpiDataset *data;
  int file = g_file_open_tmp ("kpiscore-XXXXXX.csv", &path, &error);

  cr_assert (file >= 0);
  g_close (file, NULL);
  cr_assert (g_file_set_contents (path, csv, -1, &error));
  data = kpi_dataset_read_csv (path, &error);
  g_unlink (path);
  cr_assert (data != NULL, "%s", error->message);
  return data;
}

static inline KpiScorecard *
try_score (const char *yaml, const char *csv, const KpiScoreOptions *options, GError **error)
{
  g_autoptr (KpiModel) model = kpi_model_parse (yaml, -1, error);
  g_autoptr (KpiDataset) data = NULL;

  cr_assert (model != NULL, "%s", (*error)->message);
  data = read_data (csv);
  return kpi_model_score (model, data, options, error);
}

static inline KpiScorecard *
score_with (const char *yaml, const char *csv, const KpiScoreOptions *options)
{
  g_autoptr (GError) error = NULL;
  KpiScorecard *card = try_score (yaml, csv, options, &error);

  cr_assert (card != NULL, "%s", error->message);
  return card;
}

static inline double
get (const KpiScorecard *card, const char *area, const char *period, const char *node,
     KpiColumn column)
{
  g_autoptr (GError) error = NULL;
  gsize row;

  cr_assert (kpi_scorecard_find (card, area, period, node, &row, &error), "%s", error->message);
  return kpi_scorecard_get_number (card, row, column);
}

static inline const char *
get_status (const KpiScorecard *card, const char *area, const char *period, const char *node)
{
  gsize row;

  cr_assert (kpi_scorecard_find (card, area, period, node, &row, NULL));
  return kpi_scorecard_get_text (card, row, KPI_COLUMN_STATUS);
}

/* Equal to the last bit, or both missing. */
#define expect_number(card, area, period, node, column, expected)                                  \
  do {                                                                                             \
    double got = get (card, area, period, node, column), wanted = (expected);                      \
    cr_expect (got == wanted || (isnan (got) && isnan (wanted)), "%s %s %s %s: %.17g, not %.17g",  \
               area, period, node, kpi_column_get_name (column), got, wanted);                     \
  } while (0)

#define expect_score(card, area, node, expected)                                                   \
  expect_number (card, area, "2025", node, KPI_COLUMN_SCORE, expected)

#define expect_status(card, area, period, node, expected)                                          \
  cr_expect (eq (str, (char *)get_status (card, area, period, node), expected))

/* Whether a finding holds all of a text. */
static inline gboolean
has_finding (KpiFindings *findings, const char *text)
{
  for (gsize i = 0; i < kpi_findings_get_length (findings); i++) {
    g_autofree char *line = kpi_findings_format (findings, i);

    if (strstr (line, text) != NULL)
      return TRUE;
  }
  return FALSE;
}

#endif
