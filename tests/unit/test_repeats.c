/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/hash.h"
#include "data/registers/repeats.h"

static gint
compare (gconstpointer a, gconstpointer b)
{
  guint64 left = *(const guint64 *)a, right = *(const guint64 *)b;

  return left < right ? -1 : left > right;
}

/* Notes `n` hashes of `limit` different ones and checks the repeated ones against a plain sort. */
static void
check_against_sorting (gsize n, guint64 limit, gsize most_kept, gboolean spills)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (57);
  g_autofree guint64 *hashes = g_new (guint64, n);
  KpiRows found = KPI_ROWS (guint64);
  KpiRepeats repeats;
  gsize place = 0;

  _kpi_repeats_init (&repeats, most_kept);
  for (gsize i = 0; i < n; i++) {
    hashes[i] =
        _kpi_hash_stir ((((guint64)g_rand_int (random) << 32) | g_rand_int (random)) % limit);
    cr_assert (_kpi_repeats_add (&repeats, hashes[i]));
  }
  cr_assert (_kpi_repeats_finish (&repeats, n, &found));
  cr_expect (eq (int, repeats.file != NULL, spills));
  qsort (hashes, n, sizeof *hashes, compare);
  for (gsize i = 1; i < n; i++)
    if (hashes[i] == hashes[i - 1] && (i < 2 || hashes[i - 2] != hashes[i])) {
      cr_assert (place < found.n);
      cr_expect (eq (u64, KPI_ROW (&found, guint64, place), hashes[i]));
      place++;
    }
  cr_expect (eq (sz, found.n, place));
  _kpi_rows_clear (&found);
  _kpi_repeats_clear (&repeats);
}

Test (repeats, in_memory, .timeout = 30)
{
  check_against_sorting (20000, 30000, 40000, FALSE);
  check_against_sorting (20000, G_MAXUINT64, 40000, FALSE);
  check_against_sorting (1, 1, 1, FALSE);
}

Test (repeats, in_a_file, .timeout = 30)
{
  check_against_sorting (20000, 30000, 1000, TRUE);
  check_against_sorting (20000, 30000, 999, TRUE);
  check_against_sorting (20000, 3, 1000, TRUE); /* nearly all the same */
  check_against_sorting (200, 90, 1, TRUE);     /* hardly a block with more than one hash */
}

Test (repeats, no_more_than_asked_for, .timeout = 10)
{
  KpiRows found = KPI_ROWS (guint64);
  KpiRepeats repeats;

  _kpi_repeats_init (&repeats, 1000);
  for (guint64 i = 0; i < 300; i++)
    cr_assert (_kpi_repeats_add (&repeats, i % 100));
  cr_assert (_kpi_repeats_finish (&repeats, 5, &found));
  cr_expect (eq (sz, found.n, 5));
  cr_expect (eq (u64, KPI_ROW (&found, guint64, 4), 4));
  _kpi_rows_clear (&found);
  _kpi_repeats_clear (&repeats);
}

/* A million texts that differ in one digit or in length: 64 bits make a meeting unlikely (3e-8). */
Test (repeats, hashes_differ, .timeout = 30)
{
  KpiRows found = KPI_ROWS (guint64);
  KpiRepeats repeats;
  char text[32];

  _kpi_repeats_init (&repeats, KPI_MOST_HASHES_KEPT);
  for (guint i = 0; i < 1000000; i++) {
    gsize length = (gsize)g_snprintf (text, sizeof text, "HS-2025-%u", i);

    cr_assert (_kpi_repeats_add (&repeats, _kpi_hash_bytes (text, length, 0)));
  }
  for (gsize length = 0; length < 20; length++) { /* the NULs of a last word are no text */
    char zeros[20] = {0};

    cr_assert (_kpi_repeats_add (&repeats, _kpi_hash_bytes (zeros, length, 0)));
  }
  cr_assert (_kpi_repeats_finish (&repeats, 10, &found));
  cr_expect (eq (sz, found.n, 0));
  _kpi_rows_clear (&found);
  _kpi_repeats_clear (&repeats);
}
