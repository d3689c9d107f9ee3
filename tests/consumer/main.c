/* SPDX-License-Identifier: MIT */
/* What someone else's program does: the four calls of kpiscore.h, against the installed library. */
#include <math.h>
#include <stdio.h>

#include <kpiscore/kpiscore.h>

/* The model demands 80 and the city has 60: 100 * 60 / 80. */
#define EXPECTED 75.0

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiModel) model = NULL;
  g_autoptr (KpiDataset) data = NULL;
  g_autoptr (KpiScorecard) card = NULL;
  double score;

  if (argc == 3 && (model = kpi_model_load (argv[1], &error)) != NULL &&
      (data = kpi_dataset_read_csv (argv[2], &error)) != NULL)
    card = kpi_model_score (model, data, NULL, &error);
  if (card == NULL) {
    fprintf (stderr, "%s\n", error != NULL ? error->message : "usage: consumer MODEL DATA");
    return 1;
  }
  score = kpi_scorecard_get_score (card, "Springfield", "2025", "town_index");
  printf ("kpiscore %s scores %g, %g expected\n", kpi_version (), score, EXPECTED);
  return fabs (score - EXPECTED) < 1e-9 ? 0 : 1;
}
