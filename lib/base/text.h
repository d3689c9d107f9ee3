/* SPDX-License-Identifier: MIT */
/* Text from strangers: normalised, quoted for messages, compared with what was meant. */
#pragma once

#include <glib.h>

/* The name that `text` stands for: NFC, without blanks at its ends. A new string; NULL if it is not
 * UTF-8, holds a control character, is longer than KPI_MAX_NAME_BYTES, or piles up more than 30
 * combining marks. */
#define KPI_MAX_NAME_BYTES 65536
char *_kpi_text_name (const char *text, gsize length);

/* `text` for a message: in quotes, control characters replaced, cutoff after some sixty characters.
 */
char *_kpi_text_quote (const char *text);

/* Whether `text` is an id: `[A-Za-z][A-Za-z0-9_.-]*`. */
gboolean _kpi_text_is_id (const char *text);

/* Whether `text` is a word and no number that somebody misspelt: it starts with a letter, and holds
 * no digit, no `%` and no control character; names of what is not finite are none. */
gboolean _kpi_text_is_word (const char *text);

/* Finds what was meant by a misspelt name. Offer it every candidate; `nearest` is then the closest
 * of those near enough to be a slip of the pen, letter case and accents aside, else NULL. The
 * candidates are borrowed. */
typedef struct {
  const char *name;
  const char *nearest;
  gsize distance;
} KpiNearest;

#define KPI_NEAREST(wrong) ((KpiNearest){.name = (wrong), .distance = G_MAXSIZE})
void _kpi_nearest_offer (KpiNearest *nearest, const char *candidate);

/* "; did you mean X?", or "" where nothing is near. A new string. */
char *_kpi_nearest_hint (const KpiNearest *nearest);

/* The same for all of `known`, none of which is filtered out. O(n_known). */
char *_kpi_text_hint (const char *wrong, const char *const *known, gsize n_known);
