/* SPDX-License-Identifier: MIT */
/* Arenas: each array is a block of its own, so that a large one goes back to the system when it is
 * freed, and memory checkers see the ends of each. */

#include <stddef.h>

#include "base/arena.h"

struct _KpiArenaBlock {
  struct _KpiArenaBlock *before;
  _Alignas(max_align_t) guint8 data[];
};

gpointer
_kpi_arena_alloc (KpiArena *arena, gsize n, gsize size, gboolean zeroed)
{
  struct _KpiArenaBlock *block = NULL;
  gsize n_bytes;

  if (g_size_checked_mul (&n_bytes, n, size) &&
      g_size_checked_add (&n_bytes, n_bytes, sizeof *block))
    block = zeroed ? g_try_malloc0 (n_bytes) : g_try_malloc (n_bytes);
  if (block == NULL) {
    arena->failed = TRUE;
    return NULL;
  }
  block->before = arena->blocks;
  arena->blocks = block;
  return block->data;
}

void
_kpi_arena_clear (KpiArena *arena)
{
  while (arena->blocks != NULL) {
    struct _KpiArenaBlock *block = arena->blocks;

    arena->blocks = block->before;
    g_free (block);
  }
  arena->failed = FALSE;
}
