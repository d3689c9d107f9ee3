/* SPDX-License-Identifier: MIT */
/* Threads that share one model and one dataset: each scores and reads, and takes and gives back
 * references, all at once. A plain program on plain threads: ThreadSanitizer understands neither
 * Criterion nor the locks of a GLib that was built without it. */
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
  return n_wrong == 0 ? 0 : 1;
}
