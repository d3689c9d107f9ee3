/* SPDX-License-Identifier: MIT */
/* Replacing a file: its new content is written aside and takes its name at the end. */
#pragma once

#include <glib.h>

typedef struct {
  const char *path; /* as the caller spelt it, for messages */
  char *target;     /* the file that is replaced: `path`, symbolic links followed */
  char *aside;      /* where the new content grows; NULL where it is written in place */
  gboolean unnamed; /* it has not been given that name yet */
  int descriptor;
} KpiReplacement;

/* Opens the place for the new content. What is no ordinary file (a pipe, a terminal, anything under
 * /dev) is written in place: it has no old content to keep. */
gboolean _kpi_replacement_begin (KpiReplacement *replacement, const char *path, GError **error);

/* A KpiWriteFunc whose `user_data` is a KpiReplacement. */
gboolean _kpi_replacement_write (const char *bytes, gsize length, gpointer user_data,
                                 GError **error);

/* Puts the new content in its place and ends the replacement. On failure the old content stays. */
gboolean _kpi_replacement_commit (KpiReplacement *replacement, GError **error);

/* Drops the new content and ends the replacement. */
void _kpi_replacement_abandon (KpiReplacement *replacement);
