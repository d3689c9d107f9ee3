/* SPDX-License-Identifier: MIT */
/* Which kpiscore runs. */

#include <kpiscore/version.h>

#define TEXT(x) #x
#define DOTTED(major, minor, micro) TEXT (major) "." TEXT (minor) "." TEXT (micro)

const char *
kpi_version (void)
{
  return DOTTED (KPI_MAJOR_VERSION, KPI_MINOR_VERSION, KPI_MICRO_VERSION);
}
