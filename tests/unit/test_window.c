/* SPDX-License-Identifier: MIT */
#include <errno.h>

#include "reading.h"

#include "data/file/window.h"

#define SIZE 200000
#define LIMIT (128 * 1024)

/* A file that says a, b, … z, a, b, … */
static char *
write_letters (void)
{
  g_autofree char *letters = g_malloc (SIZE);

  for (gsize i = 0; i < SIZE; i++)
    letters[i] = (char)('a' + i % 26);
  return write_bytes (letters, SIZE);
}

static void
open_letters (KpiWindow *window)
{
  g_autofree char *path = write_letters ();

  cr_assert (_kpi_window_open (window, path, LIMIT));
  unlink (path);
}

Test (window, slides_along_the_whole_file, .timeout = 10)
{
  KpiWindow window;
  gsize n = 0;

  open_letters (&window);
  while (_kpi_window_fill (&window) == KPI_WINDOW_MORE) {
    cr_expect (eq (chr, window.buffer[window.end], '\0'));
    for (; window.at < window.end; window.at++, n++)
      cr_assert (eq (chr, window.buffer[window.at], (char)('a' + n % 26)));
    window.first = window.at;
  }
  cr_expect (eq (sz, n, SIZE));
  cr_expect (le (sz, window.room, 64 * 1024)); /* nothing was kept, so nothing grew */
  cr_expect (_kpi_window_fill (&window) == KPI_WINDOW_END);
  _kpi_window_close (&window);
}

Test (window, keeps_what_it_is_told_to_keep, .timeout = 10)
{
  KpiWindow window;

  open_letters (&window);
  cr_assert (_kpi_window_fill (&window) == KPI_WINDOW_MORE);
  window.first = 1;
  window.at = window.end;
  cr_assert (_kpi_window_fill (&window) == KPI_WINDOW_MORE);
  cr_expect (eq (sz, window.first, 0));
  cr_expect (eq (chr, window.buffer[0], 'b'));
  _kpi_window_close (&window);
}

Test (window, what_is_kept_has_a_limit, .timeout = 10)
{
  KpiWindow window;
  KpiWindowState state;

  open_letters (&window);
  while ((state = _kpi_window_fill (&window)) == KPI_WINDOW_MORE)
    window.at = window.end;
  cr_expect (state == KPI_WINDOW_FULL);
  cr_expect (eq (sz, window.end, LIMIT - 1));
  _kpi_window_close (&window);
}

Test (window, the_system_says_why, .timeout = 10)
{
  KpiWindow window;

  cr_expect (not(_kpi_window_open (&window, "/nowhere/x.csv", LIMIT)));
  cr_expect (eq (int, errno, ENOENT));
  _kpi_window_close (&window);
  cr_assert (_kpi_window_open (&window, "/", LIMIT));
  cr_expect (_kpi_window_fill (&window) == KPI_WINDOW_UNREADABLE);
  cr_expect (eq (int, errno, EISDIR));
  _kpi_window_close (&window);
}
