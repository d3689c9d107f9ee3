/* SPDX-License-Identifier: MIT */
/* A growing array whose growth can fail. */

#include <string.h>

#include "base/rows.h"

#define FIRST_ROOM 8

static gboolean
grow (KpiRows *rows)
{
  /* By half rather than twofold: a file of a million rows decides the peak of memory. */
  gsize room = rows->room == 0 ? FIRST_ROOM : rows->room + rows->room / 2;
  gpointer data;

  if (room < rows->room || room > G_MAXSIZE / rows->size)
    return FALSE;
  data = g_try_realloc (rows->data, room * rows->size);
  if (data == NULL)
    return FALSE;
  rows->data = data;
  rows->room = room;
  return TRUE;
}

gpointer
_kpi_rows_add (KpiRows *rows)
{
  gpointer row;

  if (rows->n == rows->room && !grow (rows))
    return NULL;
  row = (guint8 *)rows->data + rows->n * rows->size;
  memset (row, 0, rows->size);
  rows->n++;
  return row;
}

void
_kpi_rows_clear (KpiRows *rows)
{
  g_free (rows->data);
  *rows = (KpiRows){.size = rows->size};
}
