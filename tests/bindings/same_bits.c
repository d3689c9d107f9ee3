/* SPDX-License-Identifier: MIT */
/* Scores a model and prints every number of the scorecard as the bits that it is, for same_bits.py:
 *
 *   same_bits MODEL DATA [AS_OF] */

#include <kpiscore/kpiscore.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

static KpiScorecard *
score (char **arguments, const char *as_of, GError **error)
{
  g_autoptr (KpiModel) model = kpi_model_load (arguments[0], error);
  g_autoptr (KpiDataset) data = model != NULL ? kpi_dataset_read_csv (arguments[1], error) : NULL;
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();

  if (data == NULL)
    return NULL;
  if (as_of != NULL && !kpi_score_options_set_as_of (options, as_of, error))
    return NULL;
  return kpi_model_score (model, data, options, error);
}

static void
print_number (double number)
{
  guint64 bits;

  memcpy (&bits, &number, sizeof bits);
  if (isnan (number))
    printf ("\t-");
  else
    printf ("\t%016" G_GINT64_MODIFIER "x", bits);
}

static void
print_row (const KpiScorecard *card, gsize row)
{
  printf ("%s\t%s\t%s", kpi_scorecard_get_text (card, row, KPI_COLUMN_AREA),
          kpi_scorecard_get_text (card, row, KPI_COLUMN_PERIOD),
          kpi_scorecard_get_text (card, row, KPI_COLUMN_NODE));
  for (int column = 0; column < KPI_N_COLUMNS; column++)
    if (!kpi_column_is_text (column))
      print_number (kpi_scorecard_get_number (card, row, column));
  putchar ('\n');
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiScorecard) card = NULL;

  if (argc < 3)
    return 2;
  card = score (argv + 1, argc > 3 ? argv[3] : NULL, &error);
  if (card == NULL) {
    fprintf (stderr, "%s\n", error->message);
    return 1;
  }
  for (gsize row = 0; row < kpi_scorecard_get_n_rows (card); row++)
    print_row (card, row);
  return 0;
}
