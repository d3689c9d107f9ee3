/* SPDX-License-Identifier: MIT */
/* Sorting doubles byte by byte, from the last to the first.
 *
 * The bits of a double ascend with it once the sign is turned (and all bits of a negative one), so
 * that no comparison is needed: ranks of thousands of areas took most of a run's time when each
 * comparison was a call. */

#include <string.h>

#include "base/numbered.h"

#define BYTES 8
#define VALUES 256
#define FEW 64 /* below, insertion is quicker than counting */

KpiNumbered
_kpi_numbered (double number, guint32 place)
{
  double positive_zero = number + 0.0;
  guint64 bits;

  memcpy (&bits, &positive_zero, sizeof bits);
  return (KpiNumbered){bits >> 63 ? ~bits : bits | G_GUINT64_CONSTANT (1) << 63, place};
}

static void
insert_all (KpiNumbered *numbers, gsize n)
{
  for (gsize i = 1; i < n; i++) {
    KpiNumbered one = numbers[i];
    gsize at = i;

    for (; at > 0 && numbers[at - 1].key > one.key; at--)
      numbers[at] = numbers[at - 1];
    numbers[at] = one;
  }
}

static void
count_bytes (const KpiNumbered *numbers, gsize n, gsize counts[BYTES][VALUES])
{
  memset (counts, 0, BYTES * sizeof *counts);
  for (gsize i = 0; i < n; i++)
    for (guint byte = 0; byte < BYTES; byte++)
      counts[byte][numbers[i].key >> (8 * byte) & 0xff]++;
}

static void
deal (const KpiNumbered *from, KpiNumbered *to, gsize n, guint byte, const gsize counts[VALUES])
{
  gsize next[VALUES], sum = 0;

  for (guint value = 0; value < VALUES; value++) {
    next[value] = sum;
    sum += counts[value];
  }
  for (gsize i = 0; i < n; i++)
    to[next[from[i].key >> (8 * byte) & 0xff]++] = from[i];
}

void
_kpi_numbered_sort (KpiNumbered *numbers, gsize n, KpiNumbered *scratch)
{
  gsize counts[BYTES][VALUES];
  KpiNumbered *from = numbers, *to = scratch;

  if (n < FEW) {
    insert_all (numbers, n);
    return;
  }
  count_bytes (numbers, n, counts);
  for (guint byte = 0; byte < BYTES; byte++) {
    KpiNumbered *dealt = to;

    if (counts[byte][numbers[0].key >> (8 * byte) & 0xff] == n) /* all have the same */
      continue;
    deal (from, to, n, byte, counts[byte]);
    to = from;
    from = dealt;
  }
  if (from != numbers)
    memcpy (numbers, from, n * sizeof *numbers);
}
