/* SPDX-License-Identifier: MIT */
#ifndef NEAREST_H
#define NEAREST_H

#include <glib.h>

/* Which of the known words was meant by `word`; NULL where none is near. Offer each in turn. */
typedef struct {
  const char *word;
  const char *nearest;
  guint distance;
} Nearest;

void nearest_offer (Nearest *nearest, const char *known);

/* "; did you mean X?", with `before` (such as "--") put before X; "" where nothing is near. A new
 * string. */
char *nearest_hint (const Nearest *nearest, const char *before);

#endif
