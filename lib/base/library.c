/* SPDX-License-Identifier: MIT */
/* Shared libraries.
 *
 * Always true: nothing is remembered here. The system's loader counts and locks by itself, so that
 * asking again costs a look into its table, and there is no state of ours that threads could share.
 */

#define _GNU_SOURCE /* RTLD_NODELETE */
#include <dlfcn.h>

#include "base/findings-private.h"
#include "base/library.h"

gpointer
_kpi_library_open (const KpiLibrary *library, GError **error)
{
  /* Numeric libraries start threads of their own, which unloading would take the ground from. */
  gpointer handle = dlopen (library->file, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);

  if (handle == NULL)
    _kpi_error_set (error, KPI_ERROR_FILE,
                    "found no %s, expected it for %s; on Debian: apt-get install %s", library->file,
                    library->purpose, library->package);
  return handle;
}

gpointer
_kpi_library_find (gpointer handle, const KpiLibrary *library, const char *name, GError **error)
{
  gpointer symbol = dlsym (handle, name);

  if (symbol == NULL)
    _kpi_error_set (error, KPI_ERROR_FILE, "found no %s in %s, expected it for %s", name,
                    library->file, library->purpose);
  return symbol;
}
