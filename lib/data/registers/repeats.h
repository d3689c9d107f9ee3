/* SPDX-License-Identifier: MIT */
/* Which of very many hashes came more than once. */
#pragma once

#include <stdio.h>

#include "base/rows.h"

/* How many hashes are kept in memory before they go to a temporary file: 32 MiB. */
#define KPI_MOST_HASHES_KEPT ((gsize)1 << 22)

#define KPI_N_PARTS 256

typedef struct {
  KpiRows parts[KPI_N_PARTS]; /* of guint64, by their first byte */
  gsize block;                /* how many of a part are kept, and then written at once */
  FILE *file;                 /* of blocks, one behind the other; NULL until one is written */
  KpiRows blocks;             /* of guint8: the part of each */
} KpiRepeats;

void _kpi_repeats_init (KpiRepeats *repeats, gsize most_kept);
void _kpi_repeats_clear (KpiRepeats *repeats);

/* Notes a hash. FALSE if there is no memory, or if the file fails: the system's reason is then in
 * errno, which is else 0. */
gboolean _kpi_repeats_add (KpiRepeats *repeats, guint64 hash);

/* Fills `out_hashes`, ascending, with those that came twice or more: the first `most` of them.
 * Nothing more can be added then. FALSE as above. */
gboolean _kpi_repeats_finish (KpiRepeats *repeats, gsize most, KpiRows *out_hashes);
