/* SPDX-License-Identifier: MIT */
/* How many columns of a terminal a text takes: none for a combining mark (Vietnamese may come
 * decomposed), two for a wide character. */
#pragma once

#include <glib.h>

gsize _kpi_width (const char *text);

/* The end of the longest start of `text` that takes at most `columns`. */
const char *_kpi_width_take (const char *text, gsize columns);

/* The same, but at the end of a word where there is one, for a text that goes on in a second line
 * at `*out_next`. */
const char *_kpi_width_take_words (const char *text, gsize columns, const char **out_next);
