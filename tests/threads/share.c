/* SPDX-License-Identifier: MIT */
/* Threads that share one model and one dataset: each scores and reads, and takes and gives back
 * references, all at once; and a run that takes several threads for itself. A plain program on
 * plain threads: ThreadSanitizer understands neither Criterion nor the locks of a GLib that was
 * built without it. */
#include <math.h>
#include <pthread.h>
#include <stdio.h>

#include <kpiscore/kpiscore.h>

#define N_THREADS 4
#define N_ROUNDS 25

static const char model_text[] =
    "kpiscore: 1\n"
    "id: town\n"
    "indicators: {rate: {target: {at_least: 80}}, place: {target: {top: 1, of: 3}}}\n"
    "index: {id: whole, of: [rate, place]}\n";

typedef struct {
  KpiModel *model;
  KpiDataset *data;
  pthread_t thread;
  gsize n_wrong;
} Worker;

/* rate 60 of 80 is 75, rank 2 of 3 with 1 demanded is 50 */
static gboolean
is_right (const KpiScorecard *card)
{
  return card != NULL &&
         fabs (kpi_scorecard_get_score (card, "A", "2025", "whole") - (75.0 + 50) / 2) < 1e-9;
}

static void *
work (void *user_data)
{
  Worker *worker = user_data;

  for (guint i = 0; i < N_ROUNDS; i++) {
    g_autoptr (KpiModel) model = kpi_model_ref (worker->model);
    g_autoptr (KpiDataset) data = kpi_dataset_ref (worker->data);
    g_autoptr (KpiScorecard) card = kpi_model_score (model, data, NULL, NULL);

    worker->n_wrong += !is_right (card);
  }
  return NULL;
}

/* ---- A run of several threads of its own */

#define N_AREAS 60
#define N_PERIODS 40
#define N_SERIES 30 /* 72,000 cells: enough for threads to be worth while */

static KpiDataset *
make_cube (void)
{
  g_autoptr (KpiDatasetBuilder) builder = kpi_dataset_builder_new ();

  for (int s = 0; s < N_SERIES; s++)
    for (int p = 0; p < N_PERIODS; p++)
      for (int a = 0; a < N_AREAS; a++) {
        g_autofree char *area = g_strdup_printf ("A%02d", a);
        g_autofree char *series = g_strdup_printf ("s%d", s);
        g_autofree char *period = g_strdup_printf ("%d-%02d", 2020 + p / 12, 1 + p % 12);

        kpi_dataset_builder_add (builder, area, series, period, (s * 7 + p * 11 + a * 13) % 101,
                                 NULL);
      }
  return kpi_dataset_builder_build (builder, NULL);
}

static KpiModel *
make_tree (void)
{
  g_autoptr (GString) yaml = g_string_new ("kpiscore: 1\nid: m\nindicators:\n");

  for (int s = 0; s < N_SERIES; s++)
    g_string_append_printf (yaml, "  s%d: {}\n", s);
  g_string_append (yaml, "index: {id: i, of: [{id: g, of: [s0");
  for (int s = 1; s < N_SERIES; s++)
    g_string_append_printf (yaml, ", s%d", s);
  g_string_append (yaml, "]}]}\n");
  return kpi_model_parse (yaml->str, -1, NULL);
}

static KpiScorecard *
score_in (KpiModel *model, KpiDataset *data, guint n_threads, gboolean shown_only)
{
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();

  kpi_score_options_set_threads (options, n_threads);
  kpi_score_options_set_shown_only (options, shown_only);
  kpi_score_options_add_node (options, "i");
  return kpi_model_score (model, data, options, NULL);
}

/* How many scores are not those of one thread. */
static gsize
count_differing (gboolean shown_only)
{
  g_autoptr (KpiModel) model = make_tree ();
  g_autoptr (KpiDataset) data = make_cube ();
  g_autoptr (KpiScorecard) one = score_in (model, data, 1, FALSE);
  g_autoptr (KpiScorecard) several = score_in (model, data, N_THREADS, shown_only);
  gsize n_wrong = one == NULL || several == NULL;

  for (gsize row = 0; n_wrong == 0 && row < kpi_scorecard_get_n_rows (one); row++)
    n_wrong += kpi_scorecard_get_number (one, row, KPI_COLUMN_SCORE) !=
               kpi_scorecard_get_number (several, row, KPI_COLUMN_SCORE);
  return n_wrong;
}

int
main (void)
{
  g_autoptr (KpiModel) model = kpi_model_parse (model_text, -1, NULL);
  g_autoptr (KpiDatasetBuilder) builder = kpi_dataset_builder_new ();
  g_autoptr (KpiDataset) data = NULL;
  Worker workers[N_THREADS];
  gsize n_wrong = 0;

  kpi_dataset_builder_add (builder, "A", "rate", "2025", 60, NULL);
  kpi_dataset_builder_add (builder, "A", "place", "2025", 2, NULL);
  data = kpi_dataset_builder_build (builder, NULL);

  for (gsize i = 0; i < N_THREADS; i++) {
    workers[i] = (Worker){.model = model, .data = data};
    if (pthread_create (&workers[i].thread, NULL, work, &workers[i]) != 0)
      return 1;
  }
  for (gsize i = 0; i < N_THREADS; i++) {
    pthread_join (workers[i].thread, NULL);
    n_wrong += workers[i].n_wrong;
  }
  printf ("%zu of %d scores are wrong\n", n_wrong, N_THREADS * N_ROUNDS);
  n_wrong += count_differing (FALSE) + count_differing (TRUE);
  printf ("%zu with those of a run in several threads\n", n_wrong);
  return n_wrong == 0 ? 0 : 1;
}
