/* SPDX-License-Identifier: MIT */
/* Files that a model is read from. */
#pragma once

#include "model/yaml/cursor.h"

/* The folder of a file; a new string, "" for the current one. */
char *_kpi_file_folder (const char *path);

/* The path of `name` as said in a file of `folder`; a new string. */
char *_kpi_file_join (const char *folder, const char *name);

/* The one true name of an existing file, whatever links lead to it. NULL, and reported at `at`, if
 * there is none. */
char *_kpi_file_identify (const char *path, const KpiCursor *at);

/* Whether a path stays within a folder; `path` need not exist. Neither `..` nor a link leads out.
 */
gboolean _kpi_file_is_within (const char *path, const char *folder);

/* Reads a regular file of at most KPI_MAX_MODEL_BYTES. NULL, and reported at `at`, on failure. */
char *_kpi_file_read (const char *path, const KpiCursor *at, gsize *out_length);
