/* SPDX-License-Identifier: MIT */
/* The call that scores: what it refuses, what it hands on. Its numbers are
 * tested in test_scorecard.c. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <kpiscore/kpiscore.h>

static const char model_text[] =
    "kpiscore: 1\n"
    "id: town\n"
    "indicators: {rate: {target: {at_least: 80, baseline: {value: 90, at: 2020}}}}\n"
    "index: {id: whole, of: [rate]}\n";

static KpiModel *
town (void)
{
  g_autoptr (GError) error = NULL;
  KpiModel *model = kpi_model_parse (model_text, -1, &error);

  cr_assert (model != NULL, "%s", error->message);
  return model;
}

/* `n` areas, area i observed on day i alone: little data that asks for a very large table. */
static KpiDataset *
diagonal (guint n)
{
  g_autoptr (KpiDatasetBuilder) builder = kpi_dataset_builder_new ();
  GDate date;

  g_date_clear (&date, 1);
  for (guint i = 1; i <= n; i++) {
    char area[16], day[16];

    g_date_set_julian (&date, i);
    g_snprintf (area, sizeof area, "area %u", i);
    g_snprintf (day, sizeof day, "%04d-%02d-%02d", g_date_get_year (&date),
                g_date_get_month (&date), g_date_get_day (&date));
    cr_assert (kpi_dataset_builder_add (builder, area, "rate", day, 60, NULL));
  }
  return kpi_dataset_builder_build (builder, NULL);
}

Test (score, more_cells_than_KPI_MAX_CELLS_are_refused, .timeout = 60)
{
  g_autoptr (KpiModel) model = town ();
  /* 8193 areas x 8193 days x 2 nodes = 134,250,498 cells; 2^27 is 134,217,728 */
  g_autoptr (KpiDataset) data = diagonal (8193);
  g_autoptr (GError) error = NULL;

  cr_expect (eq (u64, KPI_MAX_CELLS, 134217728));
  cr_expect (eq (ptr, kpi_model_score (model, data, NULL, &error), NULL));
  cr_assert (g_error_matches (error, KPI_ERROR, KPI_ERROR_LIMIT));
  cr_expect (eq (str, error->message,
                 "error: found 8193 areas x 8193 periods x 2 nodes, expected at most 134217728 "
                 "cells"));
}

Test (score, the_scorecard_hands_on_the_warnings_of_the_model, .timeout = 10)
{
  g_autoptr (KpiModel) model = town ();
  g_autoptr (KpiDataset) data = diagonal (1);
  g_autoptr (KpiScorecard) card = kpi_model_score (model, data, NULL, NULL);
  KpiFindings *own = kpi_model_get_findings (model), *handed_on;

  cr_assert (ne (ptr, card, NULL));
  handed_on = kpi_scorecard_get_findings (card);
  /* The baseline of 90 meets the target of 80. */
  cr_assert (eq (sz, kpi_findings_get_length (own), 1));
  cr_assert (eq (sz, kpi_findings_get_length (handed_on), 1));
  cr_expect (eq (str, (char *)kpi_findings_get_text (handed_on, 0),
                 (char *)kpi_findings_get_text (own, 0)));
}

Test (score, a_scorecard_outlives_what_made_it, .timeout = 10)
{
  KpiModel *model = town ();
  KpiDataset *data = diagonal (1);
  KpiScorecard *card = kpi_model_score (model, data, NULL, NULL);
  KpiScorecard *again = kpi_scorecard_ref (card);

  kpi_model_unref (model);
  kpi_dataset_unref (data);
  kpi_scorecard_unref (card);
  cr_expect (eq (ptr, again, card));
  /* 60 of 80, the baseline passed over */
  cr_expect (eq (dbl, kpi_scorecard_get_score (again, "area 1", "0001-01-01", "whole"), 75));
  cr_expect (eq (str, (char *)kpi_model_get_id (kpi_scorecard_get_model (again)), "town"));
  kpi_scorecard_unref (again);
}
