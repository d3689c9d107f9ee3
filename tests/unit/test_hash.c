/* SPDX-License-Identifier: MIT */
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/hash.h"

static gint
compare (gconstpointer a, gconstpointer b)
{
  guint64 left = *(const guint64 *)a, right = *(const guint64 *)b;

  return left < right ? -1 : left > right;
}

static void
expect_all_differ (guint64 *hashes, gsize n)
{
  qsort (hashes, n, sizeof *hashes, compare);
  for (gsize i = 1; i < n; i++)
    cr_assert (ne (u64, hashes[i], hashes[i - 1]));
}

Test (hash, every_byte_and_the_length_count, .timeout = 10)
{
  static guint64 hashes[40 * 40];
  char text[40] = {0};
  gsize n = 0;

  /* n NULs, and n NULs with one byte set */
  for (gsize length = 0; length < 40; length++) {
    hashes[n++] = _kpi_hash_bytes (text, length, 57);
    for (gsize i = 0; i < length; i++) {
      text[i] = 1;
      hashes[n++] = _kpi_hash_bytes (text, length, 57);
      text[i] = 0;
    }
  }
  expect_all_differ (hashes, n);
}

/* Where hashes end up is decided by their lowest bits: of 64,000 numbers in a row, about 1,000 end
 * on each of 64 places (with a standard deviation of 31). */
Test (hash, lowest_bits_are_even, .timeout = 10)
{
  guint counts[2][64] = {{0}};

  for (guint64 i = 0; i < 64000; i++) {
    counts[0][_kpi_hash_stir (i << 32) % 64]++;
    counts[1][_kpi_hash_bytes ((const char *)&i, sizeof i, 0) % 64]++;
  }
  for (gsize c = 0; c < 2; c++)
    for (gsize i = 0; i < 64; i++)
      cr_expect (counts[c][i] > 800 && counts[c][i] < 1200, "%u on place %zu", counts[c][i], i);
}

Test (hash, the_seed_counts, .timeout = 10)
{
  cr_expect (ne (u64, _kpi_hash_bytes ("area", 4, 1), _kpi_hash_bytes ("area", 4, 2)));
  cr_expect (eq (u64, _kpi_hash_bytes ("area", 4, 1), _kpi_hash_bytes ("area!", 4, 1)));
}
