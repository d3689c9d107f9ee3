/* SPDX-License-Identifier: MIT */
/* What was meant by a misspelt word of the command line. The library has its own, finer one, for
 * names from files; it is no part of its interface, and these words are a handful of short ones. */

#include <string.h>

#include "nearest.h"

#define LONGEST 24 /* of a word of the command line */

/* The least number of letters to put in, take out or change (Levenshtein). */
static guint
distance (const char *a, const char *b)
{
  guint row[LONGEST + 1];
  gsize n = strlen (b);

  for (gsize j = 0; j <= n; j++)
    row[j] = (guint)j;
  for (; *a != '\0'; a++) {
    guint diagonal = row[0]++;

    for (gsize j = 1; j <= n; j++) {
      guint above = row[j];

      row[j] = MIN (MIN (above, row[j - 1]) + 1, diagonal + (*a != b[j - 1]));
      diagonal = above;
    }
  }
  return row[n];
}

void
nearest_offer (Nearest *nearest, const char *known)
{
  guint steps;

  if (strlen (nearest->word) > LONGEST || strlen (known) > LONGEST)
    return;
  steps = distance (nearest->word, known);
  /* Two slips, as two letters swapped; of a short word less than half of its letters. */
  if (steps > 2 || steps * 2 >= strlen (known) ||
      (nearest->nearest != NULL && steps >= nearest->distance))
    return;
  nearest->nearest = known;
  nearest->distance = steps;
}

char *
nearest_hint (const Nearest *nearest, const char *before)
{
  if (nearest->nearest == NULL)
    return g_strdup ("");
  return g_strdup_printf ("; did you mean %s%s?", before, nearest->nearest);
}
