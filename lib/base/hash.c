/* SPDX-License-Identifier: MIT */
/* Hashing bytes.
 *
 * Eight at a time: one multiplication a word, and a full stir at the end. The last word overlaps
 * the one before it rather than being gathered byte by byte; that texts of different length read
 * the same words does not matter, since the length goes in first. */

#include <string.h>

#include "base/hash.h"

static guint64
load (const char *bytes, gsize n)
{
  guint64 word = 0;

  memcpy (&word, bytes, n);
  return word;
}

/* All of up to eight bytes, as one word. */
static guint64
load_few (const char *bytes, gsize length)
{
  if (length >= 4)
    return load (bytes, 4) << 32 | load (bytes + length - 4, 4);
  if (length == 0)
    return 0;
  return (guint64)(guchar)bytes[0] << 16 | (guint64)(guchar)bytes[length / 2] << 8 |
         (guchar)bytes[length - 1];
}

static guint64
mix (guint64 hash, guint64 word)
{
  hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return hash ^ hash >> 32;
}

guint64
_kpi_hash_bytes (const char *bytes, gsize length, guint64 seed)
{
  guint64 hash = mix (seed, length);

  if (length < 8)
    return _kpi_hash_stir (mix (hash, load_few (bytes, length)));
  for (gsize i = 0; i + 8 < length; i += 8)
    hash = mix (hash, load (bytes + i, 8));
  return _kpi_hash_stir (mix (hash, load (bytes + length - 8, 8)));
}
