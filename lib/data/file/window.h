/* SPDX-License-Identifier: MIT */
/* A file seen through a window that slides along it. */
#pragma once

#include <glib.h>

typedef struct {
  int file;
  char *buffer;
  gsize room;
  gsize first; /* what stands before it may be forgotten */
  gsize at;    /* the next byte to be looked at */
  gsize end;   /* of what was read; a NUL stands there, so that loops need no test for the end */
  gsize limit; /* the most bytes kept at once */
  gboolean ended;
} KpiWindow;

typedef enum {
  KPI_WINDOW_MORE,
  KPI_WINDOW_END,        /* the file has no more bytes */
  KPI_WINDOW_FULL,       /* more must be kept than the limit allows */
  KPI_WINDOW_NO_MEMORY,  /* or than there is memory for */
  KPI_WINDOW_UNREADABLE, /* the system's reason is in errno */
} KpiWindowState;

/* Opens a file. FALSE, with the system's reason in errno, if it cannot be. Close it either way. */
gboolean _kpi_window_open (KpiWindow *window, const char *path, gsize limit);
void _kpi_window_close (KpiWindow *window);

/* Brings more bytes to `at`, which is at `end`. What is kept moves to the front of the buffer,
 * which grows only where it does not fit. */
KpiWindowState _kpi_window_fill (KpiWindow *window);
