/* SPDX-License-Identifier: MIT */
/* An arena: arrays that are made one after another and freed together.
 *
 * Sizes come from input, so that any array may fail. The arena remembers that one did, so that a
 * caller makes all that it needs and asks once, at the end, whether it has it. */
#pragma once

#include <glib.h>

typedef struct {
  struct _KpiArenaBlock *blocks; /* the last one first */
  gboolean failed;               /* some array could not be made */
} KpiArena;

/* An array of n elements, of any content or zeroed; not NULL even where n is 0. NULL, and the arena
 * has failed, if there is no memory or the size overflows. */
#define KPI_ARENA_NEW(arena, type, n)                                                              \
  ((type *)_kpi_arena_alloc ((arena), (n), sizeof (type), FALSE))
#define KPI_ARENA_NEW0(arena, type, n)                                                             \
  ((type *)_kpi_arena_alloc ((arena), (n), sizeof (type), TRUE))

gpointer _kpi_arena_alloc (KpiArena *arena, gsize n, gsize size, gboolean zeroed);

/* Frees all arrays; the arena is then as new. */
void _kpi_arena_clear (KpiArena *arena);
