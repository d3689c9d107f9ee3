/* SPDX-License-Identifier: MIT */
/* Threads that take the next block until none is left.
 *
 * Always true: the calling thread works too, so that all is done even where no other could be
 * started. */

#include "base/threads.h"

#define MOST_THREADS 64
#define FEW_CELLS (1 << 16) /* below, starting a thread takes longer than the work */

typedef struct {
  gsize n;
  gsize block;
  KpiWork work;
  gpointer user_data;
  gsize next;    /* atomic: the number of the next block */
  gint n_failed; /* atomic */
} Job;

typedef struct {
  Job *job;
  guint thread;
} Worker;

guint
_kpi_threads_count (guint asked, gsize n_cells)
{
  guint n = asked > 0 ? asked : g_get_num_processors ();

  return n_cells < FEW_CELLS ? 1 : CLAMP (n, 1, MOST_THREADS);
}

static gpointer
run_worker (gpointer data)
{
  const Worker *worker = data;
  Job *job = worker->job;
  gsize n_blocks = job->n / job->block + (job->n % job->block != 0);

  for (;;) {
    gsize number = g_atomic_pointer_add (&job->next, 1);
    gsize first = number * job->block;

    if (number >= n_blocks || g_atomic_int_get (&job->n_failed) > 0)
      return NULL;
    if (!job->work (first, MIN (first + job->block, job->n), worker->thread, job->user_data))
      g_atomic_int_inc (&job->n_failed);
  }
}

gboolean
_kpi_threads_run (guint n_threads, gsize n, gsize block, KpiWork work, gpointer user_data)
{
  Job job = {.n = n, .block = MAX (block, 1), .work = work, .user_data = user_data};
  Worker workers[MOST_THREADS];
  GThread *threads[MOST_THREADS] = {NULL};

  n_threads = MIN (n_threads, MOST_THREADS);
  for (guint i = 0; i < MAX (n_threads, 1); i++)
    workers[i] = (Worker){&job, i};
  for (guint i = 1; i < n_threads; i++)
    threads[i] = g_thread_try_new ("kpiscore", run_worker, &workers[i], NULL);
  run_worker (&workers[0]);
  for (guint i = 1; i < n_threads; i++)
    if (threads[i] != NULL)
      g_thread_join (threads[i]);
  return job.n_failed == 0;
}
