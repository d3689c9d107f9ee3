/* SPDX-License-Identifier: MIT */
/* A file seen through a window.
 *
 * Always true: first <= at <= end < room. Bytes from `first` on keep their distance to it, so that
 * whoever counts from there is not troubled when the window slides. */

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>
#include <glib/gstdio.h>

#include "data/file/window.h"

#define FIRST_ROOM (64 * 1024)

gboolean
_kpi_window_open (KpiWindow *window, const char *path, gsize limit)
{
  *window = (KpiWindow){.file = g_open (path, O_RDONLY | O_CLOEXEC, 0), .limit = limit};
  if (window->file < 0)
    return FALSE;
  window->room = FIRST_ROOM;
  window->buffer = g_malloc0 (window->room);
  return TRUE;
}

void
_kpi_window_close (KpiWindow *window)
{
  if (window->file >= 0)
    close (window->file);
  window->file = -1;
  g_clear_pointer (&window->buffer, g_free);
}

static KpiWindowState
grow (KpiWindow *window)
{
  char *buffer;

  if (window->room >= window->limit)
    return KPI_WINDOW_FULL;
  buffer = g_try_realloc (window->buffer, window->room * 2);
  if (buffer == NULL)
    return KPI_WINDOW_NO_MEMORY;
  window->buffer = buffer;
  window->room *= 2;
  return KPI_WINDOW_MORE;
}

static void
slide (KpiWindow *window)
{
  memmove (window->buffer, window->buffer + window->first, window->end - window->first);
  window->at -= window->first;
  window->end -= window->first;
  window->first = 0;
}

KpiWindowState
_kpi_window_fill (KpiWindow *window)
{
  KpiWindowState state = KPI_WINDOW_MORE;
  gssize n;

  if (window->ended)
    return KPI_WINDOW_END;
  slide (window);
  if (window->end + 1 == window->room)
    state = grow (window);
  if (state != KPI_WINDOW_MORE)
    return state;
  do
    n = read (window->file, window->buffer + window->end, window->room - 1 - window->end);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    return KPI_WINDOW_UNREADABLE;
  window->end += (gsize)n;
  window->buffer[window->end] = '\0';
  window->ended = n == 0;
  return n > 0 ? KPI_WINDOW_MORE : KPI_WINDOW_END;
}
