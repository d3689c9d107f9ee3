/* SPDX-License-Identifier: MIT */
/* Names and their first mention.
 *
 * Always true: each number of `names` has its row in `firsts`, but for one that memory had no room
 * for, after which nothing is read. */

#include <string.h>

#include "data/mentions.h"

void
_kpi_mentions_init (KpiMentions *mentions)
{
  mentions->names = _kpi_names_new ();
  mentions->firsts = KPI_ROWS (KpiMention);
  mentions->last = KPI_NO_NAME;
}

void
_kpi_mentions_clear (KpiMentions *mentions)
{
  g_clear_pointer (&mentions->names, _kpi_names_free);
  _kpi_rows_clear (&mentions->firsts);
}

guint32
_kpi_mentions_find (KpiMentions *mentions, const char *text)
{
  if (mentions->last == KPI_NO_NAME ||
      strcmp (_kpi_names_get (mentions->names, mentions->last), text) != 0)
    mentions->last = _kpi_names_find (mentions->names, text);
  return mentions->last;
}

guint32
_kpi_mentions_add (KpiMentions *mentions, const char *name, KpiMention place)
{
  guint32 number = _kpi_names_add (mentions->names, name);
  KpiMention *first;

  if (number == KPI_NO_NAME || number < mentions->firsts.n)
    return number;
  first = _kpi_rows_add (&mentions->firsts);
  if (first == NULL)
    return KPI_NO_NAME;
  *first = place;
  return number;
}

void
_kpi_mentions_note (KpiMentions *areas, guint32 number, gint32 day)
{
  KpiMention *first = &KPI_ROW (&areas->firsts, KpiMention, number);

  if (number < areas->firsts.n)
    first->known = MIN (first->known, day);
}
