/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/threads.h"

#define N 1000

typedef struct {
  gint visits[N];
  guint n_threads;
  gsize failing;
} Walk;

static gboolean
visit (gsize first, gsize last, guint thread, gpointer user_data)
{
  Walk *walk = user_data;

  cr_assert (thread < walk->n_threads);
  for (gsize i = first; i < last; i++)
    g_atomic_int_inc (&walk->visits[i]);
  return first != walk->failing;
}

Test (threads, each_place_is_visited_once, .timeout = 10)
{
  for (guint n_threads = 1; n_threads <= 7; n_threads += 3) {
    Walk walk = {.n_threads = n_threads, .failing = N};

    cr_expect (_kpi_threads_run (n_threads, N, 7, visit, &walk));
    for (gsize i = 0; i < N; i++)
      cr_expect (eq (int, walk.visits[i], 1), "%zu of %u threads", i, n_threads);
  }
}

Test (threads, nothing_to_do_is_done, .timeout = 10)
{
  Walk walk = {.n_threads = 2, .failing = N};

  cr_expect (_kpi_threads_run (2, 0, 7, visit, &walk));
  cr_expect (eq (int, walk.visits[0], 0));
}

Test (threads, a_failure_is_told, .timeout = 10)
{
  Walk walk = {.n_threads = 3, .failing = 70};

  cr_expect (not(_kpi_threads_run (3, N, 7, visit, &walk)));
}

Test (threads, little_work_takes_one, .timeout = 10)
{
  cr_expect (eq (u32, _kpi_threads_count (8, 100), 1));
  cr_expect (eq (u32, _kpi_threads_count (3, 10000000), 3));
  cr_expect (_kpi_threads_count (0, 10000000) >= 1);
}
