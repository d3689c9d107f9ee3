/* SPDX-License-Identifier: MIT */
/* The built-in models: YAML files that are part of the library. */
#pragma once

#include <glib.h>

/* What stands before the name of a built-in model in `extends`. */
#define KPI_CATALOGUE_PREFIX "kpiscore:"

/* The text of a built-in model; NULL if there is none of that name. Give it back with
 * g_bytes_unref(). */
GBytes *_kpi_catalogue_find (const char *name);

/* The names of all, sorted; a new list. */
char **_kpi_catalogue_list (void);

/* "; did you mean X?" for a name that no built-in model has, else "". A new string. */
char *_kpi_catalogue_hint (const char *name);
