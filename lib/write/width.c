/* SPDX-License-Identifier: MIT */
/* How many columns of a terminal a text takes.
 *
 * Always true: a text is cutoff before a character that takes a column, never between a letter and
 * its marks. */

#include "write/width.h"

static gsize
width_of (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

gsize
_kpi_width (const char *text)
{
  gsize columns = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    columns += width_of (g_utf8_get_char (text));
  return columns;
}

const char *
_kpi_width_take (const char *text, gsize columns)
{
  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    gsize width = width_of (g_utf8_get_char (text));

    if (width > columns)
      break;
    columns -= width;
  }
  return text;
}

const char *
_kpi_width_take_words (const char *text, gsize columns, const char **out_next)
{
  const char *end = _kpi_width_take (text, columns);
  const char *space = end;

  while (space > text && *space != ' ' && *space != '\0')
    space--;
  if (space > text)
    end = space;
  *out_next = *end == ' ' ? end + 1 : end;
  return end;
}
