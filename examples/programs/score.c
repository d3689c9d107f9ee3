/* SPDX-License-Identifier: MIT */
/* Scores a model on the latest day of its observations and prints every score that there is. */
#include <math.h>
#include <stdio.h>

#include <kpiscore/kpiscore.h>

static KpiScorecard *
score (const char *model_path, const char *data_path, GError **error)
{
  g_autoptr (KpiScoreOptions) latest = kpi_score_options_new ();
  g_autoptr (KpiModel) model = kpi_model_load (model_path, error);
  g_autoptr (KpiDataset) data = model ? kpi_dataset_read_csv (data_path, error) : NULL;

  if (data == NULL || !kpi_score_options_set_as_of (latest, "latest", error))
    return NULL;
  return kpi_model_score (model, data, latest, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiScorecard) card = argc == 3 ? score (argv[1], argv[2], &error) : NULL;

  if (card == NULL) {
    fprintf (stderr, "%s\n", error ? error->message : "usage: score MODEL OBSERVATIONS");
    return 1;
  }
  for (gsize row = 0; row < kpi_scorecard_get_n_rows (card); row++) {
    double points = kpi_scorecard_get_number (card, row, KPI_COLUMN_SCORE);
    if (!isnan (points))
      printf ("%-20s %-28s %7.2f  %s\n", kpi_scorecard_get_text (card, row, KPI_COLUMN_AREA),
              kpi_scorecard_get_text (card, row, KPI_COLUMN_NODE), points,
              kpi_scorecard_get_text (card, row, KPI_COLUMN_STATUS));
  }
  return 0;
}
