/* SPDX-License-Identifier: MIT */
/* Names and their first mention.
 *
 * Always true: each number of `names` has its row in `firsts`, but for one that memory had no room
 * for, after which nothing is read. */

#include <string.h>

#include "data/file/first-seen.h"

void
_kpi_first_seen_init (KpiFirstSeen *first_seen)
{
  first_seen->names = _kpi_names_new ();
  first_seen->firsts = KPI_ROWS (KpiSeen);
  first_seen->last = KPI_NO_NAME;
}

void
_kpi_first_seen_clear (KpiFirstSeen *first_seen)
{
  g_clear_pointer (&first_seen->names, _kpi_names_free);
  _kpi_rows_clear (&first_seen->firsts);
}

guint32
_kpi_first_seen_find (KpiFirstSeen *first_seen, const char *text)
{
  if (first_seen->last == KPI_NO_NAME ||
      strcmp (_kpi_names_get (first_seen->names, first_seen->last), text) != 0)
    first_seen->last = _kpi_names_find (first_seen->names, text);
  return first_seen->last;
}

guint32
_kpi_first_seen_add (KpiFirstSeen *first_seen, const char *name, KpiSeen place)
{
  guint32 number = _kpi_names_add (first_seen->names, name);

  if (number == KPI_NO_NAME || number < first_seen->firsts.n)
    return number;
  return _kpi_rows_append (&first_seen->firsts, &place) ? number : KPI_NO_NAME;
}

void
_kpi_first_seen_note (KpiFirstSeen *areas, guint32 number, gint32 day)
{
  KpiSeen *first = &KPI_ROW (&areas->firsts, KpiSeen, number);

  if (number < areas->firsts.n)
    first->known = MIN (first->known, day);
}
