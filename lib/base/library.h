/* SPDX-License-Identifier: MIT */
/* Shared libraries that are loaded when they are first needed: a plain score starts without them,
 * and runs where they are not installed. */
#pragma once

#include <kpiscore/error.h>

typedef struct {
  const char *file;    /* such as "liblapack.so.3" */
  const char *purpose; /* what it is needed for, such as "principal components" */
  const char *package; /* that brings it on Debian */
} KpiLibrary;

/* Loads the library. NULL, with `error` set to what to install, if it is not there. What was loaded
 * once stays until the process ends. Any thread may ask at any time. */
gpointer _kpi_library_open (const KpiLibrary *library, GError **error);

/* A function of an open library. NULL, with `error` set, if it has none of that name. */
gpointer _kpi_library_find (gpointer handle, const KpiLibrary *library, const char *name,
                            GError **error);
