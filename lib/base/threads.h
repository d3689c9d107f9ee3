/* SPDX-License-Identifier: MIT */
/* Work over threads: 0 … n - 1 in fixed blocks, which no other block depends on.
 *
 * Threads live as long as one call: the library keeps none, so that a program may fork between
 * calls. What a block writes depends on the block alone, so that the bits are the same whatever the
 * number of threads. */
#pragma once

#include <glib.h>

/* Does first … last - 1; `thread` is below the number of threads. FALSE if it failed. */
typedef gboolean (*KpiWork) (gsize first, gsize last, guint thread, gpointer user_data);

/* How many threads are worth while for so many cells: as many as are asked for, or, where that is
 * 0, as there are processors; one where there is little to do. */
guint _kpi_threads_count (guint asked, gsize n_cells);

/* Calls `work` for blocks of `block` that together make up 0 … n - 1, in up to `n_threads` threads,
 * and waits for all of them. FALSE if any failed. A thread that the system refuses is done without.
 */
gboolean _kpi_threads_run (guint n_threads, gsize n, gsize block, KpiWork work, gpointer user_data);
