/* SPDX-License-Identifier: MIT */
/* Hashes: well-stirred numbers that stand for bytes or numbers. They differ from run to run where a
 * seed does, and are written nowhere. */
#pragma once

#include <glib.h>

/* Stirs 64 bits so that each bit of the result hangs on each of them; different numbers stay
 * different. */
static inline guint64
_kpi_hash_stir (guint64 x)
{
  x = (x ^ x >> 32) * G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  x = (x ^ x >> 32) * G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  return x ^ x >> 32;
}

/* A hash of `length` bytes, no two of which are likely to meet among billions. */
guint64 _kpi_hash_bytes (const char *bytes, gsize length, guint64 seed);
