/* SPDX-License-Identifier: MIT */
/* A growing array whose growth can fail. */

#include <string.h>

#include "base/rows.h"

#define FIRST_CAPACITY 8

static gboolean
grow (KpiRows *rows)
{
  /* By half rather than twofold: a file of a million rows decides the peak of memory. */
  gsize capacity = rows->capacity == 0 ? FIRST_CAPACITY : rows->capacity + rows->capacity / 2;
  gpointer data;

  if (capacity < rows->capacity || capacity > G_MAXSIZE / rows->size)
    return FALSE;
  data = g_try_realloc (rows->data, capacity * rows->size);
  if (data == NULL)
    return FALSE;
  rows->data = data;
  rows->capacity = capacity;
  return TRUE;
}

gpointer
_kpi_rows_add (KpiRows *rows)
{
  gpointer row;

  if (rows->n == rows->capacity && !grow (rows))
    return NULL;
  row = (guint8 *)rows->data + rows->n * rows->size;
  memset (row, 0, rows->size);
  rows->n++;
  return row;
}

gboolean
_kpi_rows_append (KpiRows *rows, gconstpointer element)
{
  gpointer row = _kpi_rows_add (rows);

  if (row != NULL)
    memcpy (row, element, rows->size);
  return row != NULL;
}

void
_kpi_rows_clear (KpiRows *rows)
{
  g_free (rows->data);
  *rows = (KpiRows){.size = rows->size};
}
